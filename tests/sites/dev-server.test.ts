/** What a writer sees of a save: whatever shows it is new, and nothing of it is left where it is gone. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DevReader, type LoadedPage } from '../../src/cli/site/dev-reader.ts';
import { PROBLEMS_EVENT } from '../../src/islands/problem-list.ts';
import { FixtureSite } from './site.ts';

const NOTE = 'content/docs/django/signals.md';
const DECK = 'content/flashcards/django/signals.txt';
const OTHER_DECK = 'content/flashcards/django/orm.txt';
const deckOf = (title: string, answer: string, id: string) =>
  `Deck: ${title}\n\nId: ${id}\nQ: Who listens?\nA: ${answer}\nLink: django/signals#when-they-fire\n`;

const site = new FixtureSite('dev', {
  [DECK]: deckOf('Who listens', 'Receivers.', 'who-listens'),
  'content/roadmaps/first.yaml': `id: first
title: { en: First }
description: { en: The first way. }
stagesAre: phases
stages:
  - id: start
    title: { en: Start }
    items:
      - { id: fires, text: { en: Say what fires }, note: django/signals }
`,
});
let reader: DevReader;
let stop: () => void;

async function start() {
  const server = await site.startDev();
  ({ stop } = server);
  reader = await DevReader.open(server.url);
}

function end() {
  reader.close();
  stop();
}

beforeAll(start);
afterAll(end);

const read = (file: string) => readFileSync(path.join(site.root, file), 'utf8');
const write = (file: string, text: string) => writeFileSync(path.join(site.root, file), text);
const shows = (text: string) => (page: LoadedPage) => page.html.includes(text);

test('a title is new in its note, its area, what requires it and the roadmaps that lead to it', async () => {
  const text = read(NOTE);
  const rename = () => write(NOTE, text.replace('title: Signals', 'title: Signals and receivers'));
  await reader.untilShown('roadmaps/first/', shows('Signals and receivers'), rename);
  for (const page of ['django/signals/', 'django/', 'django/orm/']) {
    const { html } = await reader.load(page);
    expect(html).toContain('Signals and receivers');
    expect(html).not.toMatch(/>\s*Signals\s*</);
  }
});

test('a card is new on the page of its deck, which the server says is to be loaded again', async () => {
  await reader.load('flashcards/django/signals/');
  const save = () => write(DECK, deckOf('Who listens', 'Whoever was connected.', 'who-listens'));
  await reader.untilShown('flashcards/django/signals/', shows('Whoever was connected.'), save);
  expect((await reader.load('flashcards/django/signals/')).html).not.toContain('Receivers.');
});

test('a deck that comes has a page, and one that goes has none', async () => {
  expect((await reader.load('flashcards/django/orm/')).status).toBe(404);
  const add = () => write(OTHER_DECK, deckOf('The ORM', 'Nobody.', 'who-is-lazy'));
  await reader.untilShown(
    'flashcards/django/orm/',
    ({ status, html }) => status === 200 && html.includes('Nobody.'),
    add,
  );
  expect((await reader.load('flashcards/')).html).toContain('The ORM');

  const remove = () => rmSync(path.join(site.root, OTHER_DECK));
  await reader.untilShown('flashcards/django/orm/', ({ status }) => status === 404, remove);
  expect((await reader.load('flashcards/')).html).not.toContain('href="/some/base/flashcards/django/orm/"');
});

test('a note that comes stands in the sidebar', async () => {
  const add = () =>
    write('content/docs/django/admin.md', '---\nid: django/admin\ntitle: The admin\nlevel: senior\n---\n\nPages.\n');
  await reader.untilShown('django/orm/', shows('The admin'), add);
});

test('a paragraph is new on its page, and on those that show it in languages without a translation', async () => {
  const note = 'content/docs/django/orm.md';
  expect((await reader.load('pt-br/django/orm/')).html).toContain('A QuerySet is lazy.');
  const save = () => write(note, read(note).replace('A QuerySet is lazy.', 'A QuerySet waits.'));
  await reader.untilShown('pt-br/django/orm/', shows('A QuerySet waits.'), save);
  expect((await reader.load('django/orm/')).html).toContain('A QuerySet waits.');
});

test('a picture that comes is shown, whether it is drawn into the page or loaded by it', async () => {
  write('content/docs/django/sent.svg', read('content/docs/django/orm-box.svg'));
  const isLoaded = ({ html }: LoadedPage) => /<img [^>]*src="[^"]*sent\.svg/.test(html);
  const save = () => write(NOTE, `${read(NOTE)}\nThis is sent: ![Sent](./sent.svg).\n\n![Drawn](./sent.svg)\n`);
  await reader.untilShown('django/signals/', isLoaded, save);
  expect((await reader.load('django/signals/')).html).toMatch(/<svg [^>]*aria-label="Drawn"/);
});

test('what a page shows of a file that is no page is new in it', async () => {
  const program = 'content/examples/signals/send.py';
  mkdirSync(path.dirname(path.join(site.root, program)), { recursive: true });
  write(program, 'print("sent")\n');
  const fence = '\n```python example=signals/send.py\n```\n';
  await reader.untilShown('django/signals/', shows('sent'), () => write(NOTE, read(NOTE) + fence));
  await reader.untilShown('django/signals/', shows('received'), () => write(program, 'print("received")\n'));
});

test('what is wrong is said with its place, and no longer once it is mended', async () => {
  const note = 'content/docs/django/index.md';
  const text = read(note);
  const line = text.split('\n').length + 1;
  const isBroken = (problems: unknown) => {
    return JSON.stringify(problems).includes(`"file":"${note}","line":${line},"column":1,"code":"link-file"`);
  };
  const say = (isWanted: (problems: unknown) => boolean, now: string) =>
    reader.untilTold(PROBLEMS_EVENT, isWanted, () => write(note, now));
  await say(isBroken, `${text}\n[nowhere](./nowhere.md)\n`);
  await say((problems) => !isBroken(problems), text);
});

test('a server that starts again shows what was saved before', async () => {
  end();
  await start();
  expect((await reader.load('django/signals/')).html).toContain('Signals and receivers');
  expect((await reader.load('django/orm/')).html).toContain('The admin');
  expect((await reader.load('flashcards/django/signals/')).html).toContain('Whoever was connected.');
  expect((await reader.load('flashcards/django/orm/')).status).toBe(404);
});
