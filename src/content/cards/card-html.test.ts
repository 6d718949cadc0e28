import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CardText, createCardRenderer } from './card-html.ts';

async function render(card: Partial<CardText>) {
  const whole: CardText = { type: 'basic', question: 'Q', answer: 'A', ...card };
  return (await createCardRenderer([whole])).renderCard(whole);
}

test('a basic card asks once, a reversed one both ways', async () => {
  expect(await render({ question: 'one *way*' })).toEqual([
    { ord: 0, front: '<p>one <em>way</em></p>', back: '<p>A</p>' },
  ]);
  expect(await render({ type: 'reversed' })).toEqual([
    { ord: 0, front: '<p>Q</p>', back: '<p>A</p>' },
    { ord: 1, front: '<p>A</p>', back: '<p>Q</p>' },
  ]);
});

test('each gap of a cloze card is a face, its hint shown', async () => {
  const faces = await render({ type: 'cloze', question: '{{c2::two::a *hint*}} and {{c1::one}}', answer: 'more' });
  expect(faces).toEqual([
    {
      ord: 0,
      front: '<p>two and <span class="card-gap">[…]</span></p>',
      back: '<p>two and <mark class="card-gap">one</mark></p><p>more</p>',
    },
    {
      ord: 1,
      front: '<p><span class="card-gap">[a <em>hint</em>]</span> and one</p>',
      back: '<p><mark class="card-gap">two</mark> and one</p><p>more</p>',
    },
  ]);
});

test('a gap may hold braces, colons in code, and a piece of a block of code', async () => {
  const [braces] = await render({ type: 'cloze', question: 'x = {{c1::`{"a": {}}`}}', answer: '' });
  expect(braces?.back).toBe('<p>x = <mark class="card-gap"><code>{"a": {}}</code></mark></p>');
  const [colons] = await render({ type: 'cloze', question: '{{c1::`a::b`::hint}}', answer: '' });
  expect(colons?.front).toContain('[hint]');
  const [code] = await render({ type: 'cloze', question: '```python\nreturn {{c1::ab}}cd\n```', answer: '' });
  expect(code?.front).toBe(
    '<pre><code><span class="k-keyword">return</span> <span class="card-gap">[…]</span>cd</code></pre>',
  );
});

test('an answer to type is plain text', async () => {
  expect(await render({ type: 'type', answer: '__set_name__' })).toMatchObject([
    { back: '<p><code>__set_name__</code></p>', answer: '__set_name__' },
  ]);
  expect(await render({ type: 'type', answer: '`a < b`' })).toMatchObject([
    { back: '<p><code>a &lt; b</code></p>', answer: 'a < b' },
  ]);
});

test('code has classes of its kinds and no colors', async () => {
  const [face] = await render({ answer: '```python\ndef f(): return "a  b" # <b>\n```' });
  expect(face?.back).toContain('<span class="k-keyword">def</span> <span class="k-function">f</span>');
  expect(face?.back).toContain('# &lt;b&gt;');
  expect(face?.back).not.toContain('style');
});

test('what looks like a directive or two runs of spaces in code stays as it is written', async () => {
  const [face] = await render({ answer: 'At 10:30 call `"  a  b ".split()`, std:sort' });
  expect(face?.back).toBe('<p>At 10:30 call <code>"  a  b ".split()</code>, std:sort</p>');
});

test('nothing but what Markdown makes gets through', async () => {
  const [face] = await render({
    answer: '<img src=x onerror=alert(1)> [a](javascript:alert(1)) [b](https://b.example) ![c](c.png)',
  });
  expect(face?.back).toBe('<p>&lt;img src=x onerror=alert(1)&gt; a <a href="https://b.example">b</a> c</p>');
});

test('an image has the address that is found for it', async () => {
  const card: CardText = { type: 'basic', question: '![A *map*](a%20map.svg)', answer: 'A' };
  const { renderCard } = await createCardRenderer([card], (name) => `/x/${name.replace(' ', '-')}`);
  expect(renderCard(card)[0]?.front).toBe('<p><img src="/x/a-map.svg" alt="A map"></p>');
});

test('no text whatever puts a script, a style or a mark of ours into a face', async () => {
  const piece = fc.constantFrom(
    '<script>',
    '</code>',
    '{{c1::',
    '}}',
    '::',
    '`',
    '```python\n',
    '\n',
    '[a](',
    ')',
    '\uE000',
    '"',
  );
  const text = fc.array(fc.oneof(piece, fc.string()), { maxLength: 12 }).map((parts) => parts.join(''));
  const type = fc.constantFrom('basic', 'reversed', 'cloze', 'type');
  await fc.assert(
    fc.asyncProperty(type, text, text, async (type, question, answer) => {
      for (const { front, back } of await render({ type, question, answer })) {
        const tags = `${front}${back}`.match(/<[a-z][^>]*>/g) ?? [];
        expect(tags.filter((tag) => /^<(script|style|iframe|b)\b|\son\w+=|\sstyle=/.test(tag))).toEqual([]);
        expect(front + back).not.toMatch(/[\uE000-\uF8FF]/);
      }
    }),
    { examples: [['cloze', '[a]({{c1::)}}', '']] },
  );
});
