/** What the MDX parser says, in words for writers. */
import { explainProblem, type ProblemKind } from '../data/explain-problem.ts';
import type { SyntaxProblem } from '../document.ts';

const ESCAPE = 'put a backslash before it or code in backticks, or name the file .md if it uses no components';

/** By the parser's own sentences. */
const KINDS: readonly ProblemKind[] = [
  {
    pattern: /^Unexpected character after `<`.*/,
    message: 'this < begins a tag, and what follows is none',
    hint: `${ESCAPE}; write a link as [text](url)`,
  },
  {
    pattern: /^Unexpected character `!`.*/,
    message: 'an HTML comment is not read in MDX',
    hint: 'write it as {/* text */}',
  },
  {
    pattern: /^Unexpected end of file in expression.*/,
    message: 'this { is never closed',
    hint: ESCAPE,
  },
  {
    pattern: /^Could not parse expression with oxc.*/,
    message: 'what stands in these braces is not JavaScript',
    hint: ESCAPE.replace('it', 'the {'),
  },
  {
    pattern: /^Could not parse esm with oxc/,
    message: 'a line that begins with import or export is JavaScript in MDX, and this is none',
    hint: 'correct it, or let the sentence begin with another word',
  },
  {
    pattern: /^(?=.* closing tag )/,
    hint: 'every <tag> needs its </tag>, or ends in /> where it holds nothing: <br />; put code in backticks',
  },
];

/** @returns message and hint in words for writers */
export function explainMdx({ message }: SyntaxProblem): { message: string; hint: string } {
  // The parser's sentence ends with the name of its rule.
  const said = message.replace(/ \([\w-]+:[\w-]+\)$/, '');
  return explainProblem(KINDS, said, { sentence: said, hint: `MDX reads < and { as code: ${ESCAPE}` });
}
