/**
 * What a plan of a server says otherwise than the same plan of PGlite, and what is no matter of the query. Both are made
 * alike before they are compared. A plan that is made otherwise stays otherwise.
 */

/** PGlite is a program of 32 bits, whose rows take less memory. */
const MEMORY = /\bMemory: \d+kB/g;
/** Since 18 rows are counted with decimals, and searches of an index are counted at all. */
const SINCE_18 = /(?<=\bactual\b.* rows=\d+)\.00\b|^ *Index Searches: \d+\n?/gm;

/** @param version of the server: “15.20” */
export function alignPlan(text: string, version: string): string {
  const aligned = text.replace(MEMORY, 'Memory: … kB');
  return Number.parseInt(version, 10) < 18 ? aligned.replace(SINCE_18, '') : aligned;
}
