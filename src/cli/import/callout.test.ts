import { expect, test } from 'vitest';
import { convertCallouts } from './callout.ts';

test.each([
  ['> [!note]\n> Text', ':::note\nText\n:::\n'],
  ['> [!warning] Mind the *gap*\n> a\n>\n> b\n\nafter', ':::caution[Mind the *gap*]\na\n\nb\n:::\n\nafter'],
  ['before\n> [!faq]\n> a\nafter', 'before\n\n:::note[Faq]\na\n:::\n\nafter'],
  ['> [!tip]- See [[A|this]] < that\n> a', '<details>\n<summary>See this &lt; that</summary>\n\na\n\n</details>\n'],
  ['> [!bug]+\n> a', '<details open>\n<summary>Bug</summary>\n\na\n\n</details>\n'],
  ['> [!note] Outer\n> > [!tip] Inner\n> > a', '::::note[Outer]\n:::tip[Inner]\na\n:::\n\n::::\n'],
  ['> [!note]\n> ```sh\n> a', ':::note\n```sh\na\n```\n:::\n'],
  ['> [!note|right] Title\n> a', ':::note[Title]\na\n:::\n'],
  ['> a quote\n> [!note]', '> a quote\n\n:::note\n:::\n'],
  ['```md\n> [!note]\n```', '```md\n> [!note]\n```'],
])('%j becomes %j', (text, expected) => {
  expect(convertCallouts(text)).toBe(expected);
});
