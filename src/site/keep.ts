/**
 * Keeps what many pages ask for, since a build sees one state of the content. While somebody writes, everything comes and
 * goes, so it is kept for one turn of the event loop only: long enough for what asks in a loop.
 */

/** @param create what there is for a key: a language, where nothing else is said */
export function keepByKey<T>(create: (key: string) => T): (key: string) => T {
  const kept = new Map<string, T>();
  return (key) => {
    const known = kept.get(key);
    if (known !== undefined) return known;
    const created = create(key);
    kept.set(key, created);
    if (import.meta.env.DEV) setImmediate(() => kept.delete(key));
    return created;
  };
}

/** The same for what there is once. */
export function keep<T>(create: () => T): () => T {
  const read = keepByKey(create);
  return () => read('');
}
