import { PassThrough } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import { expect, test } from 'vitest';
import { ask } from './ask.ts';
import { createExampleSite } from './example-site.ts';
import type { Given } from './options.ts';

const NOTHING: Given = { kind: undefined, place: undefined, title: undefined, level: undefined };
const [ENTER, DOWN, CTRL_C, CLEAR] = ['\r', '\u001B[B', '\u0003', '\u0015'];

/** Types each answer once its question is on the screen. */
async function converse(
  given: Given,
  answers: readonly (readonly [question: string, keys: string])[],
  around = createExampleSite(),
) {
  const input = new PassThrough();
  // Wide enough that no sentence is broken.
  const output = Object.assign(new PassThrough(), { columns: 400 });
  const left = [...answers];
  let seen = '';
  output.on('data', (chunk: Buffer) => {
    seen += stripVTControlCharacters(chunk.toString());
    const [next] = left;
    if (next === undefined || !seen.replaceAll('\n', '').includes(next[0])) return;
    left.shift();
    seen = '';
    setImmediate(() => input.write(next[1]));
  });
  return { wanted: await ask(given, around, { input, output }), left };
}

test('a note in an area that is there', async () => {
  const { wanted } = await converse(NOTHING, [
    ['What do you want to write?', ENTER],
    ['In which area?', ENTER],
    ['Where?', `slots${ENTER}`],
    ['What is it called?', ENTER],
    ['For whom?', DOWN + ENTER],
  ]);
  expect(wanted).toEqual({ kind: 'note', place: 'python/slots', title: 'Slots', level: 'senior' });
});

test('a place that cannot be is told at once and can be typed again', async () => {
  const { wanted, left } = await converse({ ...NOTHING, kind: 'note', title: 'Cassandra' }, [
    ['In which area?', DOWN + ENTER],
    ['Where?', `Data Bases/Cassandra${ENTER}`],
    ['did you mean data-bases/cassandra?', `${CLEAR}python/gil${ENTER}`],
    ['content/docs/python/gil.md is there already', `${CLEAR}databases/cassandra${ENTER}`],
    ['For whom?', ENTER],
  ]);
  expect(left).toEqual([]);
  expect(wanted).toMatchObject({ place: 'databases/cassandra', title: 'Cassandra', level: 'intermediate' });
});

test('a guide is no area, and an overview alone is one', async () => {
  const page = (id: string) => `---\nid: ${id}\ntitle: Page\n---\n\nText.\n`;
  const pages = {
    'content/docs/authoring/index.md': page('authoring'),
    'content/docs/authoring/cards.md': page('authoring/cards'),
    'content/docs/databases/index.md': page('databases'),
    'content/docs/es/testing/index.md': page('testing'),
    'content/docs/method.md': page('method'),
  };
  const { wanted } = await converse(
    { ...NOTHING, kind: 'note', title: 'Cassandra', level: 'senior' },
    [
      ['● databases│  ○ a new area', ENTER],
      ['Where?', `cassandra${ENTER}`],
    ],
    createExampleSite(pages),
  );
  expect(wanted).toMatchObject({ place: 'databases/cassandra' });
});

test('cards need no title and no level', async () => {
  const { wanted } = await converse({ ...NOTHING, kind: 'cards' }, [['Where?', `python/gil${ENTER}`]]);
  expect(wanted).toEqual({ kind: 'cards', place: 'python/gil', title: undefined, level: undefined });
});

test.each(['What do you want', 'In which area?', 'Where?', 'What is it called?', 'For whom?'])(
  'Ctrl-C at "%s" gives up',
  async (question) => {
    const all = [
      ['What do you want', ENTER],
      ['In which area?', ENTER],
      ['Where?', `slots${ENTER}`],
      ['What is it called?', ENTER],
      ['For whom?', ENTER],
    ] as const;
    const answers = all.map(([asked, keys]) => [asked, asked === question ? CTRL_C : keys] as const);
    expect((await converse(NOTHING, answers)).wanted).toBeUndefined();
  },
);
