import type { CodeTable } from './code.ts';

export const TRANSLATION_CODES = {
  'translation-missing': {
    severity: 'warning',
    title: 'Something is not translated yet',
    why: 'Readers of that language get the text in the main language instead, and above a page they are told so. Nothing is broken: the check says what is left to do.',
    mend: 'Translate what is named, when you can:\n\n- A page: copy it to the same path below `content/docs/es/`, translate it, then run `npm run translated -- <file>`.\n- Cards: the same below `content/flashcards/es/`.\n- The texts of an exercise: write `hints.es.md` beside `hints.md`.\n- A text in a data file: write `title: { en: Retry, es: Reintentar }`.',
  },
  'translation-behind': {
    severity: 'warning',
    title: 'The original changed since the translation',
    why: 'The translation may say what the original no longer says. On a page, readers are told above it which sections changed, and have to read those in another language.',
    mend: 'Compare what is named with the original and translate what changed. Then run `npm run translated -- <file>`, which writes the new record. A hash written by hand would say that somebody has looked, when nobody has.',
  },
  'translation-unrecorded': {
    severity: 'warning',
    title: 'A translation does not say what it was made from',
    why: 'Without a record the check cannot tell when the original changes. The translation grows old, and neither you nor its readers are told.',
    mend: 'Compare the translation with its original. When it says the same, run `npm run translated -- <file>`. This writes `translated` into the frontmatter, or `Translated:` above the first card of a card file.',
  },
  'translation-orphan': {
    severity: 'warning',
    title: 'A translation has no original',
    why: 'A translation belongs to the original that lies at the same path. Without that, the other languages have nothing at its address, the check compares it with nothing, and nobody is told when it ages. Most often the original was moved.',
    mend: 'If the original was moved or renamed, move the translation in the same way. If it was taken away, take the translation away too. If there never was one, write it in the main language first. The translation of a draft is itself a `draft: true`.',
  },
  'translation-id': {
    severity: 'error',
    title: 'A translation has another id than its original',
    why: 'Progress is kept under the id, whatever the language. With another id, what readers tick in one language is open again in the other.',
    mend: 'Write the id of the original: ids are not translated. To a translation that has none, `npm run ids` gives the right one.',
  },
  'translation-item': {
    severity: 'error',
    title: 'The checklists of a translation and its original differ',
    why: 'A tick belongs to an item, not to a language. With an item that only one side has, readers who change the language find fewer ticks than they made, or a list that they can never finish.',
    mend: 'Give the translation every item of the original, each with the `^id` that it has there. An item that only the translation has goes into the original too, or out. A translation that is not complete yet can wait as `draft: true`.',
  },
  'translation-card': {
    severity: 'error',
    title: 'The cards of a translation and its original differ',
    why: 'Reviews are kept by card, whatever the language. A card with another id begins from zero. One with another type, other tags or other code is no longer the card that was learned.',
    mend: 'Copy `Id:`, `Type:`, `Tags:` and the code blocks as they are, and translate the rest; fences of `text` and `mermaid` are words and may be translated. A card that only the translation has goes into the original too, or out. A card that the translation lacks is only a warning.',
  },
  'translation-code': {
    severity: 'warning',
    title: 'The code of a translation and its original differ',
    why: 'Where a translation runs other code, the two pages prove different things. A correction of one never reaches the other, and the difference is found by readers.',
    mend: 'Copy the blocks that run, and their outputs, from the original as they are, names and printed texts included. What needs a word in your language is explained in the text. Blocks with `norun` and other languages are not compared.',
  },
  'words-missing': {
    severity: 'error',
    title: 'A language has no interface words',
    why: 'Each page holds words of the site: labels, buttons, messages. Without them no page in that language can be built.',
    mend: 'Copy the file of another language to the name that the hint gives, and translate its values. There is one file for each language of `site.config.ts`, named by its `lang`: `content/i18n/pt-BR.json`. Keep what stands in double braces, such as `{{count}}`: the site fills it in.',
  },
  'words-json': {
    severity: 'error',
    title: 'The interface words cannot be read',
    why: 'One comma too many, and none of the words can be read. No page in that language can then be built.',
    mend: 'The file is one JSON object of texts: `{ "study.sources": "Fuentes" }`. Keys and texts stand in double quotes, with a comma between two entries and none after the last. A quote inside a text is written `\\"`. JSON has no comments.',
  },
  'word-missing': {
    severity: 'error',
    title: 'An interface word is missing',
    why: 'Readers of that language would find words of another one there, or the bare key, `study.output`. You would hear of it from them.',
    mend: 'Write the word: `"study.requires": "Leer antes"`. What it should say stands under the same key in the file of another language. Keep what stands in double braces, such as `{{count}}`: the site fills it in.',
  },
  'word-unknown': {
    severity: 'warning',
    title: 'Nothing uses an interface word',
    why: 'The site no longer uses this word, or its key is misspelled. You would translate it for nothing, and a misspelled key leaves another one without its word.',
    mend: 'Correct the key as the hint proposes, or take the line out. Only keys that begin with `study.` are looked at; the others belong to Starlight. If you are adding a word to the site itself, list its key in `src/content/interface-keys.ts`.',
  },
} as const satisfies CodeTable;
