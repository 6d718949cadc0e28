/** Merges one file that both sides changed, in the way that suits it. */
import { parseJson } from '../../domain/json.ts';
import { mergePackage } from './merge-package.ts';
import { mergeText } from './merge-text.ts';
import { mergeWords } from './merge-words.ts';

export interface Texts {
  readonly base: Buffer;
  readonly ours: Buffer;
  readonly theirs: Buffer;
}

export interface Merged {
  /** Nothing where ours stays as it is. */
  readonly bytes?: string | Uint8Array;
  /** Why somebody has to look at it; nothing where nobody has. */
  readonly trouble?: string;
  /** Lines, from 1, on which a conflict begins. */
  readonly conflicts?: readonly number[];
}

const WORDS = /^content\/i18n\/[^/]+\.json$/;

/** @param label names the newer engine: `engine 0.2.0` */
export function mergeFile(file: string, texts: Texts, label: string): Merged {
  if (file === 'package.json' || WORDS.test(file)) return mergeKeys(file, texts, label);
  if (isBinary(texts.ours) || isBinary(texts.theirs)) {
    return { trouble: 'both changed it, and it is no text: yours is kept' };
  }
  const { bytes, conflicts } = mergeText(texts, label);
  return conflicts.length === 0 ? { bytes } : { bytes, trouble: 'both changed the same lines', conflicts };
}

function mergeKeys(file: string, { base, ours, theirs }: Texts, label: string): Merged {
  const old = parseJson(base.toString());
  const own = parseJson(ours.toString());
  const newer = parseJson(theirs.toString());
  if (own === undefined) return { trouble: 'it is not JSON, and yours is kept' };
  const disputed: string[] = [];
  const merged = file === 'package.json' ? mergePackage(old, own, newer, disputed) : mergeWords(old, own, newer);
  const bytes = `${JSON.stringify(merged, null, 2)}\n`;
  if (disputed.length === 0) return { bytes };
  return { bytes, trouble: `both changed ${disputed.join(', ')}: yours is kept, compare it with that of ${label}` };
}

/** As git tells: no text has a zero byte. */
function isBinary(bytes: Buffer): boolean {
  return bytes.subarray(0, 8000).includes(0);
}
