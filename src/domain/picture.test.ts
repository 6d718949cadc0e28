import { describe, expect, test } from 'vitest';
import { parsePicture } from './picture.ts';
import { drawPicture } from './picture-drawing.ts';

const LOCK = `title: One lock & two threads

step: A holds the lock, and B waits in \`acquire\`.
holds: *A
waits: B | !C

step: A lets go: B takes it.
holds: *B
waits:`;
const WORDS = { controls: 'Steps', back: 'Back', next: 'Next', step: 'Step {step} of {count}', leads: '{from} → {to}' };

function draw(text: string): string {
  const picture = parsePicture(text);
  return 'message' in picture ? picture.message : drawPicture(picture, WORDS, 'picture-1');
}

function explain(text: string): string {
  const picture = parsePicture(text);
  return 'message' in picture ? `${picture.line}: ${picture.message} (${picture.hint})` : 'no fault';
}

describe('a picture in steps', () => {
  test('is read with its places, cells and marks', () => {
    expect(parsePicture(LOCK)).toMatchObject({
      title: 'One lock & two threads',
      places: ['holds', 'waits'],
      steps: [
        {
          cells: [
            [{ text: 'A', mark: 'active' }],
            [
              { text: 'B', mark: undefined },
              { text: 'C', mark: 'trouble' },
            ],
          ],
        },
        { caption: 'A lets go: B takes it.', cells: [[{ text: 'B', mark: 'active' }], []] },
      ],
    });
  });

  test('says what a step shows to those who do not see it', () => {
    const html = draw(LOCK);
    expect(html).toContain('<title id="picture-1-1-title">One lock &amp; two threads. Step 1 of 2</title>');
    expect(html).toContain('<desc id="picture-1-1-desc">holds: A. waits: B, C.</desc>');
    expect(html).toContain('<desc id="picture-1-2-desc">holds: B. waits: –.</desc>');
    expect(html).toContain('<p>A holds the lock, and B waits in <code dir="ltr">acquire</code>.</p>');
  });

  test('shows its first step first, and has one id each', () => {
    const html = draw(LOCK);
    expect(html.match(/aria-current/g)).toHaveLength(1);
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('has a fault with its line and how to mend it', () => {
    expect([
      explain(''),
      explain('title: x\n\nstep: one\na: b'),
      explain('title: x\nstep: one\na: b\nstep:\na: b'),
      explain('title: x\nstep: one\na: b\nstep: two\nb: b'),
      explain('title: x\nstep: one\nnothing at all'),
      explain(`title: x\nstep: one\na: ${'m'.repeat(40)}\nstep: two\na:`),
    ]).toMatchInlineSnapshot(`
      [
        "1: the picture has no title (begin with \`title: …\`, a few words that name the picture)",
        "3: the picture has fewer than two steps (begin each with \`step: …\`; one alone is a diagram)",
        "4: a step has no caption (say what happens in it: \`step: A lets go.\`)",
        "4: a step has other places than the first one (name, in this order: a)",
        "3: \`nothing at all\` has no name (write \`name: what it holds\`, as in \`waits: B\`)",
        "3: \`a\` holds more than fits a phone (shorten its cells, or show fewer)",
      ]
    `);
  });
});
