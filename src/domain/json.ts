/** Text that should be JSON, and may be anything: a reader's storage, a file, an answer from a server. */

/** The value, or `undefined` where the text is not JSON. Never throws. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A field that the record has itself: `constructor` and `toString` are ordinary names in a reader's data. */
export function readField(record: Readonly<Record<string, unknown>>, name: string): unknown {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}

/** JSON with the fields in alphabetical order: equal values have equal texts, whoever wrote them. */
function printCanonical(value: unknown): string {
  return JSON.stringify(value, (_, field) => (isRecord(field) ? sortFields(field) : field)) ?? '';
}

/** Orders JSON values by their canonical text: 0 for values that say the same. */
export function compareJson(a: unknown, b: unknown): number {
  if (a === b || (isRecord(a) && isRecord(b) && hasSameFields(a, b))) return 0;
  return compareTexts(printCanonical(a), printCanonical(b));
}

export function isSameJson(a: unknown, b: unknown): boolean {
  return compareJson(a, b) === 0;
}

export function compareTexts(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** Finds most equal records without printing them, which is ten times slower. */
function hasSameFields(a: Record<string, unknown>, b: Record<string, unknown>): boolean {
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => Object.hasOwn(b, name) && a[name] === b[name]);
}

function sortFields(record: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => compareTexts(a, b)));
}
