/** What a cloze card hides: `{{c1::the GIL}}`, or with a hint `{{c1::the GIL::three letters}}`, as Anki writes it. */

export interface Cloze {
  /** Those with the same number are hidden together. */
  readonly number: number;
  /** Where it begins in the text, from 0. */
  readonly start: number;
  /** Where it ends; `undefined` where its braces are not closed. */
  readonly end: number | undefined;
  /** What is hidden, and its hint. */
  readonly content: string;
}

/** Finds the clozes that stand in no other one. Braces within them are counted, so that `{{c1::{"a": {}}}}` is one. */
export function findClozes(text: string): Cloze[] {
  const clozes: Cloze[] = [];
  const opening = /\{\{c(\d+)::/g;
  for (let match = opening.exec(text); match !== null; match = opening.exec(text)) {
    const from = opening.lastIndex;
    const close = findClosing(text, from);
    clozes.push({
      number: Number(match[1]),
      start: match.index,
      end: close === undefined ? undefined : close + 2,
      content: text.slice(from, close ?? from),
    });
    if (close !== undefined) opening.lastIndex = close + 2;
  }
  return clozes;
}

/** Where the `}}` stands that closes a cloze. */
function findClosing(text: string, from: number): number | undefined {
  let depth = 0;
  for (let index = from; index < text.length; index += 1) {
    if (text[index] === '{') depth += 1;
    else if (text[index] === '}') {
      if (depth === 0 && text[index + 1] === '}') return index;
      depth = Math.max(0, depth - 1);
    }
  }
  return undefined;
}

/** What a cloze hides and the hint it shows instead: after the first `::` that is in no code. */
export function splitHint({ content }: Pick<Cloze, 'content'>): { readonly text: string; readonly hint: string } {
  const [, text = content, hint = ''] = /^((?:`[^`]*`|(?!::)[^`])*)::(.*)$/s.exec(content) ?? [];
  return { text, hint };
}
