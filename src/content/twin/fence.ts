/** Code between fences that are longer than any in it. */
export function fence(code: string, lang: string): string {
  const longest = Math.max(2, ...[...code.matchAll(/^\s*(`{3,})/gm)].map(([, marks = '']) => marks.length));
  const marks = '`'.repeat(longest + 1);
  return `${marks}${lang}\n${code.replace(/\n+$/, '')}\n${marks}`;
}
