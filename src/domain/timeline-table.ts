/** A timeline as a table: the same facts as the picture, for those who would rather read them or hear them. */
import { escapeMarkup } from './markup.ts';
import type { Timeline, TimelineSegment, TimelineTask } from './timeline.ts';
import { roundTime } from './timeline-scale.ts';
import { fillWord, type TimelineWords } from './timeline-words.ts';

export function printTable({ tasks, omitted }: Timeline, words: TimelineWords): string {
  const head = (['does', 'from', 'to', 'line'] as const).map(
    (word) => `<th scope="col">${escapeMarkup(words[word])}</th>`,
  );
  const more = omitted > 0 ? `<p>${escapeMarkup(fillWord(words.more, { count: omitted }))}</p>` : '';
  const bodies = tasks.map((task) => printTask(task, words)).join('');
  const table = `<table><thead><tr><th scope="col">${escapeMarkup(words.task)}</th>${head.join('')}</tr></thead>${bodies}</table>`;
  return table + more;
}

function printTask(task: TimelineTask, words: TimelineWords): string {
  const rows = [
    ...task.segments.map(({ from, to, line, ...segment }) =>
      printRow([describeSegment(segment, words), roundTime(from), roundTime(to), line ?? '']),
    ),
    printRow([describeOutcome(task, words), '', roundTime(task.to), '']),
  ];
  const parent =
    task.parent === null ? '' : ` <small>${escapeMarkup(fillWord(words.parent, { task: task.parent }))}</small>`;
  const name = `<th scope="rowgroup" rowspan="${rows.length}">${escapeMarkup(task.name)}${parent}</th>`;
  return `<tbody>${rows.map((row, index) => `<tr>${index === 0 ? name : ''}${row}</tr>`).join('')}</tbody>`;
}

function printRow(cells: readonly (string | number)[]): string {
  return cells.map((cell) => `<td>${escapeMarkup(String(cell))}</td>`).join('');
}

/** “waits for a task: fetch” */
export function describeSegment({ kind, on }: Pick<TimelineSegment, 'kind' | 'on'>, words: TimelineWords): string {
  const does = words[`kind.${kind}`];
  return on === null ? does : fillWord(words.on, { does, task: on });
}

/** “failed, ValueError” */
export function describeOutcome({ outcome, error }: TimelineTask, words: TimelineWords): string {
  return error === null ? words[`outcome.${outcome}`] : `${words[`outcome.${outcome}`]}, ${error}`;
}
