/** What is asked of the cards of one file beyond being readable. */
import { type Card, type CardFile, type CardProblem, nameCard, reportCard } from './card.ts';
import { splitFences, withoutCode } from './card-fence.ts';
import { checkIds } from './card-id-rules.ts';
import { findClozes } from './cloze.ts';

/** In the order of the cards, of each card in the order of the rules. */
export function checkCards({ cards }: CardFile): CardProblem[] {
  const ids = new Map<string, Card>();
  const questions = new Map<string, Card>();
  return cards.flatMap((card) => [
    ...checkIds(card, ids),
    ...checkCloze(card),
    ...checkTags(card),
    ...findAskedBefore(card, questions),
    ...checkLength(card),
    ...checkYesNo(card),
  ]);
}

function checkCloze(card: Card): CardProblem[] {
  const clozes = findClozes(card.question);
  if (card.type !== 'cloze') {
    const [found] = findClozes(withoutCode(card.question));
    if (found === undefined) return [];
    const hint = 'write Type: cloze above its Q:, or put the braces in backticks';
    return [
      reportCard(card, 'question', 'card-cloze', `"{{c${found.number}::" stands in a card of type ${card.type}`, hint),
    ];
  }
  if (card.question === '') return [];
  const open = clozes.find(({ end }) => end === undefined);
  if (open !== undefined) {
    const hint = 'end it with }}; braces within it must be in pairs';
    return [reportCard(card, 'question', 'card-cloze', `"{{c${open.number}::" is not closed`, hint)];
  }
  const empty = clozes.find(({ content }) => content.split('::')[0]?.trim() === '');
  if (empty !== undefined) {
    const hint = 'write what is to be remembered after the colons';
    return [reportCard(card, 'question', 'card-cloze', `"{{c${empty.number}::}}" hides nothing`, hint)];
  }
  if (clozes.some(({ number }) => number === 1)) return [];
  const hint = 'put what is to be remembered in {{c1::…}}; the next, if any, in {{c2::…}}';
  return [reportCard(card, 'question', 'card-cloze', `${nameCard(card)} is a cloze card without {{c1::…}}`, hint)];
}

function checkTags(card: Card): CardProblem[] {
  return card.tags
    .filter((tag) => /\s/.test(tag))
    .map((tag) => {
      const hint = `write ${tag.replace(/\s+/g, '-')}, or a comma between two tags; Anki ends a tag at a space`;
      return reportCard(card, 'tags', 'card-tag', `the tag "${tag}" has a space in it`, hint);
    });
}

function findAskedBefore(card: Card, questions: Map<string, Card>): CardProblem[] {
  const asked = normalize(card.question);
  const other = questions.get(asked);
  if (asked === '') return [];
  questions.set(asked, other ?? card);
  if (other === undefined) return [];
  const hint = 'ask something else, or take one of the two out';
  return [
    reportCard(
      card,
      'question',
      'card-question-twice',
      `${nameCard(card)} asks what the one on line ${other.line} asks`,
      hint,
    ),
  ];
}

/** Without regard to case, spacing and the mark at the end. */
function normalize(question: string): string {
  return question
    .normalize('NFC')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/ ?[?.!:…]+$/, '');
}

const MOST_CHARACTERS = 600;

/** Fences are not counted: a block of code is seen at once and is one fact, and its lines are not recited. */
function checkLength(card: Card): CardProblem[] {
  const { length } = [...splitFences(card.answer).prose.trim()];
  if (length <= MOST_CHARACTERS) return [];
  const hint = `keep one fact to a card: split it, or leave the rest to the note; ${MOST_CHARACTERS} is the most, code blocks not counted`;
  return [reportCard(card, 'answer', 'card-answer-long', `the answer has ${length} characters`, hint)];
}

/** In the languages of the site. Spanish "si" without its accent is "if". */
const YES_NO = /^[*_]*(yes|no|sí|não|sim)[*_]*(?=\s*$|[.,;:!]|\s+[-–—]\s)/iu;

function checkYesNo(card: Card): CardProblem[] {
  const [, word] = YES_NO.exec(card.answer.normalize('NFC').trim().split('\n')[0] ?? '') ?? [];
  if (card.type === 'cloze' || word === undefined) return [];
  const hint = 'half of all guesses are right: ask why, how, when or what happens';
  return [reportCard(card, 'answer', 'card-yes-no', `the answer begins with "${word}"`, hint)];
}
