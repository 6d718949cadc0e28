/** What a writer sees of a save: whatever shows it is new, and nothing of it is left where it is gone. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DevReader, type LoadedPage } from '../../src/cli/site/dev-reader.ts';
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

beforeAll(async () => {
  const server = await site.startDev();
  ({ stop } = server);
  reader = await DevReader.open(server.url);
});
afterAll(() => {
  reader.close();
  stop();
});

const write = (file: string, text: string) => writeFileSync(path.join(site.root, file), text);
const shows = (text: string) => (page: LoadedPage) => page.html.includes(text);

test('a title is new in its note, its area, what requires it and the roadmaps that lead to it', async () => {
  const text = readFileSync(path.join(site.root, NOTE), 'utf8');
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
