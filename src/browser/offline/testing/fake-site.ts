/** A published site: its manifest follows from its files, and it can be cut off. */
import { hashBytes } from '../download.ts';
import { MANIFEST, type OfflineFile, type OfflineGroups, printManifest } from '../manifest.ts';

export const BASE = '/some/base/';

export type FakeGroups = Readonly<Record<string, Readonly<Record<string, string>>>>;

export class FakeSite {
  groups: FakeGroups;
  /** What is served instead of what the manifest says. */
  readonly wrong = new Map<string, string>();
  /** Files, the manifest aside, after which the network is gone. */
  reach = Number.POSITIVE_INFINITY;
  /** Paths asked for, the manifest aside. */
  asked: string[] = [];
  /** Answers instead of the site's own, the manifest's included. */
  readonly faults = new Map<string, () => Response>();
  /** Runs before each answer. */
  before: (path: string) => void = () => {};

  constructor(groups: FakeGroups) {
    this.groups = groups;
  }

  async list(): Promise<OfflineGroups> {
    const groups: Record<string, OfflineFile[]> = {};
    for (const [name, files] of Object.entries(this.groups)) {
      groups[name] = await Promise.all(Object.entries(files).map(([path, text]) => describeText(path, text)));
    }
    return groups;
  }

  readonly fetch = async (url: string, { signal }: RequestInit = {}): Promise<Response> => {
    const path = decodeURIComponent(url.slice(BASE.length));
    this.before(path);
    if (signal?.aborted) throw new DOMException('aborted', 'AbortError');
    const fault = this.faults.get(path);
    if (fault !== undefined) return fault();
    if (path === MANIFEST && this.reach > 0) {
      const groups = Object.fromEntries(Object.keys(this.groups).map((name) => [name, [name]]));
      return new Response(printManifest(await this.list(), groups));
    }
    if (this.asked.length >= this.reach) throw new TypeError('Failed to fetch');
    this.asked.push(path);
    const text = this.wrong.get(path) ?? Object.assign({}, ...Object.values(this.groups))[path];
    return text === undefined ? new Response('', { status: 404 }) : new Response(text);
  };
}

/** A file as the build would describe it. */
export async function describeText(path: string, text: string): Promise<OfflineFile> {
  return { path, hash: await hashText(text), wire: text.length, disk: text.length * 2 };
}

export function hashText(text: string): Promise<string> {
  return hashBytes(new TextEncoder().encode(text).buffer);
}
