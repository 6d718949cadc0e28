import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findWaiting } from './lanes.ts';
import { parseLanes } from './lanes-text.ts';

const B = ' '.repeat(20);
const LOST = `A BEGIN
A SELECT n FROM account
A    -> 100
${B}B UPDATE account SET n = 80
${B}B    ... waits
A COMMIT
${B}B    -> ERROR 40001: could not serialize access
A SELECT n FROM account
A    ->`;

const quiet = { result: undefined, isError: false, isWaiting: false };

test('a statement and its result are a step, and so is what comes after waiting', () => {
  expect(parseLanes(`${LOST}\n`)).toEqual([
    {
      title: undefined,
      steps: [
        { ...quiet, lane: 0, statement: 'BEGIN' },
        { ...quiet, lane: 0, statement: 'SELECT n FROM account', result: '100' },
        { ...quiet, lane: 1, statement: 'UPDATE account SET n = 80', isWaiting: true },
        { ...quiet, lane: 0, statement: 'COMMIT' },
        {
          lane: 1,
          statement: undefined,
          result: 'ERROR 40001: could not serialize access',
          isError: true,
          isWaiting: false,
        },
        { ...quiet, lane: 0, statement: 'SELECT n FROM account', result: '' },
      ],
    },
  ]);
});

test('a session waits from its statement to its result', () => {
  const runs = parseLanes(LOST);
  if ('message' in runs || runs[0] === undefined) throw new Error('no lanes');
  expect(findWaiting(runs[0]).map((lanes) => [...lanes])).toEqual([[], [], [], [1], [], []]);
});

test('an empty line ends a run, whose first line may be its title', () => {
  const runs = parseLanes('READ COMMITTED\nA BEGIN\n\n\nSERIALIZABLE:\nA BEGIN\nA COMMIT\n');
  if ('message' in runs) throw new Error(runs.message);
  expect(runs.map(({ title, steps }) => [title, steps.length])).toEqual([
    ['READ COMMITTED', 1],
    ['SERIALIZABLE:', 2],
  ]);
});

test.each([
  ['', 1, 'no session says anything'],
  ['left: 70', 1, '`left: 70` stands in no lane'],
  ['A BEGIN\n\nleft: 70', 3, '`left: 70` stands in no lane'],
  ['A BEGIN\nleft: 70', 2, '`left: 70` stands in no lane'],
  ['A BEGIN\nB BEGIN', 2, '`B BEGIN` stands in no lane'],
  [`A BEGIN\n${B}A BEGIN`, 2, '`A BEGIN` stands in no lane'],
  ['A    -> 1', 1, 'A has a result, and has said nothing that it could belong to'],
  ['A SELECT 1\nA    -> 1\nA    -> 1', 3, 'A has a result, and has said nothing that it could belong to'],
  [`A BEGIN\n${B}B    ... waits`, 2, 'B waits, and has said nothing before'],
  ['A SELECT 1\nA    ... waits\nA COMMIT', 3, 'A says something while it waits'],
])('%j is no lanes', (text, line, message) => {
  expect(parseLanes(text)).toEqual({ line, message });
});

test('any text at all is lanes or has a fault in one of its lines', () => {
  const line = fc.constantFrom(
    'A x',
    'A    -> 1',
    'A    ... waits',
    `${B}B x`,
    `${B}B    -> 1`,
    `${B}B    ... waits`,
    '',
    'x',
  );
  const text = fc.oneof(
    fc.string(),
    fc.array(line).map((lines) => lines.join('\n')),
  );
  fc.assert(
    fc.property(text, (written) => {
      const read = parseLanes(written);
      if ('message' in read) {
        expect(written.split('\n')[read.line - 1]).toBeDefined();
        return;
      }
      const said = read.flatMap(({ steps }) => steps).filter(({ statement }) => statement !== undefined);
      // Nothing that was said is lost, and nothing is invented.
      expect(said).toHaveLength(written.split('\n').filter((one) => /^ *[AB] x$/.test(one)).length);
    }),
  );
});
