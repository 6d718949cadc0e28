/** Words that the server wrote into an element for its script: `<script type="application/json">` inside it. */
export type Words = Readonly<Record<string, string>>;

/** @example fill('{done} of {total}', { done: '1', total: '2' }) // 1 of 2 */
export function fill(text: string, values: Words): string {
  return Object.entries(values).reduce((filled, [name, value]) => filled.replace(`{${name}}`, value), text);
}
