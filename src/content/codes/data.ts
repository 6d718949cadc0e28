import type { CodeTable } from './code.ts';

export const DATA_CODES = {
  'yaml-syntax': {
    severity: 'error',
    title: 'The YAML cannot be read',
    why: 'From YAML that cannot be parsed nothing can be taken: no title, no id, no entries. Half of it would be worse, since the page would come out without the keys that stand below the mistake, and nobody would know.',
    mend: 'Look at the line that is named and the one before it:\n\n- A text stands in quotes if a colon and a space are in it, or if it begins with a character such as `[`, `{`, `*`, `&`, `!`, `%`, `@` or a backtick: `title: "Indexes: what they cost"`.\n- Every quote and every bracket has its second one.\n- Lines are indented with spaces, and keys that belong together begin in the same column.\n- Of two equal keys keep one.\n- The frontmatter of a page stands between two lines of three dashes, the first of which is the first line of the file.',
  },
  'mdx-syntax': {
    severity: 'error',
    title: 'The MDX cannot be read',
    why: 'In MDX a `<` begins a component and a `{` begins JavaScript. Where that cannot be parsed there is no page at all, not even the paragraphs above the mistake.',
    mend: 'Most files need no components and are better named `.md`, where `<` and `{` are only characters. In a file that stays `.mdx`:\n\n- Write `\\<` and `\\{`, or put code in backticks.\n- Close every tag: `<details> … </details>`, `<br />`.\n- Write links as `[text](url)` and comments as `{/* text */}`.\n- Begin no sentence with the word *import* or *export*.',
  },
  'key-unknown': {
    severity: 'error',
    title: 'There is no such key',
    why: 'A key that nobody reads does nothing, and you would not notice. With `requirse` a note shows no prerequisites; with `darft` an unfinished page is published.',
    mend: 'Take the name that the hint proposes. Lower and upper case count: it is `leadsTo`, not `leadsto`. If the hint lists all keys there are, what you want to say has no key here: say it in the text, or take the line out.',
  },
  'key-renamed': {
    severity: 'error',
    title: 'This key has another name here',
    why: 'Other site generators, and earlier notes of yours, call the same thing by this name. Here nothing reads it, so the page would be without it.',
    mend: 'Write the name that the hint gives, and look whether the value still fits: `readingTime: 10 min` becomes `minutes: 10`. If both names are there, keep the new one.',
  },
  'key-missing': {
    severity: 'error',
    title: 'A key is missing',
    why: 'The site needs this key to show the thing at all, or to let a reader judge it. Without `title` there is nothing to click on; without `verified` nobody can tell a claim of this year from one of five years ago.',
    mend: 'Add the key with its value. A page with a `level` is a note and needs these besides `id` and `title`:\n\n- `description: What an index speeds up, and what it costs.`\n- `minutes: 25`\n- `verified: { date: 2026-11-24, versions: [PostgreSQL 18] }`\n- `sources:` with a `title`, a `url` and what it `supports` for each.\n\nA page that is not a note has no `level`.',
  },
  'value-invalid': {
    severity: 'error',
    title: 'A value does not fit its key',
    why: 'The value would be taken for something else, or for nothing. `draft: yes` is a text and not *true*, so the draft would be published; `minutes: ten` cannot be added up.',
    mend: 'The hint says what fits. What often goes wrong:\n\n- yes or no is `true` or `false`, without quotes\n- a number has no unit and no quotes: `minutes: 25`\n- a text that looks like a number has quotes: `title: "404"`\n- a list has brackets, even with one entry: `requires: [python-internals/gil]`\n- a day is `2026-11-24`\n- an address is whole: `https://docs.python.org/3/`\n- a key without a value is taken out.',
  },
  'synonym-twice': {
    severity: 'error',
    title: 'An expression stands in two groups',
    why: 'Each group of `content/search-synonyms.yaml` says what search takes for the same. With an expression in two of them, search would take the rest of both for the same too: with `index` among the indexes of a database and among those of a list, who looks for one finds the other.',
    mend: 'Make one group of the two if all of it means the same. Otherwise leave the expression in the group that readers mean by it, and take it out of the other. Case, accents and spaces do not make two of one.',
  },
} as const satisfies CodeTable;
