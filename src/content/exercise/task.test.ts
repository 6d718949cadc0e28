import { expect, test } from 'vitest';
import { parseDocument } from '../document.ts';
import { readHints, readTasks } from './task.ts';

test('tasks are the numbered headings, with the ids that they have on the page', () => {
  const { tasks, unnumbered } = readTasks(
    parseDocument(
      'Text.\n\n## 1. Know `len`\n\n### A part\n\n## 2. Forget\n\n```md\n## 3. Code\n```\n\n## More\n',
      'md',
    ),
  );
  expect(tasks).toEqual([
    { number: 1, heading: '1. Know `len`', id: '1-know-len', line: 3 },
    { number: 2, heading: '2. Forget', id: '2-forget', line: 7 },
  ]);
  expect(unnumbered.map(({ heading }) => heading)).toEqual(['More']);
});

test('hints are the entries of the list below each heading, with what is indented below them', () => {
  const text = '## 1. A\n\n- One `x`\n  goes on.\n\n  ```python\n  f()\n  ```\n- Two\n\n## 2. B\n\nNo list.\n';
  expect(readHints(parseDocument(text, 'md'))).toEqual([
    { heading: '1. A', line: 1, hints: ['One `x`\ngoes on.\n\n```python\nf()\n```', 'Two'] },
    { heading: '2. B', line: 11, hints: [] },
  ]);
});
