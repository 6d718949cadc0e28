import { expect, test } from 'vitest';
import { type AnkiPackageNote, toRows } from './anki-faces.ts';

const LINE = '{{FrontSide}}<hr id=answer>';
const BASIC = { front: '{{Front}}', back: `${LINE}{{Back}}` };
const BACKWARD = { front: '{{Back}}', back: `${LINE}{{Front}}` };

function read(
  note: Partial<AnkiPackageNote>,
  templates = [BASIC],
  fields = ['Front', 'Back', 'Link'],
  isCloze = false,
) {
  const said: string[] = [];
  const cards = templates.map((_, ord) => ({ ord, deck: 'D' }));
  const rows = toRows(
    {
      guid: 'x',
      type: { name: 'T', isCloze, fields, templates },
      fields: ['question', 'answer', ''],
      tags: [],
      cards,
      ...note,
    },
    (message) => said.push(message),
  );
  return { rows: rows.map(({ type, fields, deck, id }) => [type, ...fields, deck, id]), said };
}

test('a card has what its template shows on either side, the question once', () => {
  const words = [{ front: 'What is {{Front}}?', back: 'What is {{Front}}?<hr>It is {{Back}}' }];
  expect(read({}, words).rows).toEqual([['basic', 'What is question?', '<hr>It is answer', 'D', undefined]]);
  expect(read({}).rows).toEqual([['basic', 'question', 'answer', 'D', undefined]]);
});

test('two cards that ask both ways are one; cards that do not are two, each in its deck', () => {
  expect(read({}, [BASIC, BACKWARD]).rows).toEqual([['reversed', 'question', 'answer', 'D', undefined]]);
  const cards = [
    { ord: 0, deck: 'D' },
    { ord: 1, deck: 'E' },
  ];
  expect(read({ cards }, [BASIC, { front: 'Why {{Front}}?', back: `${LINE}{{Back}}` }]).rows).toEqual([
    ['basic', 'question', 'answer', 'D', undefined],
    ['basic', 'Why question?', 'answer', 'E', undefined],
  ]);
});

test('a template without a card makes none', () => {
  expect(read({ cards: [{ ord: 1, deck: 'D' }] }, [BASIC, BACKWARD]).rows).toEqual([
    ['basic', 'answer', 'question', 'D', undefined],
  ]);
});

test('a note without cards makes none, and is named by its first words', () => {
  const fields = ['<img src="x"><b>What</b> is&nbsp;&lt;it&gt;, and why would anybody ever ask for that?', '', ''];
  expect(read({ cards: [], fields })).toEqual({
    rows: [],
    said: ['note “What is <it>, and why would anybody ever…”: it was left out, since it has no cards'],
  });
});

test('what is typed is the answer, and what its back says beside is told', () => {
  const typed = { front: '{{Front}}{{type:Back}}', back: '{{Front}}<hr id="answer">{{type:Back}}{{Link}}' };
  expect(read({}, [typed])).toEqual({ rows: [['type', 'question', 'answer', 'D', undefined]], said: [] });
  expect(read({ fields: ['question', 'answer', 'more'] }, [typed]).said).toEqual([
    'note “question”: what its back says beside the answer that is typed was left out',
  ]);
});

test('a cloze note is one card, with what stands below its text', () => {
  const templates = [{ front: '{{cloze:Text}}', back: '{{cloze:Text}}<br>{{Extra}}' }];
  const fields = ['{{c1::a}} {{c2::b}}', 'more'];
  const cards = [
    { ord: 0, deck: 'D' },
    { ord: 1, deck: 'D' },
  ];
  expect(read({ fields, cards }, templates, ['Text', 'Extra'], true).rows).toEqual([
    ['cloze', '{{c1::a}} {{c2::b}}', '<br>more', 'D', undefined],
  ]);
});

test('a note of a package of this site has its id again, and its link is told', () => {
  const templates = [{ front: '{{Front}}', back: `${LINE}{{Back}}{{#Link}}<p>{{Link}}</p>{{/Link}}` }];
  expect(read({ guid: 'kb:en:my-card', fields: ['question', 'answer', '<a href="x">y</a>'] }, templates)).toEqual({
    rows: [['basic', 'question', 'answer', 'D', 'my-card']],
    said: ['note “question”: its link to a page was left out: write one after Link:'],
  });
});
