import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createMemoryFiles } from './memory-files.ts';
import { createSource, MAX_BYTES } from './source.ts';

const problemsOf = (bytes: Uint8Array) => createSource('content/docs/a.md', bytes).problems;

test('text is decoded, without a byte order mark, its line ends as they are', () => {
  const { text, problems } = createSource('a.md', new TextEncoder().encode('\uFEFF# Ñandú 🐍\r\n'));
  expect(text).toBe('# Ñandú 🐍\r\n');
  expect(problems).toEqual([]);
});

test('a file in another encoding is refused at its first foreign byte', () => {
  expect(problemsOf(Buffer.from('# Title\n\nel señor\n', 'latin1'))).toMatchInlineSnapshot(`
    [
      {
        "code": "file-encoding",
        "column": 6,
        "file": "content/docs/a.md",
        "hint": "save the file as UTF-8; your editor calls it "encoding" or "charset"",
        "line": 3,
        "message": "this byte is not UTF-8, so the file cannot be read",
      },
    ]
  `);
});

test('a file that is too large for a page is refused with its size', () => {
  expect(problemsOf(new Uint8Array(MAX_BYTES))).toEqual([]);
  expect(problemsOf(new Uint8Array(5 * MAX_BYTES)).map(({ message }) => message)).toEqual([
    'this file has 5.0 MiB; 1 MiB is the most',
  ]);
});

test('any bytes are either text or a problem with a place in the file', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      const { text, problems } = createSource('a.md', bytes);
      const lines = Buffer.from(bytes).toString('latin1').split('\n').length;
      for (const { line, column } of problems) {
        expect(line).toBeGreaterThanOrEqual(1);
        expect(line).toBeLessThanOrEqual(lines);
        expect(column).toBeGreaterThanOrEqual(1);
      }
      if (problems.length === 0) {
        const written = Buffer.from(new TextEncoder().encode(text));
        expect(Buffer.from(bytes).toString('latin1').endsWith(written.toString('latin1'))).toBe(true);
      }
    }),
  );
});

test('a file in memory is the same source at each reading', () => {
  const files = createMemoryFiles({ 'content/docs/a.md': 'A', 'content/docs/b.md': { linkTo: '/etc/passwd' } });
  expect(files.read('content/docs/a.md')).toBe(files.read('content/docs/a.md'));
  expect(files.read('content/docs/b.md').problems.map(({ code }) => code)).toEqual(['file-link']);
});
