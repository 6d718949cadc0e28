import { expect, test } from 'vitest';
import { checkContent } from '../../content/check/check-content.ts';
import { createMemoryFiles } from '../../content/files/memory-files.ts';
import { isError } from '../../content/problem.ts';
import { createExampleSite, EXAMPLE_PAGES } from '../new/example-site.ts';
import { parseAnkiTable } from './anki-table.ts';
import { planTable } from './import-table.ts';

const TABLE = [
  '#separator:tab\n#html:true\n#notetype column:1\n#deck column:2\n#tags column:5',
  'Basic\tPy::Core\tWhat is a <b>slot</b>?\tA place<br>Tags: none\tpy a,b',
  'Basic (and reversed card)\tPy::Core\tterm\tdefinition\t',
  'Cloze\tPy::Core\tThe {{c2::GIL}} is {{c3::a lock}}\t\t',
  'Basic (type in the answer)\tOther\tWhat is a <b>slot</b>?\t__slots__\t',
  'Cloze\tOther\tnever {{c1::closed\tanswer\t',
  'Basic\tOther\tno answer\t\t',
  'Basic\tOther\t<img src="cat.png">\tA cat [sound:cat.mp3]\t',
].join('\n');

test('a table of Anki becomes a file for each deck, and what cannot come is named', () => {
  const site = createExampleSite();
  const there = 'Id: term\nQ: Term?\nA: There.\n';
  const files = createMemoryFiles({ ...EXAMPLE_PAGES, 'content/flashcards/anki/other.txt': there });
  const { texts, count, remarks } = planTable(parseAnkiTable(TABLE), {
    files,
    area: 'anki',
    file: 'export.txt',
    title: 'Export',
  });
  expect(count).toBe(5);
  expect(texts).toMatchInlineSnapshot(`
    {
      "content/flashcards/anki/other-2.txt": "Deck: Other

    Id: what-is-a-slot-2
    Type: type
    Q: What is a **slot**?
    A: __slots__

    Id: cat-png
    Q: \\[cat.png\\]
    A: A cat \\[sound:cat.mp3\\]
    ",
      "content/flashcards/anki/py/core.txt": "Deck: Py::Core

    Id: what-is-a-slot
    Q: What is a **slot**?
    A: A place\\
     Tags: none
    Tags: py, a-b

    Id: term-2
    Type: reversed
    Q: term
    A: definition

    Id: the-gil-is-a-lock
    Type: cloze
    Q: The {{c1::GIL}} is {{c2::a lock}}
    ",
    }
  `);
  expect(remarks.map(({ message }) => message)).toMatchInlineSnapshot(`
    [
      "line 10: this card was left out: "{{c1::" stands in a card of type basic",
      "line 11: this card was left out: it has no question or no answer",
      "line 12: the picture cat.png was left out, since cards are text: its name stands there",
      "line 12: the sound cat.mp3 was left out, since cards are text: its name stands there",
    ]
  `);
  const all = createMemoryFiles({ ...EXAMPLE_PAGES, 'content/flashcards/anki/other.txt': there, ...texts });
  const errors = checkContent(all, site.site, { today: site.today }).filter(isError);
  expect(errors.filter(({ file }) => file.includes('flashcards'))).toEqual([]);
});
