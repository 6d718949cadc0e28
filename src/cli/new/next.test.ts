import { expect, test } from 'vitest';
import { createFiles, type Wanted } from './create.ts';
import { createExampleSite } from './example-site.ts';
import { describeNext } from './next.ts';

const AROUND = createExampleSite();
const say = (wanted: Wanted) => describeNext(wanted, AROUND, createFiles(wanted, AROUND));

test('a page is a draft and says where it is shown', () => {
  expect(say({ kind: 'note', place: 'python/slots', title: 'Slots', level: undefined })).toMatchInlineSnapshot(`
    "Wrote
      content/docs/python/slots.md
      content/docs/es/python/slots.md
      content/docs/pt-br/python/slots.md

    Next
      npm run dev     shows it at http://localhost:4321/study/python/slots/ while you write
      npm run check   finds what is wrong with it
      A draft is not published: when it is ready, take out its line "draft: true".
      A translation that is done: npm run translated -- and its file."
  `);
});

test('what is no page has nothing to take out', () => {
  expect(say({ kind: 'cards', place: 'python/slots', title: undefined, level: undefined })).toMatchInlineSnapshot(`
    "Wrote
      content/flashcards/python/slots.txt
      content/flashcards/es/python/slots.txt
      content/flashcards/pt-br/python/slots.txt

    Next
      npm run check   finds what is wrong with it"
  `);
});
