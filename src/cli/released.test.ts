import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkContent } from '../content/check/check-content.ts';
import { openDiskFiles } from '../content/files/disk-files.ts';
import { formatProblem } from '../content/problem.ts';
import { readReleased } from './released.ts';

const SITE = {
  siteId: 'mine',
  base: '/',
  strictCode: false,
  strictIds: false,
  locales: { root: { label: 'English', lang: 'en', dir: 'ltr' as const } },
};
const PAGE = '---\nid: a/gil\ntitle: GIL\n---\n\nOne lock.\n\n- [ ] Explain it ^explain\n- [ ] Measure it ^measure\n';
let project: string;

beforeEach(() => {
  project = mkdtempSync(path.join(tmpdir(), 'kb-released-'));
  write('site.config.ts', "export default defineSite({\n  siteId: 'mine',\n});\n");
  write('content/docs/a/gil.md', PAGE);
  write('content/docs/señal.md', '---\nid: signal\ntitle: S\n---\n');
  write('content/flashcards/a.txt', 'Id: gil-what\nQ: What?\nA: A lock.\n');
  write('content/roadmaps/r.yaml', 'id: r\nstages:\n  - id: one\n    items:\n      - { id: gil, text: G }\n');
  git('init', '--quiet');
});
afterEach(() => rmSync(project, { recursive: true, force: true }));

function write(file: string, text: string): void {
  mkdirSync(path.dirname(path.join(project, file)), { recursive: true });
  writeFileSync(path.join(project, file), text);
}

function git(...words: string[]): void {
  const identity = [
    '-c',
    'user.name=T',
    '-c',
    'user.email=t@example.org',
    '-c',
    'commit.gpgsign=false',
    '-c',
    'tag.gpgsign=false',
    '-c',
    'core.hooksPath=',
  ];
  const { status, stderr } = spawnSync('git', [...identity, ...words], { cwd: project, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
}

function release(): void {
  git('add', '--all');
  git('commit', '--quiet', '--message', 'release');
  git('tag', 'v1.0.0');
}

function findVanished(): string[] {
  const released = readReleased(project, SITE);
  if (typeof released === 'string') return [released];
  const problems = checkContent(openDiskFiles(project), SITE, { today: new Date(), released });
  return problems.filter(({ code }) => code === 'id-vanished').map(formatProblem);
}

test('every id of the release is known, whatever its kind and its file’s name', () => {
  release();
  const released = readReleased(project, SITE);
  expect(typeof released === 'string' ? released : [...released.ids.keys()].sort()).toEqual([
    'card:gil-what',
    'item:a/gil#explain',
    'item:a/gil#measure',
    'page:a/gil',
    'page:signal',
    'roadmap:r',
    'roadmap:r#gil',
    'roadmap:r#one',
  ]);
  expect(readReleased(project, SITE)).toEqual(released);
  expect(findVanished()).toEqual([]);
});

test('ids that are gone are named with what they may be called now', () => {
  release();
  write('content/docs/a/gil.md', PAGE.replace('^measure', '^measure-it').replace('- [ ] Explain it ^explain\n', ''));
  expect(findVanished()).toMatchInlineSnapshot(`
    [
      "content/docs/a/gil.md:1:1  error  id-vanished  "item:a/gil#explain" was published in v1.0.0 and is gone, with all that readers keep under it
        if it has another id now, add \`wasItems: { its-id-now: [explain] }\` to the frontmatter of its page; if it is gone for good, add \`- "item:a/gil#explain"\` to content/retired.yaml",
      "content/docs/a/gil.md:1:1  error  id-vanished  "item:a/gil#measure" was published in v1.0.0 and is gone, with all that readers keep under it
        if it is "item:a/gil#measure-it" now, add \`wasItems: { measure-it: [measure] }\` to the frontmatter of its page; if it is gone for good, add \`- "item:a/gil#measure"\` to content/retired.yaml",
    ]
  `);
});

test('what was renamed in words or retired on purpose is not gone', () => {
  release();
  write(
    'content/docs/b/lock.md',
    PAGE.replace('id: a/gil', 'id: b/lock\nwas: [a/gil]\nwasItems: { measure-it: [measure] }')
      .replace('^measure', '^measure-it')
      .replace('- [ ] Explain it ^explain\n', ''),
  );
  rmSync(path.join(project, 'content/docs/a/gil.md'));
  write('content/flashcards/a.txt', 'Id: gil-why\nQ: What?\nA: A lock.\nWas: gil-what\n');
  rmSync(path.join(project, 'content/roadmaps/r.yaml'));
  write('content/retired.yaml', '- item:a/gil#explain\n- roadmap:r\n');
  expect(findVanished()).toEqual([]);
});

test('without a release of this site there is nothing to compare with, and that is said', () => {
  expect(findVanished()).toEqual(['Ids that vanished were not looked for: no release is tagged yet.']);
  write('site.config.ts', "export default defineSite({\n  siteId: 'theirs',\n});\n");
  release();
  expect(findVanished()).toEqual(['Ids that vanished were not looked for: v1.0.0 is a release of another site.']);
});
