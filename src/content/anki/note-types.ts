/** The note types of the package: one for each type of card, the same in every language and for ever. */
import { CARD_TYPES, type CardType } from '../cards/card.ts';
import { FIELDS } from './anki-note.ts';
import { ANKI_STYLE } from './anki-style.ts';
import { stableNumber } from './stable-number.ts';

interface Template {
  readonly name: string;
  readonly front: string;
  readonly back: string;
}

const LINK = '{{#Link}}<p class="link">{{Link}}</p>{{/Link}}';
const LINE = '<hr id="answer">';

const FORWARD: Template = { name: 'Card 1', front: '{{Question}}', back: `{{FrontSide}}${LINE}{{Answer}}${LINK}` };
const BACKWARD: Template = { name: 'Card 2', front: '{{Answer}}', back: `{{FrontSide}}${LINE}{{Question}}${LINK}` };

const TEMPLATES: Readonly<Record<CardType, readonly Template[]>> = {
  basic: [FORWARD],
  reversed: [FORWARD, BACKWARD],
  type: [
    {
      name: 'Card 1',
      front: '{{Question}}{{type:Answer}}',
      back: `{{Question}}${LINE}{{type:Answer}}${LINK}`,
    },
  ],
  cloze: [{ name: 'Cloze', front: '{{cloze:Text}}', back: `{{cloze:Text}}{{Extra}}${LINK}` }],
};

export interface NoteTypeOptions {
  readonly siteId: string;
  /** Begins the names that readers see. */
  readonly title: string;
  /** Seconds since 1970. */
  readonly changedAt: number;
}

/** Never to be changed: see FIELDS. */
export function noteTypeId(siteId: string, type: CardType): number {
  return stableNumber(`${siteId}/notetype/${type}`, 1_400_000_000_000, 200_000_000_000);
}

export function noteTypeName(title: string, type: CardType): string {
  return `${title.replaceAll('"', '”')} (${type})`;
}

/** As `col.models` holds them, by id. */
export function createNoteTypes(options: NoteTypeOptions): Readonly<Record<string, object>> {
  return Object.fromEntries(
    CARD_TYPES.map((type) => [String(noteTypeId(options.siteId, type)), describeNoteType(type, options)]),
  );
}

function describeNoteType(type: CardType, { siteId, title, changedAt }: NoteTypeOptions): object {
  const key = `${siteId}/notetype/${type}`;
  return {
    id: noteTypeId(siteId, type),
    name: noteTypeName(title, type),
    type: type === 'cloze' ? 1 : 0,
    mod: changedAt,
    usn: 0,
    sortf: 0,
    did: null,
    req: type === 'cloze' ? [] : TEMPLATES[type].map((_, ord) => [ord, 'any', [ord]]),
    tmpls: TEMPLATES[type].map(({ name, front, back }, ord) => ({
      id: stableNumber(`${key}/template/${name}`, 1, 2 ** 48),
      name,
      ord,
      qfmt: front,
      afmt: back,
      bqfmt: '',
      bafmt: '',
      did: null,
      bfont: '',
      bsize: 0,
    })),
    flds: FIELDS[type].map((name, ord) => ({
      id: stableNumber(`${key}/field/${name}`, 1, 2 ** 48),
      name,
      ord,
      sticky: false,
      rtl: false,
      font: 'Arial',
      size: 20,
      media: [],
    })),
    css: ANKI_STYLE,
    latexPre: '\\documentclass[12pt]{article}\n\\begin{document}\n',
    latexPost: '\\end{document}',
    latexsvg: false,
    tags: [],
    vers: [],
  };
}
