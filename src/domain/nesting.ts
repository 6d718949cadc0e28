/** How deep JSON is nested: a file of a million brackets must not overflow the stack of whatever walks it. */

/** Deeper than anything that a version of the site has reason to write. */
const MAX_NESTING = 64;

export function isShallow(value: unknown, levels = MAX_NESTING): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return levels > 0 && Object.values(value).every((field) => isShallow(field, levels - 1));
}
