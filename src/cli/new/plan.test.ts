import { expect, test } from 'vitest';
import type { Wanted } from './create.ts';
import { createExampleSite, EXAMPLE_PAGES } from './example-site.ts';
import { planFiles } from './plan.ts';

const NOTE: Wanted = { kind: 'note', place: 'python/gil', title: 'The GIL', level: undefined };

test('what is there already is named, and nothing replaces it', () => {
  const site = createExampleSite({ ...EXAMPLE_PAGES, 'content/docs/es/python/gil.md': '---\nid: python/gil\n---\n' });
  expect(() => planFiles(NOTE, site)).toThrowErrorMatchingInlineSnapshot(`
    [Refusal: Nothing was written, since these files are there already:

      content/docs/es/python/gil.md
      content/docs/python/gil.md]
  `);
});

test('a page of the same address counts, whatever its file is called', () => {
  const site = createExampleSite({
    ...EXAMPLE_PAGES,
    'content/docs/python/slots/index.mdx': '---\nid: python/slots\ntitle: Slots\n---\n',
    'content/docs/pt-br/python/Slots.md': '---\nid: python/slots\ntitle: Slots\n---\n',
  });
  expect(() => planFiles({ ...NOTE, place: 'python/slots' }, site)).toThrowErrorMatchingInlineSnapshot(`
    [Refusal: Nothing was written, since these files are there already:

      content/docs/pt-br/python/Slots.md
      content/docs/python/slots/index.mdx]
  `);
});

test('one file of an exercise in the way keeps back all of them', () => {
  const site = createExampleSite({ ...EXAMPLE_PAGES, 'content/exercises/lru-cache/solution.py': 'pass\n' });
  const exercise: Wanted = { kind: 'exercise', place: 'lru-cache', title: 'LRU cache', level: undefined };
  expect(() => planFiles(exercise, site)).toThrowErrorMatchingInlineSnapshot(`
    [Refusal: Nothing was written, since this file is there already:

      content/exercises/lru-cache/solution.py]
  `);
});

test('an id that another page has is told before anything is written', () => {
  const renamed = EXAMPLE_PAGES['content/docs/python/gil.md'].replace('id: python/gil', 'id: python/slots');
  const site = createExampleSite({ ...EXAMPLE_PAGES, 'content/docs/python/old-slots.md': renamed });
  expect(() => planFiles({ ...NOTE, place: 'python/slots' }, site)).toThrow(
    /^Nothing was written, since it would not pass the check:\n\ncontent\/docs\/python\/slots\.md:2:5 {2}error {2}id-duplicate/,
  );
});

test('what is wrong elsewhere keeps nobody from writing', () => {
  const site = createExampleSite({ ...EXAMPLE_PAGES, 'content/docs/python/broken.md': '---\ntitle: [\n---\n' });
  expect(Object.keys(planFiles({ ...NOTE, place: 'python/slots' }, site))).toHaveLength(3);
});
