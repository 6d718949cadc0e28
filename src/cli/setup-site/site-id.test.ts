import { expect, test } from 'vitest';
import { readSiteId, suggestSiteId } from './site-id.ts';

test.each([
  [['Mis «apuntes» de Python 🐍'], 'mis-apuntes-de-python'],
  [['2026 notes'], 'notes'],
  [['ノート', 'my-repo'], 'my-repo'],
  [['ノート'], 'my-notes'],
  [['PSKB'], 'my-notes'],
])('of %j comes %s', (names, id) => {
  expect(suggestSiteId(...names)).toBe(id);
  expect(readSiteId(id)).toBe(id);
});

test('what cannot be one is refused, with one that can', () => {
  expect(() => readSiteId('My Notes')).toThrowErrorMatchingInlineSnapshot(
    `[Refusal: "My Notes" has to be lower-case letters, digits and hyphens, such as my-notes]`,
  );
  expect(() => readSiteId('pskb')).toThrowErrorMatchingInlineSnapshot(
    `[Refusal: "pskb" is the site that you start from: with another name, readers of both keep their progress apart]`,
  );
});
