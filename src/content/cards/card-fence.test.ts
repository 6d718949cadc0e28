import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readFences } from '../fence.ts';
import { closeFence, isFenceClosing, readFenceOpening, splitFences, withoutCode } from './card-fence.ts';

test.each([
  ['```', { marker: '```', indent: 0, info: '' }],
  ['~~~~ python run ', { marker: '~~~~', indent: 0, info: 'python run' }],
  ['   ```py', { marker: '```', indent: 3, info: 'py' }],
  ['- ```py', { marker: '```', indent: 2, info: 'py' }],
  ['  10. - ~~~', { marker: '~~~', indent: 8, info: '' }],
  ['~~~ a ` b', { marker: '~~~', indent: 0, info: 'a ` b' }],
])('%j opens a fence, and what closes it does', (line, opening) => {
  expect(readFenceOpening(line)).toEqual(opening);
  expect(isFenceClosing(closeFence(opening), opening)).toBe(true);
});

test.each(['``', '``` a ` b', '    ```', '\t```', 'a ```', '> ```', '-```', '1.```', '~~`'])(
  '%j opens none',
  (line) => {
    expect(readFenceOpening(line)).toBeUndefined();
  },
);

test('a fence is closed by as many of the same, hardly indented, with nothing behind them', () => {
  const opening = { marker: '````', indent: 0, info: '' };
  const closes = (line: string) => isFenceClosing(line, opening);
  expect(['````', '`````', '   ````', '```` \t'].map(closes)).toEqual([true, true, true, true]);
  expect(['```', '~~~~', '    ````', '\t````', '```` x', '- ````'].map(closes)).not.toContain(true);
});

test('text without code', () => {
  expect(withoutCode('a `b` ``c ` d`` e\n```\nf\n```\n`g\nh` i ` j')).toBe('a     e\n  i ` j');
  expect(splitFences('a\n~~~py\nb\n\n~~~\nc\n```\nd')).toEqual({
    prose: 'a\nc',
    fences: [
      { info: 'py', code: 'b\n' },
      { info: '', code: 'd' },
    ],
  });
});

test('fences are those that the Markdown parser finds', () => {
  const line = fc.constantFrom(
    '```',
    '````',
    '```py',
    '~~~',
    '~~~~',
    '~~~ a',
    '   ```',
    '  ~~~',
    '``` `a`',
    '``',
    'word',
    '',
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 20, size: 'max' }), (lines) => {
      const text = lines.join('\n');
      const trim = (code: string) => code.replace(/^ +/gm, '').replace(/\n+$/, '');
      const expected = readFences(text, 'md').map(({ lang, code }) => [lang, trim(code)]);
      expect(splitFences(text).fences.map(({ info, code }) => [info.split(' ')[0], trim(code)])).toEqual(expected);
    }),
    { numRuns: 300 },
  );
});
