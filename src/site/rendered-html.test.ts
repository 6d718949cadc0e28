import { expect, test } from 'vitest';
import {
  dropFrameAssets,
  localizeLinks,
  makeCodeFocusable,
  makeTablesFocusable,
  measureCode,
  nameIcons,
} from './rendered-html.ts';

test('links between documents lead on in the reader’s language; all others stay', () => {
  const html =
    '<a href="/kb/django/" data-doc="">a</a><a data-doc href="/kb/x/#y">b</a><a href="/kb/file.txt">c</a><a href="#here">d</a>';
  expect(localizeLinks(html, '/kb/', 'es')).toBe(
    '<a href="/kb/es/django/" data-doc="">a</a><a data-doc href="/kb/es/x/#y">b</a><a href="/kb/file.txt">c</a><a href="#here">d</a>',
  );
});

test('the frames of code come without the styles and the script that ours replace', () => {
  const assets =
    '<link rel="stylesheet" href="/kb/_astro/ec.okh7r.css"><script type="module" src="/kb/_astro/ec.0vx5m.js"></script>';
  const others =
    '<link rel="stylesheet" href="/kb/_astro/lanes.css"><script type="module" src="/kb/_astro/spec.js"></script>';
  expect(dropFrameAssets(`<div class="expressive-code">${assets}<figure></figure></div>${others}`)).toBe(
    `<div class="expressive-code"><figure></figure></div>${others}`,
  );
});

test('a block of code says how much room it takes, unless its lines wrap', () => {
  const lines =
    '<code><div class="ec-line"><div class="code"><span class="tok-name">a</span> &#x3C;= b</div></div>' +
    '<div class="ec-line mark"><div class="code">\n</div></div></code>';
  expect(measureCode(`<pre data-language="python">${lines}</pre>`)).toBe(
    `<pre data-language="python" style="--lines:2;--columns:6">${lines}</pre>`,
  );
  const others = `<pre data-language="text" class="wrap" style="--ecMaxLine:9ch">${lines}</pre><pre dir="ltr">a</pre>`;
  expect(measureCode(others)).toBe(others);
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
