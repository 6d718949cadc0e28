/** Numbers that Anki asks for as ids, made of names so that every build and every machine makes the same. */
import { createHash } from 'node:crypto';

/** A whole number in [low, low + span) from a text. */
export function stableNumber(text: string, low: number, span: number): number {
  const hash = createHash('sha256').update(text).digest();
  return low + Number(hash.readBigUInt64BE() % BigInt(span));
}
