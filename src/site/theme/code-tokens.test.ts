import { ExpressiveCode } from '@astrojs/starlight/expressive-code';
import { toHtml } from '@astrojs/starlight/expressive-code/hast';
import { expect, test } from 'vitest';
import { createTokenPlugin } from './code-tokens.ts';

const warnings: string[] = [];
const logger = { label: 'test', warn: (text: string) => void warnings.push(text), error: () => undefined };
const engine = new ExpressiveCode({ shiki: false, frames: false, plugins: [createTokenPlugin()], logger });

/** The lines of a block, without what is around them. */
async function render(code: string, language: string, meta = ''): Promise<string[]> {
  const { renderedGroupAst } = await engine.render({ code, language, meta });
  return [...toHtml(renderedGroupAst).matchAll(/<div class="code">(.*?)<\/div>/g)].map(([, line = '']) => line);
}

test('a token has the class of its kind, and plain code has none', async () => {
  expect(await render('def main():', 'python')).toEqual([
    '<span class="tok-keyword">def</span> <span class="tok-function">main</span>():',
  ]);
});

test('indentation stays apart', async () => {
  expect(await render('if x:\n    pass', 'python')).toEqual([
    '<span class="tok-keyword">if</span> x:',
    '<span class="indent">    </span><span class="tok-keyword">pass</span>',
  ]);
});

test('a mark may begin within a token', async () => {
  expect(await render('x = "an apple"', 'python', '"apple"')).toEqual([
    'x = <span class="tok-string">"an </span><mark><span class="tok-string">apple</span></mark><span class="tok-string">"</span>',
  ]);
});

test('what a terminal printed keeps its own colors', async () => {
  expect(await render('\u001b[31mred\u001b[0m', 'ansi')).toEqual([
    expect.stringMatching(/^<span style="--0:#.*>red<\/span>$/),
  ]);
});

test('code in a language that nobody knows is shown plain, and said', async () => {
  expect(await render('def x', 'klingon')).toEqual(['def x']);
  expect(warnings).toEqual([expect.stringContaining('"klingon"')]);
});
