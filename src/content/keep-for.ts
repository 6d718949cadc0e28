/**
 * Remembers what was made of something for as long as that is the same object: a file that has not changed is not read again, so
 * that its page, its cards and its data are the objects that they were.
 */

/**
 * @returns asks for what there is of a thing. It is made again where something else that it depends on, `given`, differs.
 * @example const keep = keepFor<Page, Problem[]>(); keep(page, isStrict, () => checkItems(page, isStrict))
 */
export function keepFor<Thing extends object, T>(): (thing: Thing, given: unknown, make: () => T) => T {
  const kept = new WeakMap<Thing, { readonly given: unknown; readonly value: T }>();
  return (thing, given, make) => {
    const known = kept.get(thing);
    if (known !== undefined && Object.is(known.given, given)) return known.value;
    const value = make();
    kept.set(thing, { given, value });
    return value;
  };
}
