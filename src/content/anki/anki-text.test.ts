import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CardText, createCardRenderer } from '../cards/card-html.ts';
import { escapeForAnki, stripHtml, writeClozeText } from './anki-text.ts';

test('formulas, recordings and LaTeX stay text, and code as it is', () => {
  expect(escapeForAnki('<p>\\(x\\) [sound:a] [latex] [$]a[/$] <code>\\(a\\)</code></p>')).toBe(
    '<p><span>&#92;</span>(x<span>&#92;</span>) &#91;sound:a] &#91;latex] &#91;$]a&#91;/$] <code>\\(a\\)</code></p>',
  );
});

async function writeCloze(question: string): Promise<string> {
  const card: CardText = { type: 'cloze', question, answer: '' };
  return writeClozeText((await createCardRenderer([card])).renderTexts(card));
}

test('a gap is the only thing with braces, and colons in it are no hint', async () => {
  expect(await writeCloze('{{c1::`std::map`::a *hint*}} of {x}')).toBe(
    '<p>{{c1::<code>std&#58;&#58;map</code>::a <em>hint</em>}} of &#123;x&#125;</p>',
  );
  expect(await writeCloze('{{c1::{"a": {}}}}')).toBe('<p>{{c1::&#123;“a”: &#123;&#125;&#125;}}</p>');
});

test('stripping leaves the text', () => {
  expect(stripHtml('<p>a &lt; &#123;b&#125; &amp;amp;</p>')).toBe('a < {b} &amp;');
});

test('no text whatever begins a formula, a recording or a gap in a field', async () => {
  const piece = fc.constantFrom(
    '\\\\(',
    '\\(',
    '\\[',
    '[sound:',
    '[latex]',
    '[$$]',
    '{{c1::',
    '{{c2::a}}',
    '}}',
    '{',
    '::',
    '`',
    '~~~python\n',
    '\n',
  );
  const text = fc.array(fc.oneof(piece, fc.string({ maxLength: 5 })), { maxLength: 12 }).map((parts) => parts.join(''));
  await fc.assert(
    fc.asyncProperty(text, async (question) => {
      const card: CardText = { type: 'cloze', question, answer: question };
      const texts = (await createCardRenderer([card])).renderTexts(card);
      const cloze = writeClozeText(texts);
      const answer = escapeForAnki(texts.answer);
      for (const html of [cloze, answer]) {
        expect(html).not.toMatch(/\[(sound:|anki:|\/?latex\]|\/?\${1,2}\])/i);
        const outside = html.replace(/<pre>.*?<\/pre>|<code>.*?<\/code>/gs, '');
        expect(outside).not.toMatch(/\\[()[\]]/);
      }
      // What is left of the gaps opens none.
      expect(cloze.replace(/\{\{c\d+::|\}\}/g, '')).not.toMatch(/[{}]/);
    }),
    { numRuns: 200 },
  );
});
