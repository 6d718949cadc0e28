/** Shows what SQL came to: tables, plans, command tags, notices, an error. Whoever ran it says how the run ended. */
import { formatNotice } from '../browser/runners/postgres/psql-text.ts';
import { isPlan, type SqlReport, type SqlResult } from '../browser/runners/postgres/report.ts';
import { formatPlan, type Table } from '../browser/runners/postgres/table.ts';
import type { RunError } from '../browser/runners/runner.ts';
import { parsePlan } from '../domain/plan-tree.ts';
import { createElement } from './element.ts';
import { renderPlan } from './plan-view.ts';
import { fillIn, type SqlWords, sayCount } from './sql-words.ts';

/** Results in the order of their statements, the error last. */
export function renderSqlReport({ results, error }: Pick<SqlReport, 'results' | 'error'>, words: SqlWords): Node {
  const view = createElement('div', { class: 'study-sql' });
  let number = 0;
  for (const result of results) {
    for (const notice of result.notices) {
      view.append(createElement('pre', { class: 'study-sql-notice' }, formatNotice(notice).trimEnd()));
    }
    if (result.table === undefined) addTag(view, result.tag);
    else if (isPlan(result)) view.append(...renderPlanResult(result.table, words));
    else {
      number += 1;
      view.append(renderTable(result, result.table, fillIn(words.result, { number: String(number) }), words));
    }
  }
  if (error !== undefined) view.append(renderError(error, words));
  return view;
}

/** Tags that follow one another share a line. */
function addTag(view: HTMLElement, tag: string): void {
  if (tag === '') return;
  const last = view.lastElementChild;
  const list = last?.matches('.study-sql-tags') ? last : createElement('ul', { class: 'study-sql-tags' });
  list.append(createElement('li', {}, tag));
  view.append(list);
}

function renderTable(result: SqlResult, { columns, rows }: Table, name: string, words: SqlWords): HTMLElement {
  const cellClass = (index: number): Record<string, string> =>
    columns[index]?.isNumeric ? { class: 'study-sql-number' } : {};
  const head = columns.map((column, index) => createElement('th', { scope: 'col', ...cellClass(index) }, column.name));
  const body = rows.map((row) => {
    const cells = row.map((value, index) =>
      value === null
        ? createElement('td', { class: 'study-sql-null' }, 'NULL')
        : createElement('td', cellClass(index), value),
    );
    return createElement('tr', {}, ...cells);
  });
  const table = createElement(
    'table',
    {},
    createElement('thead', {}, createElement('tr', {}, ...head)),
    createElement('tbody', {}, ...body),
  );
  // What scrolls must be reached by keyboard, and what is reached must have a name.
  const box = createElement(
    'div',
    { class: 'study-sql-scroll', role: 'region', tabindex: '0', 'aria-label': name },
    table,
  );
  return createElement(
    'figure',
    { class: 'study-sql-table' },
    box,
    createElement('figcaption', {}, countRows(result, rows.length, words)),
  );
}

function countRows({ rowCount }: SqlResult, shown: number, words: SqlWords): string {
  if (shown < rowCount) return fillIn(words.shown, { shown, count: rowCount });
  return sayCount(words, 'rows', rowCount);
}

/** The text first: it is what people quote, search for and paste elsewhere. */
function renderPlanResult(table: Table, words: SqlWords): HTMLElement[] {
  const text = formatPlan(table);
  const tree = createElement('details', { class: 'study-explain' }, createElement('summary', {}, words.plan));
  tree.append(renderPlan(parsePlan(text), words));
  return [createElement('pre', { class: 'study-sql-plan', tabindex: '0' }, text.trimEnd()), tree];
}

function renderError({ type, text }: RunError, words: SqlWords): HTMLElement {
  const name = createElement('p', {}, fillIn(words.error, { code: type }));
  return createElement('div', { class: 'study-sql-error' }, name, createElement('pre', { tabindex: '0' }, text));
}
