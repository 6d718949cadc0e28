import { expect, test } from 'vitest';
import { joinVersions } from './version-list.ts';

test.each([
  [['CPython 3.14.2 (Pyodide)', 'CPython 3.11.7'], 'CPython 3.14.2 (Pyodide), 3.11.7'],
  [['CPython 3.14.2', 'Redis 7.0', 'CPython 3.11.7'], 'CPython 3.14.2, Redis 7.0, CPython 3.11.7'],
  [['Redis 7.0', 'Redis Cluster 7.0', 'Redis Cluster 8.2'], 'Redis 7.0, Redis Cluster 7.0, 8.2'],
  [['Docker', 'Docker'], 'Docker, Docker'],
  [[], ''],
])('%j reads as %s', (versions, text) => {
  expect(joinVersions(versions)).toBe(text);
});
