import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { hashInlineScripts, hashSource } from './inline-script.ts';

const ONE = hashSource('one()');
const TWO = hashSource('two()');

test('a hash is what browsers compare with: SHA-256 of the text between the tags, in base64', () => {
  const text = '\n\tone() // ñ\n';
  expect(hashSource(text)).toBe(`'sha256-${createHash('sha256').update(Buffer.from(text)).digest('base64')}'`);
  expect(hashInlineScripts(`<script>${text}</script>`)).toEqual([hashSource(text)]);
});

test.each([
  ['a script without a type', '<script>one()</script>'],
  ['a module', '<script type="module">one()</script>'],
  ['a type without quotes', '<script type=module>one()</script>'],
  ['tags in upper case', '<SCRIPT>one()</SCRIPT>'],
  ['a closing tag with a space', '<script>one()</script >'],
  ['an attribute that holds a bracket', '<script data-x="a > b">one()</script>'],
  ['after a style that has a quote', '<style>p::before{content:"\'"}</style><script>one()</script>'],
  ['after a title that looks like a comment', '<title><!-- </title><script>one()</script>'],
])('%s is named', (_, html) => {
  expect(hashInlineScripts(html)).toEqual([ONE]);
});

test.each([
  ['a script with a source', '<script src="/x.js"></script>'],
  ['a script with a source after its type', '<script type="module" src="/x.js"></script>'],
  ['data', '<script type="application/json">one()</script>'],
  ['linked data', '<script type="application/ld+json">{}</script>'],
  ['a script in an attribute', '<study-run data-code="<script>one()</script>"></study-run>'],
  ['a script in an attribute with single quotes', "<p title='<script>one()</script>'>x</p>"],
  ['a script in a comment', '<!-- <script>one()</script> -->'],
  ['a script in a text field', '<textarea><script>one()</script></textarea>'],
  ['a script as data within data', '<script type="application/json">"<script>one()"</script>'],
])('%s is not', (_, html) => {
  expect(hashInlineScripts(html)).toEqual([]);
});

test('each is named once, in the order of the page', () => {
  const html = '<script>two()</script><p>x</p><script>one()</script><script type="module">two()</script>';
  expect(hashInlineScripts(html)).toEqual([TWO, ONE]);
});
