/** What the server wrote for scripts, `PageData.astro`, and the words among it. */
export type Words = Readonly<Record<string, string>>;

/** @param host the element that it was written into */
export function readData<Data>(host: HTMLElement): Data {
  return JSON.parse(host.querySelector('script')?.textContent ?? '{}');
}

/** @param id of the element that holds it */
export function readDataOfPage<Data>(id: string): Data {
  return JSON.parse(document.getElementById(id)?.textContent ?? '{}');
}

/** @example fill('{done} of {total}', { done: '1', total: '2' }) // 1 of 2 */
export function fill(text: string, values: Words): string {
  return Object.entries(values).reduce((filled, [name, value]) => filled.replace(`{${name}}`, value), text);
}
