import { expect, test } from 'vitest';
import { readBasePath } from './base-path.ts';

test.each([
  ['my-notes', '/my-notes/'],
  ['/my-notes', '/my-notes/'],
  ['my-notes/', '/my-notes/'],
  ['//a//b/', '/a/b/'],
  ['/', '/'],
  ['', '/'],
])('"%s" is the base %s', (text, base) => {
  expect(readBasePath(text)).toBe(base);
});

test('what cannot be a base is refused, with the right one', () => {
  const said = ['/my notes/', '/../', 'C:/Program Files/Git/my-notes/', 'https://me.github.io/x/', '/a?b/'].map(
    (text) => {
      try {
        return readBasePath(text);
      } catch (error) {
        return String(error);
      }
    },
  );
  expect(said).toMatchInlineSnapshot(`
    [
      "Refusal: "my notes" cannot be part of an address: write letters, digits and hyphens, such as /my-notes/",
      "Refusal: ".." cannot be part of an address: write letters, digits and hyphens, such as /my-notes/",
      "Refusal: "C:/Program Files/Git/my-notes/" is a path of this computer: some shells make one of /my-notes/. Write my-notes",
      "Refusal: "https://me.github.io/x/" is a whole address: its path alone is the base, /x/",
      "Refusal: "a?b" cannot be part of an address: write letters, digits and hyphens, such as /a-b/",
    ]
  `);
});
