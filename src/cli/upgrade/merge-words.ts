/** Merges a file of interface words: the fork's wording, and the newer engine's keys. */
import { mergeJson } from './merge-json.ts';

export function mergeWords(base: unknown, ours: unknown, theirs: unknown): unknown {
  // A word that the engine no longer says is gone, however the fork had put it.
  return mergeJson(base, ours, theirs, (dispute) => (dispute.theirs === undefined ? undefined : dispute.ours));
}
