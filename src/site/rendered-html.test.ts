import { expect, test } from 'vitest';
import { localizeLinks, makeCodeFocusable, makeTablesFocusable, nameIcons } from './rendered-html.ts';

test('links between documents lead on in the reader’s language; all others stay', () => {
  const html =
    '<a href="/kb/django/" data-doc="">a</a><a data-doc href="/kb/x/#y">b</a><a href="/kb/file.txt">c</a><a href="#here">d</a>';
  expect(localizeLinks(html, '/kb/', 'es')).toBe(
    '<a href="/kb/es/django/" data-doc="">a</a><a data-doc href="/kb/es/x/#y">b</a><a href="/kb/file.txt">c</a><a href="#here">d</a>',
  );
});

test('code blocks can be scrolled with the keyboard without becoming nameless landmarks', () => {
  expect(makeCodeFocusable('<pre data-language="python"><code>')).toBe(
    '<pre tabindex="0" data-language="python"><code>',
  );
  expect(makeCodeFocusable('<pre><code>a</code></pre><pre tabindex="0" dir="ltr">b</pre>')).toBe(
    '<pre tabindex="0"><code>a</code></pre><pre tabindex="0" dir="ltr">b</pre>',
  );
});

test('tables can be scrolled with the keyboard', () => {
  expect(makeTablesFocusable('<p>a</p><table><thead>')).toBe('<p>a</p><table tabindex="0"><thead>');
});

test('an icon with a name is an image; others stay as they are', () => {
  expect(nameIcons('<svg class="x" aria-label="new"><path/></svg>')).toBe(
    '<svg role="img" class="x" aria-label="new"><path/></svg>',
  );
  const others = '<svg aria-hidden="true"/><svg role="group" aria-label="map"/><svg><a aria-label="b"/></svg>';
  expect(nameIcons(others)).toBe(others);
});
