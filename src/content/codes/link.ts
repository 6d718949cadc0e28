import type { CodeTable } from './code.ts';

export const LINK_CODES = {
  'link-file': {
    severity: 'error',
    title: 'A link leads to a file that does not exist',
    why: 'Readers who follow the link would get the page that says that there is no such page. On the repository host it is dead too.',
    mend: 'Link by the path of the file, from the folder of the file that you write in, with its ending: `[indexes](../databases/indexes.md)`, `![the tree](./tree.svg)`. From a translation to a page that has none yet, link to the original: `../../databases/indexes.md`.',
  },
  'link-anchor': {
    severity: 'error',
    title: 'A link leads to a heading that does not exist',
    why: 'The page would open at its top, and readers would have to search for what you promised them.',
    mend: 'Take an anchor that the hint names. The anchor of a heading is its text in lower case with hyphens for spaces, and changes when you reword the heading; that of a checklist item is the id after its `^`. In a translation the headings, and so the anchors, are those of the translated page.',
  },
  'link-absolute': {
    severity: 'error',
    title: 'A link starts with a slash',
    why: 'An address from the slash on has neither the base nor the language of the site. On a fork that is published below `/kb/` it leads out of the site, it takes Spanish readers to the English page, and on the repository host it leads nowhere.',
    mend: 'Link to the file: `../databases/indexes.md`. The slash is for pages that the site makes itself and that have no file: `/authoring/errors/`, with a page for each code below it, and `/authoring/translations/`.',
  },
  'link-asset': {
    severity: 'error',
    title: 'A link leads to a file that is not a page',
    why: 'Of what lies below `content/docs`, only the pages are published, and the pictures that they show. A link to anything else works on the repository host and is dead on the site.',
    mend: 'What to write depends on what you link to:\n\n- a page: the file with its ending, `./indexes.md` or `./databases/index.md`\n- a picture: show it, `![the tree](./tree.svg)`\n- data or code: show the lines that matter, or link to the file on the repository host, `https://…`\n- another site: the whole address, with `https://`.',
  },
  'link-draft': {
    severity: 'error',
    title: 'A link leads to a draft',
    why: 'A draft is not built. The link would work for you while you write, and be dead for everybody else.',
    mend: 'Take `draft: true` out of the page that you link to if it is ready. If not, take the link out until it is. A draft may link to a draft.',
  },
  'link-html': {
    severity: 'error',
    title: 'A link stands in raw HTML',
    why: 'HTML goes onto the page as it is written. The address is not turned into that of the page, so it lacks base, language and the ending of the site’s addresses, and nobody would notice when the file moves.',
    mend: 'Write it as a Markdown link. Inside of an HTML block Markdown is read where blank lines are around it:\n\n- a line with `<details>` and its `<summary>`\n- a blank line\n- the text, `See [indexes](./indexes.md)`\n- a blank line\n- `</details>`.\n\nWhole addresses, `https://…`, and anchors of the same page, `#b-tree`, may stand in HTML.',
  },
  'diagram-link': {
    severity: 'error',
    title: 'A box of a diagram leads nowhere',
    why: 'A map whose boxes are links is how many readers find their way. A `click` line that names no box, or no page, would be passed over, and readers would press a box that does nothing.',
    mend: 'Write the id of the box, as it stands before its bracket, and the page in quotes, by the path of its file: `click locks "./locks.md"`. From a translation to a page that has none yet, link to the original: `../../databases/locks.md`; it leads to that page in the reader’s language. Only boxes of flowcharts and of state diagrams can lead somewhere.',
  },
  'picture-words': {
    severity: 'error',
    title: 'A picture says nothing to those who do not see it',
    why: 'A reader who has the page read aloud hears that there is a picture, and nothing of what it says. The same goes for search, and for everybody for whom the picture does not load.',
    mend: 'Say in a sentence or two what the picture shows, as you would on the phone, not that it is a picture. For a picture the words stand between the brackets: `![Two threads take turns holding the GIL](./gil.svg)`. For a Mermaid diagram they are the first line of the fence: `%% alt: Two threads take turns holding the GIL`; Mermaid’s own `accDescr: …` will do as well. A [picture in steps](/authoring/components/#in-steps) has its title and its captions.',
  },
  'picture-foreign': {
    severity: 'warning',
    title: 'A picture comes from another site',
    why: 'Whoever opens the page would tell that site so. The published pages allow no request to another host, so readers see no picture there, and none without a network.',
    mend: 'Put the picture beside the page, if its license lets you, and show that: `![the tree](./tree.png)`. Otherwise link to where it is: `[the tree](https://example.org/tree.png)`.',
  },
} as const satisfies CodeTable;
