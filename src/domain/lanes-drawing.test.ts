import { expect, test } from 'vitest';
import { drawLanes } from './lanes-drawing.ts';
import { parseLanes } from './lanes-text.ts';
import { readLanesWords } from './lanes-words.ts';

const B = ' '.repeat(20);
const words = readLanesWords((word) => (word === 'session' ? 'Session {name}' : word));

function draw(text: string): string {
  const runs = parseLanes(text);
  if ('message' in runs) throw new Error(runs.message);
  return runs.map((run) => drawLanes(run, words)).join('');
}

const html = draw(`the "title"
A UPDATE t SET a = 1 WHERE a < 2
A    -> UPDATE 1
${B}B UPDATE t
${B}B    ... waits
A COMMIT
${B}B    -> ERROR 40P01: deadlock detected`);

test('steps read in their order, each with its session and with who waits in words', () => {
  const steps = [...html.matchAll(/<li>(.*?)<\/li>/g)].map(([, step = '']) => step.replace(/<[^>]+>/g, '').trim());
  expect(steps).toEqual([
    'A UPDATE t SET a = 1 WHERE a &lt; 2 → UPDATE 1',
    'B UPDATE t waits',
    'A COMMIT',
    'B ERROR 40P01: deadlock detected waited',
  ]);
});

test('the rail of a session shows how long it waits', () => {
  const rails = [...html.matchAll(/lanes-rail lane-1(?: is-(\w+))?"/g)].map(([, mark]) => mark);
  expect(rails).toEqual([undefined, 'begins', 'waits', 'ends']);
});

test('the title stands in the caption, and the controls wait for their script', () => {
  expect(html).toContain('<figcaption>caption · the &quot;title&quot;</figcaption>');
  expect(html).toMatch(/class="lanes-bar"[^>]* data-pagefind-ignore hidden>/);
  expect(html).toContain('<span class="lane-1">Session B</span>');
});
