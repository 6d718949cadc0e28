import type { CodeTable } from './code.ts';

export const ID_CODES = {
  'id-missing': {
    severity: 'error',
    title: 'An id is missing',
    why: 'What readers do is kept in their browsers under the id: ticks, answers, what is due for review. Without one, the path or the title would have to stand in for it, and the first time you change that, all of it would be lost.',
    mend: 'Run `npm run ids`: it writes every id that is missing and changes nothing else. Or write one yourself: `id: databases/indexes` in the frontmatter of a page, `id: read-plan` in an entry of a data file. A translation has the id of its original. Once it is published, an id never changes.',
  },
  'id-form': {
    severity: 'error',
    title: 'An id is not well formed',
    why: 'An id stands in data files, in flashcards, in `requires` and in what readers export. With capitals, spaces or accents in it, sooner or later somebody writes it in another way, and it is another id then.',
    mend: 'Write lower-case letters and digits with single hyphens between the words: `lru-cache`. Ids of pages may have slashes, and are mostly the path: `databases/indexes`. A reference to a part of a page adds `#` and the part: `databases/indexes#what-a-write-costs`.',
  },
  'id-duplicate': {
    severity: 'error',
    title: 'Two things share an id',
    why: 'Both would share one record. A reader who ticks an item of the one has ticked it in the other, and once that is mixed up in readers’ browsers, nobody can sort it out again.',
    mend: 'Mostly one file was copied from the other. Give the newer one an id of its own; the older keeps its id, since readers may have data under it. If you take the copied line out, `npm run ids` writes a new one.',
  },
  'id-vanished': {
    severity: 'error',
    title: 'A published id is gone',
    why: 'Readers have ticks, positions and reviews under an id that was published. With the id gone, the site never looks there again, and their work is lost to them.',
    mend: 'Say what became of it. If it has another id now, add the old one where the new one is:\n\n- a page, in its frontmatter: `was: [databases/indices]`\n- a checklist item, in the frontmatter of its page: `wasItems: { read-plan: [read-explain] }`; if it came from another page, `wasItems: { read-plan: ["databases/queries#read-plan"] }`\n- an entry of a data file, beside its `id`: `was: [old-id]`\n- a flashcard, as a line of its own: `Was: old-id`\n\nIf it is gone for good, add the line that the hint shows to `content/retired.yaml`. What is retired takes its parts with it, so the items of a page need no lines.',
  },
  'item-id-missing': {
    severity: 'warning',
    title: 'A checklist item has no id of its own',
    why: 'A tick is kept under the item’s id. As long as you write none, the id is made of the text, and correcting a typo in it would lose the tick. A translation has another text, so on a page that is translated this is an error; on a site with `strictIds` it is one everywhere.',
    mend: 'Run `npm run ids`, which writes the ids that are missing, or end the line with a space, a `^` and an id of your own: `- [ ] Read a query plan ^read-plan`. From then on the text is yours to reword.',
  },
  'item-id-form': {
    severity: 'error',
    title: 'The id of a checklist item is not well formed',
    why: 'What is not an id belongs to the text. Readers would see `^Write_Cost` at the end of the line, and their ticks would hang on an id made of all its words.',
    mend: 'Write lower-case letters, digits and hyphens after the `^`, as the last thing on the line: `^write-cost`.',
  },
  'item-duplicate': {
    severity: 'error',
    title: 'Two things on a page share an id',
    why: 'Both are the same thing to the site: a tick on the one would be a tick on the other, and a link to that id leads to whichever comes first. Headings count too, since they have ids on the page.',
    mend: 'Give one of the two another id after its `^`. If one of them is published already, it keeps its id. An item that clashes with a heading says what the reader does: `^explain-b-tree` beside the heading *B-tree*.',
  },
  'item-form': {
    severity: 'warning',
    title: 'This looks like a checklist item and is not one',
    why: 'Markdown shows the line as plain text, brackets and all. There is no box to tick, and the item is missing where progress is counted.',
    mend: 'Write a hyphen, a space, the brackets with one space between them, a space, and the text: `- [ ] Read a query plan ^read-plan`. If it is meant as text, put the brackets in backticks.',
  },
  'reference-unknown': {
    severity: 'error',
    title: 'A name leads to nothing',
    why: 'The site can show only what it finds. A prerequisite that does not exist is missing under the note without a word, and an item of a roadmap would lead nowhere.',
    mend: 'Take the name that the hint proposes, or look up the `id` of what you mean: of a page in its frontmatter, of a part in its heading or after the `^` of the item. Ids are not file names: no `.md`, no `../`. Keys of `wasItems` are the ids that the items have now.',
  },
  'reference-cycle': {
    severity: 'error',
    title: 'Notes require each other',
    why: 'Every one of these notes tells its reader to read another one first. Nobody could begin.',
    mend: 'Decide which comes first, and take the other one out of its `requires`. If it should point forward, it says so with `leadsTo: [python/threads]`.',
  },
  'reference-repeated': {
    severity: 'warning',
    title: 'The same thing is named twice',
    why: 'Readers would see the same line twice and look for the difference. On a roadmap the same work would count twice.',
    mend: 'Take one of the two out. If you mean two parts of one page, name them: `databases/indexes#what-a-write-costs`.',
  },
} as const satisfies CodeTable;
