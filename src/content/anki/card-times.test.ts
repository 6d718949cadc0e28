import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { type CardHistory, createCardTimes, readCardHistory } from './card-times.ts';
import { parseDeck } from './testing/small-deck.ts';

const FILE = 'content/flashcards/area/topic.txt';
const TWO = 'Id: a\nQ: one?\nA: 1\n\nId: b\nQ: two?\nA: 2\n';

function timesOf(history: CardHistory | undefined, text: string, rendered = 0): Record<string, number> {
  const timeOf = createCardTimes(history, rendered);
  return Object.fromEntries(parseDeck(text).cards.map((card) => [card.id, timeOf(card)]));
}

function history(...versions: [at: number, text: string][]): CardHistory {
  const list = versions.map(([at, text]) => ({ at, text }));
  return { head: list.at(-1)?.at ?? 0, isShallow: false, versions: new Map([[FILE, list]]) };
}

test('a card has the time of the commit that changed it, whatever happened around it', () => {
  const later = TWO.replace('A: 2', 'A: two');
  expect(timesOf(history([10, TWO], [20, later], [30, `Deck: Name\n\n${later}`]), later)).toEqual({ a: 10, b: 20 });
});

test('a line that is gone is a change', () => {
  const long = TWO.replace('A: 2', 'A: 2\nand more');
  expect(timesOf(history([10, long], [20, TWO]), TWO)).toEqual({ a: 10, b: 20 });
});

test('a new rendering makes every card as new as itself', () => {
  expect(timesOf(history([10, TWO]), TWO, 15)).toEqual({ a: 15, b: 15 });
});

test('what is not committed, or of which only a part of the history is there, is as old as the newest commit', () => {
  expect(timesOf(history([10, TWO]), TWO.replace('A: 2', 'A: two'))).toEqual({ a: 10, b: 10 });
  expect(timesOf({ head: 50, isShallow: true, versions: new Map() }, TWO)).toEqual({ a: 50, b: 50 });
});

test('without a history the time is that of the rendering', () => {
  expect(timesOf(undefined, TWO, 15)).toEqual({ a: 15, b: 15 });
});

const root = mkdtempSync(path.join(tmpdir(), 'kb-history-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

test('the history is read from git, in a project that lies deeper in its repository', () => {
  const project = path.join(root, 'deep/down');
  const git = (seconds: number, ...words: string[]) => {
    const date = `${seconds} +0000`;
    const env = { ...process.env, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date };
    const names = ['-c', 'user.name=A', '-c', 'user.email=a@example.org', '-c', 'commit.gpgsign=false'];
    expect(spawnSync('git', [...names, ...words], { cwd: root, env }).status).toBe(0);
  };
  const save = (seconds: number, text: string) => {
    mkdirSync(path.join(project, path.dirname(FILE)), { recursive: true });
    writeFileSync(path.join(project, FILE), text);
    git(seconds, 'add', '.');
    git(seconds, 'commit', '-qm', 'x');
  };
  git(0, 'init', '-q');
  save(1_700_000_000, TWO);
  const later = TWO.replace('A: 1', 'A: uno — ñ');
  save(1_700_000_100, later);
  expect(timesOf(readCardHistory(project), later)).toEqual({ a: 1_700_000_100, b: 1_700_000_000 });
  expect(readCardHistory(path.parse(root).root)).toBeUndefined();
});
