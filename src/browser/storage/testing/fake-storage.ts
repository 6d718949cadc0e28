/** localStorage in memory that several stores can share, as tabs do, and that can be told to fail. */
import type { StorageLike } from '../study-store.ts';

export class FakeStorage implements StorageLike {
  readonly items = new Map<string, string>();
  failingWrites = new Set<number>();
  isFull = false;
  writes = 0;
  /** Runs once, between this tab's reading and writing: what another tab does meanwhile. */
  meanwhile: (() => void) | undefined;

  getItem(key: string): string | null {
    return this.items.get(key) ?? null;
  }

  setItem(key: string, value: string): void {
    const { meanwhile } = this;
    this.meanwhile = undefined;
    meanwhile?.();
    this.writes += 1;
    if (this.isFull || this.failingWrites.has(this.writes)) throw new DOMException('full', 'QuotaExceededError');
    this.items.set(key, value);
  }
}
