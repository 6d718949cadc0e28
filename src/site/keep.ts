/** Keeps what many pages ask for, as long as what it is made of is the same: a build sees one state, and somebody who writes changes it. */
import { files } from './site-files.ts';

const CONTENT = ['content/'];
/** The folder of interface words. */
export const WORDS = 'content/i18n/';

/** @param create what there is for a key: a language, where nothing else is said */
export function keepByKey<T>(create: (key: string) => T): (key: string) => T {
  const keep = keepByFolder<T>();
  return (key) => keep(key, CONTENT, () => create(key));
}

/** The same for what there is once. */
export function keep<T>(create: () => T): () => T {
  const read = keepByKey(create);
  return () => read('');
}

/** A file, a folder, `content/i18n/`, or something else that has a version. */
export type Part = string | (() => number);

/**
 * For what is made of a part of the content.
 * @returns asks for what there is for a key, which is made of some parts
 */
export function keepByFolder<T>(): (key: string, parts: readonly Part[], create: () => T) => T {
  const kept = new Map<string, { readonly version: number; readonly value: T }>();
  return (key, parts, create) => {
    const version = Math.max(...parts.map((part) => (typeof part === 'string' ? files.versionOf(part) : part())));
    const known = kept.get(key);
    if (known?.version === version) return known.value;
    const value = create();
    kept.set(key, { version, value });
    return value;
  };
}
