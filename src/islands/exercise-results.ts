/** The list of what the tests demand, with what came of each: its state in words, and why where it did not pass. */
import type { TestReport } from '../browser/runners/test-report.ts';
import { sayExercise } from './exercise-data.ts';

const WORDS = { passed: 'passed', failed: 'failed', error: 'raised', timeout: 'tooLong' } as const;

/** How many tests there are, as far as the page knows before they run. */
export function countChecks(list: HTMLElement | null): number {
  return list?.querySelectorAll('[data-test]').length ?? 0;
}

/** Shows the reports; tests without one were not run. */
export function showReports(list: HTMLElement | null, reports: readonly TestReport[]): void {
  for (const row of list?.querySelectorAll<HTMLElement>('[data-test]') ?? []) {
    row.querySelector('.study-check-why')?.remove();
    delete row.dataset.status;
    setText(row, '.study-check-state', reports.length > 0 ? sayExercise('notRun') : '');
  }
  // The others often fail for the same reason.
  const first = reports.find(({ status }) => status !== 'passed');
  for (const report of reports) {
    const row = list?.querySelector<HTMLElement>(`[data-test="${CSS.escape(report.name)}"]`) ?? addRow(list, report);
    row.dataset.status = report.status;
    setText(row, '.study-check-state', sayExercise(WORDS[report.status]));
    if (report.status !== 'passed') row.append(explain(report, report === first));
  }
}

/** For a language whose tests the server does not know. */
function addRow(list: HTMLElement | null, { name, title }: TestReport): HTMLElement {
  const row = document.createElement('li');
  row.dataset.test = name;
  row.append(createElement('span', 'study-check-state', ''), createElement('span', 'study-check-title', title));
  list?.querySelector('ol')?.append(row);
  return row;
}

function explain(report: TestReport, isOpen: boolean): HTMLElement {
  const fold = document.createElement('details');
  fold.className = 'study-check-why';
  fold.open = isOpen;
  const why = createElement('div', '', '');
  fold.append(createElement('summary', '', sayExercise('why')), why);
  const { message, source, got, expected, output, error, task, status } = report;
  if (message && message !== source) why.append(createElement('p', 'study-check-message', message));
  const facts = [
    ['compared', source],
    ['got', got],
    ['expected', expected],
  ].filter((fact): fact is [string, string] => fact[1] !== undefined);
  if (facts.length > 0) {
    const list = document.createElement('dl');
    for (const [word, text] of facts) {
      list.append(createElement('dt', '', sayExercise(word)), createCode('dd', text));
    }
    why.append(list);
  }
  // Where a comparison failed, both of its sides say more than the line.
  if (error && (status !== 'failed' || facts.length === 0)) why.append(createBlock(error.text));
  if (output) why.append(createElement('p', 'study-check-caption', sayExercise('printed')), createBlock(output));
  const hints = task === undefined ? null : document.getElementById(`hints-${task}`);
  if (hints instanceof HTMLDetailsElement) why.append(createHintsLink(hints));
  return fold;
}

function createHintsLink(hints: HTMLDetailsElement): HTMLElement {
  const link = document.createElement('a');
  link.href = `#${hints.id}`;
  link.textContent = sayExercise('hints');
  link.addEventListener('click', () => {
    hints.open = true;
    hints.querySelector('summary')?.focus();
  });
  return link;
}

function createCode(name: 'dd', text: string): HTMLElement {
  const element = document.createElement(name);
  element.append(createElement('code', '', text));
  return element;
}

function createBlock(text: string): HTMLElement {
  const block = createElement('pre', '', text.trimEnd());
  block.tabIndex = 0;
  block.dir = 'ltr';
  return block;
}

function createElement(name: string, className: string, text: string): HTMLElement {
  const element = document.createElement(name);
  if (className !== '') element.className = className;
  element.textContent = text;
  return element;
}

function setText(parent: HTMLElement, selector: string, text: string): void {
  const element = parent.querySelector(selector);
  if (element) element.textContent = text;
}
