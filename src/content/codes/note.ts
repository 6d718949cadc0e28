import type { CodeTable } from './code.ts';

export const NOTE_CODES = {
  'note-summary': {
    severity: 'warning',
    title: 'A note begins without its summary',
    why: 'The site frames the paragraphs before the first heading as the summary. Many read only these, to learn whether they need the note or to recall it later. Without them both have to search the text.',
    mend: 'Begin with a paragraph or two, five sentences or fewer, that say the idea as someone could repeat it in an interview. Only paragraphs count: a heading, a list, a fence or HTML ends the summary.',
  },
  'note-checklist': {
    severity: 'warning',
    title: 'A note has no checklist',
    why: 'Progress is made of ticked items. A note without any can never be finished, and counts for nothing in the progress of its area.',
    mend: 'Add four to eight abilities that readers can test on themselves: `- [ ] Explain why the GIL exists ^explain-gil`. `npm run ids` writes the ids after the `^`.',
  },
  'note-questions': {
    severity: 'warning',
    title: 'A note asks its reader nothing',
    why: 'Reading feels like knowing. Only a question that has to be answered from memory shows the difference.',
    mend: 'Add three to seven questions. Each is a line `<details class="check">`, a line `<summary>…</summary>` with the question, an empty line, the answer, an empty line and `</details>`. Interview questions have `class="interview"`.',
  },
  'note-sources': {
    severity: 'warning',
    title: 'A note rests on fewer than three sources',
    why: 'What rests on one page falls with it, and two articles often copy the same mistake from each other. Readers who doubt a claim have nowhere to look.',
    mend: 'List at least three in `sources`, each with `title`, `url` and `supports`: what the note takes from it. Prefer the language reference, the PEP, the source code and the vendor’s manual, and name only what you have opened.',
  },
  'note-verified-old': {
    severity: 'warning',
    title: 'The claims of a note were last checked long ago',
    why: 'Python and its frameworks change every year, and readers cannot tell which sentence of a note has aged. After 400 days the check reminds you to look.',
    mend: 'Go through the claims with the versions of today and correct what has changed. Then write the day and those versions: `verified: { date: 2026-11-24, versions: [CPython 3.14] }`. Write a new day only when you have looked.',
  },
  'note-description': {
    severity: 'warning',
    title: 'A description is longer than search engines show',
    why: 'Search engines cut a description after about 160 characters, often just before the words that would have brought a reader here.',
    mend: 'Say in one sentence of at most 160 characters what a reader learns. Leave out what every page could say of itself: that it is detailed, complete or an introduction.',
  },
  'heading-title': {
    severity: 'warning',
    title: 'The text of a page has a second title',
    why: 'The `title` of the frontmatter is shown as the title of the page. With a second one, screen readers announce two titles, and the table of contents, which begins at `##`, leaves it out.',
    mend: 'Begin sections with `##`. Take the heading out where it only repeats the title. A line underlined with `===` is a title too: write it as `## …`.',
  },
  'heading-skipped': {
    severity: 'warning',
    title: 'A heading skips a level',
    why: 'Those who listen to a page go from heading to heading by their level. Where a level is missing, it sounds as if a section had been lost.',
    mend: 'Begin the heading with at most one `#` more than the one above it; the first heading of a page begins with `##`. Choose the level by what belongs to what, not by the size of the letters.',
  },
  'area-overview': {
    severity: 'error',
    title: 'No overview leads to a note',
    why: 'The sidebar and the home page list the notes of an area below its overview. Without one, the note is published and no page leads to it.',
    mend: 'Write `content/docs/<area>/index.md` with `id`, `title` and what the area is about. It has no `level`, and is no draft once a note of the area is published. `npm run new area <area> "Title"` writes one. A note that lies directly in `content/docs/` goes into the folder of an area.',
  },
} as const satisfies CodeTable;
