import { expect, test } from 'vitest';
import { readKeep } from './keep.ts';

const AREAS = ['databases', 'django', 'fastapi'];

test.each([
  ['all', 'all'],
  [' none ', 'none'],
  ['fastapi, django', ['django', 'fastapi']],
])('"%s"', (text, keep) => {
  expect(readKeep(text, AREAS)).toEqual(keep);
});

test('what is no area is refused', () => {
  const said = ['djagno', 'rust', 'none,django', ''].map((text) => {
    try {
      return readKeep(text, AREAS);
    } catch (error) {
      return String(error);
    }
  });
  expect(said).toMatchInlineSnapshot(`
    [
      "Refusal: there is no area "djagno": did you mean django?",
      "Refusal: there is no area "rust": there are databases, django, fastapi",
      "Refusal: there is no area "none": there are databases, django, fastapi",
      "Refusal: say all, none or areas: databases, django, fastapi",
    ]
  `);
});
