/** Keeps what many pages ask for, as long as the content is the same: a build sees one state of it, and somebody who writes changes it. */
import { files } from './site-files.ts';

/** @param create what there is for a key: a language, where nothing else is said */
export function keepByKey<T>(create: (key: string) => T): (key: string) => T {
  const kept = new Map<string, T>();
  let { version } = files;
  return (key) => {
    if (version !== files.version) kept.clear();
    ({ version } = files);
    const known = kept.get(key);
    if (known !== undefined) return known;
    const created = create(key);
    kept.set(key, created);
    return created;
  };
}

/** The same for what there is once. */
export function keep<T>(create: () => T): () => T {
  const read = keepByKey(create);
  return () => read('');
}
