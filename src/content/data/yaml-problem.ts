/** What the YAML parser says, in words for writers. */
import { explainProblem, type ProblemKind } from './explain-problem.ts';

const QUOTES = 'put the whole text in quotes: "…"';

/** By the parser's code and the beginning of its sentence. */
const KINDS: readonly ProblemKind[] = [
  {
    pattern: /^TAB_AS_INDENT .*/,
    message: 'a tab stands where the line is indented',
    hint: 'indent with spaces: YAML takes no tabs',
  },
  {
    pattern: /^DUPLICATE_KEY .*/,
    message: 'this key stands here a second time',
    hint: 'keep one of the two',
  },
  {
    pattern: /^BLOCK_AS_IMPLICIT_KEY .*/,
    message: 'a second colon makes a key of this text',
    hint: `${QUOTES}; a key of its own starts in the column of its neighbors`,
  },
  {
    pattern: /^MISSING_CHAR Missing closing .*/,
    message: 'a quote is never closed',
    hint: 'look for a quote without its second one, here or above',
  },
  {
    pattern: /^(?:MISSING_CHAR Implicit map keys|MULTILINE_IMPLICIT_KEY) .*/,
    message: 'this is not a key, since no colon and space follow',
    hint: 'write key: value, with a space after the colon',
  },
  {
    pattern: /^(?:BAD_INDENT|MISSING_CHAR) .*end with a (\S)$/,
    message: 'a bracket is not closed with $1',
    hint: 'close it, or put a text that begins with a bracket in quotes: "[…"',
  },
  {
    pattern: /^BAD_SCALAR_START .* (\S)$/,
    message: 'a text cannot begin with $1 unless it stands in quotes',
    hint: QUOTES,
  },
  {
    pattern: /^UNEXPECTED_TOKEN Unexpected \S+ at node end/,
    message: 'something follows the end of this value',
    hint: `${QUOTES}, or line it up with its neighbors`,
  },
  {
    pattern: /^UNEXPECTED_TOKEN Unexpected block-seq-ind .*/,
    message: 'a list begins on the line of its key',
    hint: 'begin it on the next line, or put a text that begins with a hyphen in quotes: "- …"',
  },
  {
    pattern: /^MULTIPLE_DOCS .*/,
    message: 'a second document begins at these dashes',
    hint: 'take the dashes out: a file holds one',
  },
  {
    pattern: /^TAG_RESOLVE_FAILED .*/,
    message: 'a text that begins with ! is read as a tag, not as text',
    hint: QUOTES,
  },
  { pattern: /^BAD_INDENT /, hint: 'line it up with its neighbors' },
  { pattern: /^BAD_DQ_ESCAPE /, hint: 'write \\\\ for a backslash, or put the text in single quotes' },
  { pattern: /^UNEXPECTED_TOKEN /, hint: QUOTES },
];

/** @returns message and hint in words for writers */
export function explainYaml(code: string, sentence: string): { message: string; hint: string } {
  const hint = 'check the line and the one before it for a quote, a colon or an indent';
  return explainProblem(KINDS, `${code} ${sentence}`, { sentence, hint });
}
