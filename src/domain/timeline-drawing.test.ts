import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyTimeline } from './testing/timeline.ts';
import { drawTimeline } from './timeline-drawing.ts';
import { chooseMarks } from './timeline-scale.ts';
import { parseTimeline } from './timeline-text.ts';
import { readTimelineWords } from './timeline-words.ts';

const GAPPED: Readonly<Record<string, string>> = { on: '{does} ({task})', parent: 'by {task}', more: '{count} more' };
const words = readTimelineWords((word) => GAPPED[word] ?? word.replace(/^\w+\./, ''));

function draw(text: string): string {
  const timeline = parseTimeline(text);
  if (!('tasks' in timeline)) throw new Error(timeline.message);
  return drawTimeline(timeline, words, 't1');
}

const RACE = `main 0..2 done
  tasks 0..2 at 9
slow by main 0..2 cancelled
  lock 0..0.5 at 3
  task 0.5..2 at 4 for "<fast>"
"<fast>" by main 0..1 failed KeyError
  run 0..0.001
  sleep 0.001..1 at 6
and 2 more`;

test('a picture says in words what its tasks are and how they end', () => {
  expect(draw(RACE).match(/role="img" aria-label="([^"]*)"/)?.[1]).toBe(
    'main: 0–2 s, done; slow: 0–2 s, cancelled; &lt;fast&gt;: 0–1 s, failed, KeyError',
  );
});

test('each segment has a title with its times and its line, however short it is', () => {
  const titles = [...draw(RACE).matchAll(/<g><title>([^<]*)<\/title>/g)].map(([, title]) => title);
  expect(titles).toEqual([
    'tasks, 0–2 s, line 9',
    'lock, 0–0.5 s, line 3',
    'task (&lt;fast&gt;), 0.5–2 s, line 4',
    'run, 0–0.001 s',
    'sleep, 0.001–1 s, line 6',
  ]);
});

test('a label stands where it has room', () => {
  const labels = [...draw(RACE).matchAll(/class="tl-label"[^>]*>([^<]*)</g)].map(([, label]) => label);
  expect(labels).toEqual(['tasks :9', 'lock :3', 'task (&lt;fast&gt;) :4', 'sleep :6']);
});

test('what looks alike is explained once, and what does not occur not at all', () => {
  const legend = draw(RACE).match(/<ul[^>]*>(.*)<\/ul>/)?.[1] ?? '';
  expect([...legend.matchAll(/<\/svg>([^<]+)</g)].map(([, text]) => text)).toEqual(['run', 'sleep', 'tasks', 'sync']);
});

test('the table has a row for each thing that a task does, and one for its end', () => {
  const table = draw(RACE).match(/<tbody>.*<\/tbody>/)?.[0] ?? '';
  const rows = [...table.matchAll(/<tr>(.*?)<\/tr>/g)].map(([, row = '']) =>
    row.replace(/<[^>]+>/g, '|').replace(/\|+/g, '|'),
  );
  expect(rows).toEqual([
    '|main|tasks|0|2|9|',
    '|done|2|',
    '|slow |by main|lock|0|0.5|3|',
    '|task (&lt;fast&gt;)|0.5|2|4|',
    '|cancelled|2|',
    '|&lt;fast&gt; |by main|run|0|0.001|',
    '|sleep|0.001|1|6|',
    '|failed, KeyError|1|',
  ]);
  expect(draw(RACE)).toContain('<p>2 more</p>');
});

test('marks are round times, and few', () => {
  expect(chooseMarks(2)).toEqual([0, 0.5, 1, 1.5, 2]);
  expect(chooseMarks(0.6)).toEqual([0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6]);
  expect(chooseMarks(3600)).toEqual([0, 1000, 2000, 3000]);
  expect(chooseMarks(0)).toEqual([0]);
});

test('any timeline becomes markup that is closed, without ids of its own and with numbers that are numbers', () => {
  fc.assert(
    fc.property(anyTimeline, (timeline) => {
      const markup = drawTimeline(timeline, words, 'x9');
      expect(markup).not.toMatch(/NaN|Infinity|undefined/);
      expect([...markup.matchAll(/ id="([^"]*)"/g)].every(([, id = '']) => id.startsWith('x9-'))).toBe(true);
      const open: string[] = [];
      for (const [tag, slash, name = '', empty] of markup.matchAll(/<(\/?)(\w+)(?:"[^"]*"|[^">])*?(\/?)>/g)) {
        if (slash !== '') expect(open.pop(), tag).toBe(name);
        else if (empty === '') open.push(name);
      }
      expect(open).toEqual([]);
    }),
  );
});
