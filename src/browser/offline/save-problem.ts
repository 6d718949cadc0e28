/** Why a save did not come to its end, as the reader is told. */
export type SaveProblemKind =
  /** The reader gave it up. */
  | 'stopped'
  /** The browser has no room. */
  | 'full'
  /** The browser refuses to keep anything. */
  | 'blocked'
  /** A file did not come. */
  | 'network'
  /** A file came otherwise than the manifest says: the site is being published anew. */
  | 'changed';

export class SaveProblem extends Error {
  override readonly name = 'SaveProblem';
  readonly kind: SaveProblemKind;

  constructor(kind: SaveProblemKind, message: string, cause?: unknown) {
    super(message, { cause });
    this.kind = kind;
  }
}

/** What the browser says when it cannot store something. */
export function explainRefusal(error: unknown): SaveProblem {
  const isFull = error instanceof DOMException && error.name === 'QuotaExceededError';
  return new SaveProblem(isFull ? 'full' : 'blocked', String(error), error);
}
