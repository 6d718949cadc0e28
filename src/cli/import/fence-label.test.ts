import { expect, test } from 'vitest';
import { readFences } from '../../content/fence.ts';
import { checkFences } from '../../content/fence-rules.ts';
import { labelFence } from './fence-label.ts';

test.each([
  ['python', 'python norun="imported, not run here yet"'],
  ['py title="a.py" {1-2}', 'python norun="imported, not run here yet" title="a.py" {1-2}'],
  ['SQL', 'sql norun="imported, not run here yet"'],
  ['python run cmd=true', 'python norun="imported, not run here yet"'],
  ['output', 'text'],
  ['sh run', 'sh'],
  ['js {2}', 'js {2}'],
  ['dataview', 'dataview'],
  ['', ''],
])('%j becomes %j, which passes', (info, expected) => {
  expect(labelFence(info)).toBe(expected);
  expect(checkFences(readFences(`\`\`\`${expected}\nx\n\`\`\`\n`, 'md'), { strictCode: true })).toEqual([]);
});
