/** What makes a note worth reading and worth trusting. All of it is advice. */
import type { Code } from '../codes/table.ts';
import { bodyOf } from '../frontmatter.ts';
import { isRecord, type Page } from '../page.ts';
import { type Position, type Problem, START } from '../problem.ts';

const MAX_DESCRIPTION = 160;
const MIN_SOURCES = 3;
/** Days after which claims about moving things should be checked again. */
const MAX_AGE = 400;

const DAY = 24 * 60 * 60 * 1000;
const QUESTIONS = /<details\b[^>]*\bclass\s*=\s*["'][^"']*\b(check|interview)\b/;

/** Checks a page that is published; a draft may be anything. */
export function checkNote(page: Page, today: Date): Problem[] {
  if (page.isDraft || !isRecord(page.yaml.value)) return [];
  return [
    ...findLongDescription(page),
    ...(page.isNote ? [...findMissingParts(page), ...findWeakGround(page, today)] : []),
  ];
}

function findLongDescription(page: Page): Problem[] {
  const { length } = [...(page.frontmatter.data?.description ?? '')];
  if (length <= MAX_DESCRIPTION) return [];
  const message = `the description has ${length} characters; search engines show ${MAX_DESCRIPTION}`;
  return [advise(page, 'note-description', message, 'keep what the reader learns, cut the rest', ['description'])];
}

function findMissingParts(page: Page): Problem[] {
  const { hasSummary, items, syntaxProblem } = page.document;
  if (syntaxProblem !== undefined) return [];
  const problems: Problem[] = [];
  if (!hasSummary) {
    const message = 'this note does not begin with a paragraph, so it has no summary';
    const hint = 'begin with the idea in five sentences or fewer, as someone could repeat it in an interview';
    problems.push(advise(page, 'note-summary', message, hint, beginOf(page)));
  }
  if (items.length === 0) {
    const hint = 'add four to eight abilities that the reader can test: - [ ] Explain … ^explain-it';
    problems.push(advise(page, 'note-checklist', 'this note has no checklist', hint, START));
  }
  if (!QUESTIONS.test(textOf(page.document))) {
    const hint = 'add three to seven, with folded answers: <details class="check">';
    problems.push(advise(page, 'note-questions', 'this note asks its reader no question', hint, START));
  }
  return problems;
}

/** The text without its fences, which may show what they are not. */
function textOf({ lines, fences }: Page['document']): string {
  const isCode = (line: number) => fences.some((fence) => line >= fence.line && line <= fence.endLine);
  return lines.filter((_, index) => !isCode(index + 1)).join('\n');
}

/** The first line below the frontmatter that holds something. */
function beginOf({ document, source }: Page): Position {
  const { lines } = document;
  const start = lines.length - bodyOf(source.text).split('\n').length;
  const index = lines.findIndex((line, at) => at >= start && line.trim() !== '');
  return index === -1 ? START : { line: index + 1, column: 1 };
}

function findWeakGround(page: Page, today: Date): Problem[] {
  const { data } = page.frontmatter;
  const problems: Problem[] = [];
  const count = data?.sources?.length ?? MIN_SOURCES;
  if (count < MIN_SOURCES) {
    const message = `this note rests on ${count === 1 ? '1 source' : `${count} sources`}`;
    const hint = `name at least ${MIN_SOURCES} that you have read, each with what it supports`;
    problems.push(advise(page, 'note-sources', message, hint, ['sources']));
  }
  const age = Math.floor((today.getTime() - (data?.verified?.date ?? today).getTime()) / DAY);
  if (age > MAX_AGE) {
    const message = `the claims of this note were last checked ${age} days ago`;
    const hint = 'check them against the versions of today, then write the day and those versions';
    problems.push(advise(page, 'note-verified-old', message, hint, ['verified', 'date']));
  }
  return problems;
}

function advise(
  { file, yaml }: Page,
  code: Code,
  message: string,
  hint: string,
  at: Position | readonly string[],
): Problem {
  const { line, column } = 'line' in at ? at : yaml.positionOf(at);
  return { file, line, column, code, message, hint };
}
