import { expect, test } from 'vitest';
import { convertHtml } from './html-to-markdown.ts';

test.each([
  ['What is <b>this </b>?', 'What is **this** ?'],
  ['one<br>two<br><br>three', 'one\\\ntwo\n\nthree'],
  ['<div>one</div><div>two</div>', 'one\n\ntwo'],
  ['a &lt;b&gt; &amp;nbsp; c', 'a \\<b\\> \\&nbsp; c'],
  ['<code>a_b</code> and a_b', '`a_b` and a\\_b'],
  ['<pre><code>x = 1<br>  y</code></pre>after', '```text\nx = 1\n  y\n```\n\nafter'],
  ['<ul><li>one</li><li>two</li></ul>', '- one\n\n- two'],
  ['<a href="https://example.org">site</a> <a href="x">none</a>', '[site](<https://example.org>) none'],
  ['{{c1::<i>x</i>::hint}}', '{{c1::*x*::hint}}'],
  ['# no heading', '\\# no heading'],
  ['<img src="cat.png">', '\\[cat.png\\]'],
  ['x<sup>2</sup><script>evil()</script>', 'x^2'],
  ['<b>never closed', '**never closed**'],
  ['plain', 'plain'],
])('%j becomes %j', (html, expected) => {
  expect(convertHtml(html, () => undefined)).toBe(expected);
});
