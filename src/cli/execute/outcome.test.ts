import { describe, expect, test } from 'vitest';
import { readPythonBlocks } from '../../content/fence.ts';
import { findMismatch, formatOutcome } from './outcome.ts';

const error = { type: 'ValueError', message: 'ValueError: boo', line: 2 };

function block(meta: string, output?: string) {
  const shown = output === undefined ? '' : `\n\n\`\`\`output\n${output}\n\`\`\``;
  const [first] = readPythonBlocks(`\`\`\`python ${meta}\nx\n\`\`\`${shown}`, 'md');
  if (first === undefined) throw new Error('no block');
  return first;
}

describe('a block agrees with its page', () => {
  test('when it printed what is shown; addresses and trailing spaces do not count', () => {
    expect(findMismatch(block('run', '<A at 0x1>'), { printed: '<A at 0xfe>  \n', error: null })).toBeUndefined();
  });

  test('when it raised what its fence says and the page shows its last line', () => {
    expect(
      findMismatch(block('run raises=ValueError', '1\nValueError: boo'), { printed: '1\n', error }),
    ).toBeUndefined();
  });

  test('when its output is a sample, whatever it printed', () => {
    const [sample] = readPythonBlocks('```python run\nx\n```\n```output sample="here"\n9\n```', 'md');
    expect(sample && findMismatch(sample, { printed: '1', error: null })).toBeUndefined();
  });
});

describe('a block differs from its page', () => {
  test.each([
    ['in what it printed', block('run', '1'), { printed: '2\n', error: null }, 'the page shows\n1\nbut it printed\n2'],
    [
      'by printing what is not shown',
      block('run'),
      { printed: '2\n', error: null },
      'printed this, and no ```output fence follows it:\n2',
    ],
    ['by printing nothing', block('run', '1'), { printed: '', error: null }, 'the page shows\n1\nbut it printed\n'],
    ['by raising', block('run', '1'), { printed: '', error }, 'raised ValueError: boo (line 2 of the block)'],
    [
      'by raising something else',
      block('run raises=KeyError'),
      { printed: '', error },
      'raised ValueError: boo (line 2 of the block); the fence says raises=KeyError',
    ],
    [
      'by not raising',
      block('run raises=KeyError'),
      { printed: '', error: null },
      'did not raise KeyError, which its fence says',
    ],
  ])('%s', (_, page, outcome, message) => {
    expect(findMismatch(page, outcome)).toBe(message);
  });
});

test('an exception stands on a line of its own after what was printed', () => {
  expect(formatOutcome({ printed: 'no newline', error })).toBe('no newline\nValueError: boo\n');
});
