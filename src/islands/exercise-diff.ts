/** The reader's code and the solution side by side, as lines that only one of them has. Loaded when somebody asks for it. */
import { structuredPatch } from 'diff';
import { sayExercise } from './exercise-data.ts';

/** Equal lines around each difference. */
const CONTEXT = 3;
const SIDES = {
  '-': { side: 'mine', word: 'onlyMine' },
  '+': { side: 'solution', word: 'onlySolution' },
} as const;

/** @returns a heading, a legend and the differences, or a sentence that there are none */
export function createComparison(mine: string, solution: string): DocumentFragment {
  const fragment = document.createDocumentFragment();
  const title = document.createElement('h3');
  title.textContent = sayExercise('compare');
  fragment.append(title);
  const { hunks } = structuredPatch('', '', normalize(mine), normalize(solution), '', '', { context: CONTEXT });
  if (hunks.length === 0) {
    fragment.append(createParagraph(sayExercise('same')));
    return fragment;
  }
  const legend = document.createElement('p');
  legend.className = 'study-diff-legend';
  for (const [sign, { side, word }] of Object.entries(SIDES)) {
    const entry = document.createElement('span');
    entry.dataset.side = side;
    entry.textContent = `${sign === '-' ? '−' : sign} ${sayExercise(word)}`;
    legend.append(entry);
  }
  const block = document.createElement('pre');
  block.className = 'study-diff';
  block.tabIndex = 0;
  block.dir = 'ltr';
  let next = 1;
  for (const { oldStart, oldLines, lines } of hunks) {
    if (oldStart > next) block.append(createGap(oldStart - next));
    for (const line of lines) block.append(...createLine(line));
    next = oldStart + oldLines;
  }
  fragment.append(legend, block);
  return fragment;
}

/** Spaces at the ends of lines are no difference that anybody sees. */
function normalize(code: string): string {
  return `${code.replace(/[ \t]+$/gm, '').trimEnd()}\n`;
}

function createLine(line: string): Node[] {
  const sign = line[0];
  if (sign === '\\') return [];
  const element = document.createElement('span');
  element.className = 'study-diff-line';
  if (sign === '-' || sign === '+') {
    const { side, word } = SIDES[sign];
    element.dataset.side = side;
    const spoken = document.createElement('span');
    spoken.className = 'sr-only';
    spoken.textContent = `${sayExercise(word)}: `;
    element.append(spoken);
  }
  element.append(line.slice(1), '\n');
  return [element];
}

function createGap(count: number): HTMLElement {
  const element = document.createElement('span');
  element.className = 'study-diff-gap';
  element.textContent = `${sayExercise('skipped', { count })}\n`;
  return element;
}

function createParagraph(text: string): HTMLElement {
  const paragraph = document.createElement('p');
  paragraph.textContent = text;
  return paragraph;
}
