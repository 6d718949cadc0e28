/**
 * The statements of an SQL text, told apart as psql does it: PostgreSQL itself would run a text of several statements
 * as one transaction, in which an error takes everything back and `VACUUM` is refused.
 */

export interface Statement {
  /** Without the semicolon and without the comments before it. */
  readonly text: string;
  /** Where it begins in the whole text, from 0. */
  readonly offset: number;
}

/** Comments, strings, quoted names, dollar quotes, words, and the signs that matter; what is not closed goes to the end. */
const TOKEN =
  /(--.*)|(\/\*)|[eE]'(?:[^'\\]|\\[\s\S]|'')*(?:'|$)|'[^']*(?:'|$)|"[^"]*(?:"|$)|(\$(?:[\p{L}_][\p{L}\p{N}_]*)?\$)|([\p{L}_][\p{L}\p{N}_$]*)|\S/gu;
/** Only their bodies hold semicolons outside quotes, between BEGIN ATOMIC and END. */
const ROUTINE = /^create (or replace )?(function|procedure)\b/;

export function splitStatements(sql: string): Statement[] {
  const statements: Statement[] = [];
  let start: number | undefined;
  let words: string[] = [];
  let parentheses = 0;
  let blocks = 0;
  const finish = (end: number): void => {
    if (start !== undefined) statements.push({ text: sql.slice(start, end).trimEnd(), offset: start });
    [start, words, parentheses, blocks] = [undefined, [], 0, 0];
  };
  const tokens = new RegExp(TOKEN);
  for (let match = tokens.exec(sql); match !== null; match = tokens.exec(sql)) {
    const [token, lineComment, blockComment, dollar, word] = match;
    if (blockComment !== undefined) tokens.lastIndex = endOfComment(sql, match.index);
    if (lineComment !== undefined || blockComment !== undefined) continue;
    if (token === ';' && parentheses <= 0 && blocks === 0) {
      finish(match.index);
      continue;
    }
    start ??= match.index;
    if (dollar !== undefined) tokens.lastIndex = endOf(sql, dollar, tokens.lastIndex);
    if (token === '(') parentheses += 1;
    if (token === ')') parentheses -= 1;
    if (word === undefined) continue;
    words.push(word.toLowerCase());
    if (ROUTINE.test(words.slice(0, 4).join(' '))) blocks = Math.max(0, blocks + nesting(word.toLowerCase(), blocks));
  }
  finish(sql.length);
  return statements;
}

/** `END` closes a `CASE` too, within a body. */
function nesting(word: string, blocks: number): number {
  if (word === 'begin' || (word === 'case' && blocks > 0)) return 1;
  return word === 'end' ? -1 : 0;
}

function endOf(sql: string, mark: string, from: number): number {
  const at = sql.indexOf(mark, from);
  return at === -1 ? sql.length : at + mark.length;
}

/** Comments nest in PostgreSQL. */
function endOfComment(sql: string, from: number): number {
  let depth = 0;
  for (const { 0: mark, index } of sql.slice(from).matchAll(/\/\*|\*\//g)) {
    depth += mark === '/*' ? 1 : -1;
    if (depth === 0) return from + index + mark.length;
  }
  return sql.length;
}
