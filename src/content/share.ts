/**
 * What a process has once, although it has our modules several times: a bundler puts them into the part that reads the content
 * and into the part that renders pages, and the configuration loads them as they are. Without this, each would read and
 * parse all the content for itself.
 */

/** @param name of what is shared, the same in all copies of the module that shares it */
export function shareInProcess<T>(name: string, create: () => T): T {
  const key = Symbol.for(`study:${name}`);
  if (!Reflect.has(globalThis, key)) Reflect.set(globalThis, key, create());
  return Reflect.get(globalThis, key);
}
