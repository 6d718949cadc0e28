import { describe, expect, test } from 'vitest';
import { mergeDraft, rewriteDraft } from '../draft.ts';
import { marginKey, marginPrefix, placeMarginNotes, printMarginNotes, readMarginNote } from './margin-note.ts';

const KEY = marginKey('gil', 'how');
const draft = (code: string | null, at = 1) => rewriteDraft(undefined, code, undefined, at);

test('a key says which section of which note it is of, and other drafts are none', () => {
  expect(KEY.startsWith(marginPrefix('gil')) && KEY.startsWith(marginPrefix())).toBe(true);
  expect(KEY.startsWith(marginPrefix('gi'))).toBe(false);
  expect(readMarginNote(KEY, draft('Ask Ana.'))).toEqual({
    note: 'gil',
    section: 'how',
    text: 'Ask Ana.',
    at: 1,
    others: [],
  });
  expect(readMarginNote('exercise:lru#x', draft('x'))).toBeUndefined();
});

test.each([null, '', '  \n'])('%j is nothing', (code) => {
  expect(readMarginNote(KEY, draft(code))).toBeUndefined();
});

describe('written on two devices', () => {
  const both = mergeDraft(draft('Here.', 1), draft('There.', 2));

  test('the later one is shown and the other is kept', () => {
    expect(readMarginNote(KEY, both)).toMatchObject({ text: 'There.', others: [{ text: 'Here.', at: 1 }] });
  });

  test('one that was taken in is not shown twice, also with spaces about it', () => {
    const joined = rewriteDraft(mergeDraft(draft('Here. ', 1), draft('There.', 2)), 'There.\nHere.', both, 3);
    expect(readMarginNote(KEY, joined)).toMatchObject({ text: 'There.\nHere.', others: [{ text: 'There.' }].slice(1) });
  });

  test('what was deleted here and written there is still there', () => {
    const deleted = mergeDraft(draft('There.', 1), draft(null, 2));
    expect(readMarginNote(KEY, deleted)).toMatchObject({ text: '', others: [{ text: 'There.' }] });
  });
});

const PAGES = [
  { token: 'orm', title: 'ORM', href: '/orm/', sections: [{ id: 'lazy', anchor: 'lazy', title: 'Lazy' }] },
  {
    token: 'gil|lock',
    title: 'The GIL',
    href: '/es/gil/',
    sections: [
      { id: '_top', anchor: '_top', title: 'Overview' },
      { id: 'how', anchor: 'cómo', title: 'Cómo' },
    ],
  },
];
const note = (id: string, section: string, text: string, at = 1) => ({ note: id, section, text, at, others: [] });

test('they stand in the order of the site; former ids count, and what has no place any more comes last', () => {
  const placed = placeMarginNotes(
    [
      note('gone', 'x', 'Of a note that is gone.'),
      note('gil', 'gone', 'Of a part that is gone.'),
      note('lock', 'how', 'Later.', 2),
      note('gil', '_top', 'Whole.'),
      note('orm', 'lazy', 'First.'),
    ],
    PAGES,
  );
  expect(placed.map(({ text, page, part }) => [text, page?.title, part?.anchor])).toEqual([
    ['First.', 'ORM', 'lazy'],
    ['Whole.', 'The GIL', '_top'],
    ['Later.', 'The GIL', 'cómo'],
    ['Of a part that is gone.', 'The GIL', undefined],
    ['Of a note that is gone.', undefined, undefined],
  ]);
});

test('as Markdown each stands below its section, with every version', () => {
  const written = [
    { ...note('gil', 'how', 'Ask *Ana*.\n'), others: [{ text: 'Or Bo.', at: 0 }] },
    note('gil', 'gone', 'Old.'),
    note('away', 'x', 'Lost.'),
  ];
  expect(printMarginNotes(placeMarginNotes(written, PAGES), 'Your notes', 'https://x.org')).toMatchInlineSnapshot(`
    "# Your notes

    ## [The GIL](https://x.org/es/gil/)

    ### [Cómo](https://x.org/es/gil/#cómo)

    Ask *Ana*.

    Or Bo.

    ### gone

    Old.

    ## away

    ### x

    Lost.
    "
  `);
});
