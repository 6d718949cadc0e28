/**
 * `npm run bench:dev -- --notes 68,300`: how long somebody who writes waits for the server, on sites of as many notes in every
 * language, each in a copy of the project as `bench:build` makes them. A server starts from nothing, then with what it kept,
 * then files are saved and pages loaded whenever it says so. Seconds of a clock stand beside those of a processor, which count
 * until the server is quiet again: on a busy machine only the latter mean something. `--keep` leaves the copies in
 * `.cache/bench`, and `--node-options` hands something to Node. Linux only, since `/proc` says what processes take.
 */
import { appendFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { type DevCost, DevServer } from './bench/dev-server.ts';
import { prepareCopy } from './bench/site-copy.ts';

/** How often each is measured; the middle counts. */
const TIMES = 3;
const AREA = 'python-internals';
const NOTE = 'python-internals/gil';
const OTHER_NOTE = 'django/orm-optimization';
const DECK = 'flashcards/python-internals/gil';
const EXERCISE = 'exercises/lru-cache';

const { values } = parseArgs({
  options: {
    notes: { type: 'string', default: '68,300' },
    keep: { type: 'boolean', default: false },
    'node-options': { type: 'string' },
  },
});
for (const count of values.notes.split(',').map(Number)) {
  const root = prepareCopy(count);
  console.log(`\n${count} notes\n`);
  await (await measureStart(root, 'the first start, until a note is shown')).stop();
  const server = await measureStart(root, 'another start, until a note is shown');
  await measureSaves(server, path.join(root, 'content'));
  console.log(`memory: ${(server.memory / 1e6).toFixed(0)} MB`);
  await server.stop();
  if (!values.keep) rmSync(root, { recursive: true });
}

async function measureStart(root: string, what: string): Promise<DevServer> {
  const start = performance.now();
  const server = await DevServer.start(root, values['node-options']);
  await server.reader.load(`${NOTE}/`);
  const seconds = (performance.now() - start) / 1000;
  await server.untilQuiet();
  printCost(what, { seconds, cpu: server.cpu });
  return server;
}

async function measureSaves(server: DevServer, content: string): Promise<void> {
  const file = (name: string) => path.join(content, name);
  await measureOften('a page that has not changed', () => server.measure(() => server.reader.load(`${OTHER_NOTE}/`)));
  /** Of a page that is open, whose file gets a word that it did not have. */
  const measureSave = async (what: string, page: string, save: (word: string) => void) => {
    await server.reader.load(`${page}/`);
    await measureOften(what, () => {
      const word = `saved${Math.random().toString(36).slice(2)}`;
      const isNew = ({ html }: { readonly html: string }) => html.includes(word);
      return server.measure(() => server.reader.untilShown(`${page}/`, isNew, () => save(word)));
    });
  };
  const note = file(`docs/${NOTE}.md`);
  await measureSave('a paragraph of a note', NOTE, (word) => appendFileSync(note, `\n${word}\n`));
  await measureSave('a title, on the page of its area', AREA, (word) =>
    replace(note, /^title: .*$/m, `title: ${word}`),
  );
  const deck = file(`${DECK}.txt`);
  await measureSave('a card, on the page of its deck', DECK, (word) => replace(deck, /^A: .*$/m, `A: ${word}`));
  const tasks = file(`${EXERCISE}/instructions.md`);
  await measureSave('a task of an exercise', EXERCISE, (word) => appendFileSync(tasks, `\n${word}\n`));
}

async function measureOften(what: string, measure: () => Promise<DevCost>): Promise<void> {
  const costs: DevCost[] = [];
  for (let time = 0; time < TIMES; time += 1) costs.push(await measure());
  const middle = costs.toSorted((a, b) => a.cpu - b.cpu)[Math.floor(TIMES / 2)];
  if (middle !== undefined) printCost(what, middle);
}

function printCost(what: string, { seconds, cpu }: DevCost): void {
  console.log(`${what.padEnd(40)}${seconds.toFixed(2).padStart(8)} s${cpu.toFixed(2).padStart(8)} CPU s`);
}

function replace(file: string, pattern: RegExp, text: string): void {
  writeFileSync(file, readFileSync(file, 'utf8').replace(pattern, text));
}
