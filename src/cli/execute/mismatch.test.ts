import { describe, expect, test } from 'vitest';
import { readCodeBlocks } from '../../content/fence.ts';
import { findMismatch } from './mismatch.ts';
import type { Outcome } from './outcome.ts';

const error: Outcome['error'] = { type: 'ValueError', message: 'ValueError: boo', line: 2 };

function block(meta: string, output?: string) {
  const shown = output === undefined ? '' : `\n\n\`\`\`output\n${output}\n\`\`\``;
  const [first] = readCodeBlocks(`\`\`\`python ${meta}\nx\n\`\`\`${shown}`, 'md');
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
    const [sample] = readCodeBlocks('```python run\nx\n```\n```output sample="here"\n9\n```', 'md');
    expect(sample && findMismatch(sample, { printed: '1', error: null })).toBeUndefined();
  });
});

test('a block that differs from its page says in what, and where', () => {
  const outcome = (printed: string, raised: Outcome['error'] = null) => ({ printed, error: raised });
  const long = `\`\`\`sql run\nx\n\`\`\``;
  const [sql] = readCodeBlocks(long, 'md');
  const cases: [string, ReturnType<typeof findMismatch>][] = [
    ['another line', findMismatch(block('run', '1\n2\n3'), outcome('1\n4\n3\n'))],
    ['a line more', findMismatch(block('run', '1'), outcome('1\n2\n3\n'))],
    ['a line less', findMismatch(block('run', '1\n2'), outcome('1\n'))],
    ['nothing printed', findMismatch(block('run', '1'), outcome(''))],
    ['no output fence', findMismatch(block('run'), outcome('2\n3\n4\n'))],
    ['a long line', findMismatch(block('run'), outcome('x'.repeat(200)))],
    ['raised', findMismatch(block('run', '1'), outcome('', error))],
    ['raised something else', findMismatch(block('run raises=KeyError'), outcome('', error))],
    ['raised nothing', findMismatch(block('run raises=KeyError'), outcome(''))],
    [
      'an SQL error',
      sql &&
        findMismatch(sql, outcome('', { type: '23505', message: 'ERROR:  duplicate key\nDETAIL:  x', line: null })),
    ],
  ];
  const lines = cases.map(
    ([name, found]) => `${name}: ${found?.line} ${found?.code} ${found?.message} (${found?.hint})`,
  );
  expect(`\n${lines.join('\n')}`).toMatchInlineSnapshot(`
    "
    another line: 7 output-differs the page shows "2", and the block printed "4" (if that is right, --fix-output writes it into the page; if not, mend the block)
    a line more: 7 output-differs the block also prints "2" (if that is right, --fix-output writes it into the page; if not, mend the block)
    a line less: 7 output-differs the block no longer prints "2" (if that is right, --fix-output writes it into the page; if not, mend the block)
    nothing printed: 6 output-differs the page shows "1", and the block printed nothing (if that is right, --fix-output writes it into the page; if not, mend the block)
    no output fence: 1 output-missing the block printed "2" and 2 more lines, and no output follows it (if that is right, --fix-output writes it into the page; if not, mend the block)
    a long line: 1 output-missing the block printed "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…", and no output follows it (if that is right, --fix-output writes it into the page; if not, mend the block)
    raised: 3 code-raised the block raised ValueError: boo, and its fence does not say so (mend the block, or let its fence say raises=ValueError)
    raised something else: 3 code-raised the block raised ValueError: boo, and its fence says raises=KeyError (mend the block, or let its fence say raises=ValueError)
    raised nothing: 1 code-raised the block did not raise KeyError, as its fence says (mend the block, or take raises=KeyError out)
    an SQL error: 1 code-raised the block raised ERROR:  duplicate key, and its fence does not say so (mend the block, or let its fence say raises=23505)"
  `);
});

describe('a timeline', () => {
  const recorded = 'main 0..1 done\n  sleep 0..1 at 5';

  function compare(shown: string | undefined) {
    const fence = shown === undefined ? '' : `\n\`\`\`timeline\n${shown}\n\`\`\``;
    const [first] = readCodeBlocks(`\`\`\`python run timeline\nx\n\`\`\`${fence}`, 'md');
    if (first === undefined) throw new Error('no block');
    const found = findMismatch(first, { printed: '', error: null, timeline: recorded });
    return found && `${found.line} ${found.code} ${found.message}`;
  }

  test('that is what was recorded is right', () => {
    expect(compare(recorded)).toBeUndefined();
  });

  test('that is not is told at its line', () => {
    expect(compare(undefined)).toBe('1 timeline-differs the block is recorded, and no timeline follows it');
    expect(compare(recorded.replace('at 5', 'at 6'))).toBe(
      '6 timeline-differs the page shows "sleep 0..1 at 6", and the tasks did "sleep 0..1 at 5"',
    );
    expect(compare('main 0..1 done')).toBe('6 timeline-differs the tasks also do "sleep 0..1 at 5"');
    expect(compare(`${recorded}\nand 2 more`)).toBe('7 timeline-differs the tasks no longer do "and 2 more"');
  });
});
