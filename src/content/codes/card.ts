import type { CodeTable } from './code.ts';

export const CARD_CODES = {
  'card-text': {
    severity: 'error',
    title: 'Text stands outside a card',
    why: 'Nobody would ever see this text: it is neither asked nor answered. Most often its `Q:` or `A:` is missing, or a `Tags:` line stands above it and has ended the answer.',
    mend: 'Put the text below the `Q:` or the `A:` that it belongs to, and `Tags:`, `Link:` and `Was:` below the text, since each of these takes one line. The name of the deck goes into `Deck:`, above the first card. Card files have no comments.',
  },
  'card-key': {
    severity: 'error',
    title: 'A key of a card is unknown or in the wrong place',
    why: 'How a line begins decides whether it is a key or text. `Tag: gil` could be either, and a wrong guess would put your tags into the answer, where every reader sees them.',
    mend: 'Write the key in this case, with nothing between it and the colon:\n\n- Above the first card: `Deck:`, `Translated:`.\n- In a card: `Id:`, `Type:`, `Q:`, `A:`, `Tags:`, `Link:`, `Was:`.\n- A line of text that only looks like a key begins with a space.',
  },
  'card-incomplete': {
    severity: 'error',
    title: 'A card lacks its question or its answer',
    why: 'A card without a question cannot be asked. One without an answer cannot be judged: readers turn it over and find nothing.',
    mend: 'Write both, `Q:` and `A:`. They stand below the `Id:` of their card and above the next one, since each `Id:` begins a new card. Only a card of `Type: cloze` may do without `A:`.',
  },
  'card-answer-twice': {
    severity: 'error',
    title: 'A card has two answers',
    why: 'Only one of the answers would be shown. Most often the second one belongs to a card whose `Id:` and `Q:` were lost: a blank line ends no card.',
    mend: 'Begin the next card with `Id:` or `Q:`. If both texts answer the same question, make one answer of them; it may have several paragraphs. If a line of an answer happens to begin with `A:`, put a space before it.',
  },
  'card-fence-open': {
    severity: 'error',
    title: 'A code fence in a card is not closed',
    why: 'Inside a fence nothing is a key, so that code may hold a line such as `A: int`. A fence that is never closed could swallow its answer and the cards below, so the check has to guess where it ends.',
    mend: 'Close it with as many backticks as it begins with, on a line of their own. To show a fence inside a fence, begin and end the outer one with more backticks.',
  },
  'card-cloze': {
    severity: 'error',
    title: 'A cloze is missing, broken or in a card of another type',
    why: 'A cloze card hides what stands in `{{c1::…}}` and asks for it. Without that it shows its whole sentence and asks nothing. In a card of another type readers would see the braces.',
    mend: 'In a card of `Type: cloze` put what is to be remembered between `{{c1::` and `}}`. A second gap is `{{c2::…}}`, a hint comes last: `{{c1::text::hint}}`. Braces within a gap come in pairs. In a card of another type put such braces in backticks.',
  },
  'card-tag': {
    severity: 'error',
    title: 'A tag has a space in it',
    why: 'Anki ends a tag at a space: there `free threading` becomes the two tags `free` and `threading`, and the cards on the subject are scattered.',
    mend: 'Write a hyphen instead of the space: `Tags: gil, free-threading`. If you mean two tags, put a comma between them.',
  },
  'card-question-twice': {
    severity: 'warning',
    title: 'Two cards ask the same question',
    why: 'Whoever has just seen one of the cards knows the other, and where their answers differ nobody can know which is wanted. Both cost time at every review.',
    mend: 'If the cards want the same, keep the one that was published first and list the id of the other under `Was:`. If they do not, say in the questions what each of them wants. Case, spaces and the mark at the end make no difference.',
  },
  'card-answer-long': {
    severity: 'warning',
    title: 'The answer of a card is long',
    why: 'A long answer holds several facts. A reader who knows three of five can rate the card neither as known nor as forgotten, and sees it too rarely or too often.',
    mend: 'Keep the one fact that the question asks for, in 600 characters or fewer; code blocks are not counted. Make cards of the other facts, and leave the explanation to the note, which `Link:` names.',
  },
  'card-yes-no': {
    severity: 'warning',
    title: 'A card asks for yes or no',
    why: 'Half of all guesses are right, so the card seems known long before it is.',
    mend: 'Ask for the reason instead: why, how, when, or what happens. The answer then begins with the reason, and the yes or no follows from it.',
  },
} as const satisfies CodeTable;
