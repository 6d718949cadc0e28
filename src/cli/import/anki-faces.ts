/** A note of Anki as cards of ours: one for each of its questions, or one that is asked both ways. */
import { stripHtml } from '../../content/anki/anki-text.ts';
import type { AnkiNoteType } from './anki-note-type.ts';
import type { AnkiRow } from './anki-table.ts';
import { findTyped, isSeen, writeSide } from './anki-template.ts';

export interface AnkiPackageNote {
  readonly guid: string;
  readonly type: AnkiNoteType;
  readonly fields: readonly string[];
  readonly tags: readonly string[];
  /** The cards that there are of it: the number of each one's template, and its deck. */
  readonly cards: readonly { readonly ord: number; readonly deck: string }[];
}

interface Face {
  readonly deck: string;
  readonly front: string;
  readonly back: string;
  readonly isTyped: boolean;
  /** Whether more is shown than what is to be typed. */
  readonly hasMore: boolean;
}

/** Where a question ends that is shown again above its answer. */
const LINE = /^.*<hr[^>]*\bid\s*=\s*["']?answer\b[^>]*>/is;
/** Anki names notes of this site's packages so: by site, language and card. */
const OWN_GUID = /^[^:]+:[^:]+:([a-z0-9]+(?:-[a-z0-9]+)*)$/;

/** @param tell is told what stays behind, with the words by which its writer finds the note */
export function toRows(note: AnkiPackageNote, tell: (message: string) => void): AnkiRow[] {
  const { type, tags, cards } = note;
  const place = `note “${nameOf(note)}”`;
  const say = (message: string) => tell(`${place}: ${message}`);
  const id = OWN_GUID.exec(note.guid)?.[1];
  const fields = nameFields(note, id !== undefined, say);
  const row = (face: Face, cardType: AnkiRow['type']): AnkiRow => ({
    place,
    fields: [face.front, face.back],
    noteType: type.name,
    type: cardType,
    id,
    deck: face.deck,
    tags,
  });
  const decks = new Map(cards.map(({ ord, deck }) => [ord, deck]));
  const [first = ''] = decks.values();
  if (type.isCloze) return [row(writeCloze(type, fields, first), 'cloze')];
  const faces = type.templates.flatMap((template, ord) => {
    const deck = decks.get(ord);
    return deck === undefined ? [] : [writeFace(template, fields, deck)];
  });
  if (faces.length === 0) say('it was left out, since it has no cards');
  const [one, other] = faces;
  if (faces.length === 2 && one && other && isWayBack(one, other)) return [row(one, 'reversed')];
  if (faces.some(({ isTyped, hasMore }) => isTyped && hasMore))
    say('what its back says beside the answer that is typed was left out');
  return faces.map((face) => row(face, face.isTyped ? 'type' : 'basic'));
}

function nameFields(note: AnkiPackageNote, isOwn: boolean, say: (message: string) => void): Map<string, string> {
  const fields = new Map(note.type.fields.map((name, index) => [name, note.fields[index] ?? '']));
  if (isOwn && isSeen(fields.get('Link') ?? '')) {
    fields.set('Link', '');
    say('its link to a page was left out: write one after Link:');
  }
  return fields;
}

function writeFace(
  { front, back }: AnkiNoteType['templates'][number],
  fields: ReadonlyMap<string, string>,
  deck: string,
): Face {
  const question = writeSide(front, { fields, without: ['type'] });
  const typed = findTyped(front);
  if (typed !== undefined) {
    const more = cutQuestion(writeSide(back, { fields, without: ['type'] }), question);
    return { deck, front: question, back: fields.get(typed) ?? '', isTyped: true, hasMore: isSeen(more) };
  }
  return {
    deck,
    front: question,
    back: cutQuestion(writeSide(back, { fields }), question),
    isTyped: false,
    hasMore: false,
  };
}

function writeCloze(type: AnkiNoteType, fields: ReadonlyMap<string, string>, deck: string): Face {
  const { front = '', back = '' } = type.templates[0] ?? {};
  const more = writeSide(back, { fields, without: ['cloze'] });
  return { deck, front: writeSide(front, { fields }), back: more.replace(LINE, ''), isTyped: false, hasMore: false };
}

/** Most backs show the question once more. */
function cutQuestion(back: string, question: string): string {
  const below = back.replace(LINE, '');
  return below === back && question.trim() !== '' && back.trimStart().startsWith(question.trim())
    ? back.trimStart().slice(question.trim().length)
    : below;
}

function isWayBack(one: Face, other: Face): boolean {
  const isSame = (a: string, b: string) => a.trim() === b.trim();
  return !one.isTyped && !other.isTyped && isSame(one.front, other.back) && isSame(one.back, other.front);
}

const LONGEST_NAME = 40;

/** Its first words, by which its writer finds it. */
function nameOf({ fields }: AnkiPackageNote): string {
  const html = fields.find(isSeen) ?? '';
  const text = stripHtml(html.replace(/<[^>]*>|&nbsp;/g, ' '))
    .replace(/\s+/g, ' ')
    .trim();
  const letters = [...text];
  return letters.length > LONGEST_NAME ? `${letters.slice(0, LONGEST_NAME).join('')}…` : text;
}
