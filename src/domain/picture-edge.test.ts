import { describe, expect, test } from 'vitest';
import { parsePicture } from './picture.ts';
import { drawPicture } from './picture-drawing.ts';

const TREE = `title: A tree
step: The root has two leaves.
root: *r
leaves: a | *b
r -> a | b

step: One is gone.
root: r
leaves: b`;
const WORDS = { controls: '', back: '', next: '', step: '{step}', leads: '{from} leads to {to}.' };

function read(text: string) {
  const picture = parsePicture(text);
  return 'message' in picture ? picture : picture.steps.map(({ edges }) => edges);
}

function explain(line: string): string {
  const read = parsePicture(
    `title: t\nstep: s\none: a | b | c\ntwo: d | d2\nthree: e | d2\n${line}\nstep: s\none:\ntwo:\nthree:`,
  );
  return 'message' in read ? `${read.line}: ${read.message} (${read.hint})` : 'no fault';
}

describe('lines between cells', () => {
  test('are found by the texts of the cells, and stay while both are there', () => {
    expect(read(TREE)).toEqual([
      [
        { from: { row: 0, index: 0 }, to: { row: 1, index: 0 } },
        { from: { row: 0, index: 0 }, to: { row: 1, index: 1 } },
      ],
      [{ from: { row: 0, index: 0 }, to: { row: 1, index: 0 } }],
    ]);
  });

  test('that a step writes are all that it has', () => {
    const again = TREE.replace('One is gone.', 'Both are there.').replace(/leaves: b$/, 'leaves: a | b\nb -> r');
    expect(read(again)).toMatchObject([{ length: 2 }, [{ from: { row: 1, index: 1 }, to: { row: 0, index: 0 } }]]);
  });

  test('are gone where a step says so', () => {
    expect(read(`${TREE}\n->`)).toMatchObject([{ length: 2 }, { length: 0 }]);
  });

  test('are told in words, and one between two that act is drawn like them', () => {
    const picture = parsePicture(TREE);
    const html = 'message' in picture ? '' : drawPicture(picture, WORDS, 'p');
    expect(html).toContain('<desc id="p-1-desc">root: r. leaves: a, b. r leads to a, b.</desc>');
    expect(html).toContain('<desc id="p-2-desc">root: r. leaves: b. r leads to b.</desc>');
    expect(html.match(/class="picture-edge"/g)).toHaveLength(2);
    expect(html.match(/class="picture-edge is-active"/g)).toHaveLength(1);
  });

  test('may stand in a cell of a place, where they are its text', () => {
    const steps = 'title: t\nstep: s\nway: a -> b\nstep: s\nway: b';
    expect(parsePicture(steps)).toMatchObject({ steps: [{ cells: [[{ text: 'a -> b' }]], edges: [] }, {}] });
  });

  test('have a fault with its line and how to mend it', () => {
    expect(['a -> b', 'a -> x', 'a -> d2', 'a -> c', 'a -> e', 'a ->'].map(explain)).toMatchInlineSnapshot(`
      [
        "no fault",
        "6: no cell of this step is \`x\` (write the text of a cell, without its mark: \`a\`, \`b\`, \`c\`, \`d\`, \`d2\`, \`e\`, \`d2\`)",
        "6: two cells of this step are \`d2\` (give what a line joins a text of its own)",
        "6: the line from \`a\` to \`c\` would cross other cells (join cells that stand side by side, or in places that follow one another)",
        "6: the line from \`a\` to \`e\` would cross other cells (join cells that stand side by side, or in places that follow one another)",
        "6: \`a ->\` has no name (write \`name: what it holds\`, as in \`waits: B\`)",
      ]
    `);
  });
});
