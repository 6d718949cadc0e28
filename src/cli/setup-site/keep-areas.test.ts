import { expect, test } from 'vitest';
import { checkContent } from '../../content/check/check-content.ts';
import { createMemoryFiles } from '../../content/files/memory-files.ts';
import { listKeys } from '../../content/interface-keys.ts';
import { formatProblem, isError } from '../../content/problem.ts';
import { defineSite } from '../../content/site-config.ts';
import { DraftFiles } from './draft-files.ts';
import { keepAreas } from './keep-areas.ts';

const WORDS = JSON.stringify(Object.fromEntries(listKeys('en').map((key) => [key, 'word'])));
const TODAY = new Date('2026-11-28T12:00:00Z');
const LOCALES = { root: { label: 'English', lang: 'en' }, es: { label: 'Español', lang: 'es' } };

function siteOf(locales: typeof LOCALES | Pick<typeof LOCALES, 'root'>) {
  const repository = { url: 'https://example.org/me/x' };
  return defineSite(
    { siteId: 'x', title: 'X', description: 'X.', url: 'https://example.org', author: 'Me', repository, locales },
    {},
  );
}

const page = (id: string, text: string, more = '') => `---\nid: ${id}\ntitle: Page\n${more}---\n\n${text}\n`;
const note = (id: string, text: string, more = '') =>
  page(
    id,
    text,
    `description: A note.\nlevel: senior\nminutes: 5\n${more}verified: { date: 2026-11-24, versions: [Python 3.14] }\nsources: []\n`,
  );
const question = (id: string, of: string) =>
  `- id: ${id}\n  question: { en: Why?, es: ¿Por qué? }\n  level: senior\n  strong: [Counts]\n  notes: [${of}]\n`;
const exercise = (id: string, notes: string) => ({
  [`content/exercises/${id}/exercise.yaml`]: `id: ${id}\ntitle: { en: One, es: Uno }\ndescription: One.\nlevel: senior\nminutes: 5\nnotes: [${notes}]\nruns: page\n`,
  [`content/exercises/${id}/instructions.md`]: 'See [the loop](/fastapi/loop/).\n\n## 1. Do\n\nDo it.\n',
  [`content/exercises/${id}/instructions.es.md`]: 'Mira.\n\n## 1. Haz\n\nHazlo.\n',
  [`content/exercises/${id}/hints.md`]: '## 1. Do\n\n- Look.\n- Write.\n',
  [`content/exercises/${id}/notes.md`]: 'So.\n',
  [`content/exercises/${id}/starter.py`]: 'def one() -> int:\n    return 0\n',
  [`content/exercises/${id}/solution.py`]: 'def one() -> int:\n    return 1\n',
  [`content/exercises/${id}/test_solution.py`]:
    'from solution import one\n\n\ndef test_1_one() -> None:\n    """Gives one"""\n    assert one() == 1\n',
  [`content/exercises/${id}/wrong_two.py`]: '"""Gives two."""\n\n\ndef one() -> int:\n    return 2\n',
});
const FILES = {
  'content/i18n/en.json': WORDS,
  'content/i18n/es.json': WORDS,
  'content/docs/index.md': page('home', 'Read [the loop](./fastapi/loop.md) or [the ORM](./django/orm.md).'),
  'content/docs/es/index.md': page('home', 'Lee.'),
  'content/docs/django/index.md': page('django', 'All.'),
  'content/docs/django/orm.md': note(
    'django/orm',
    'After [the loop](../fastapi/loop.md).',
    'requires: [fastapi/loop]\nleadsTo: [fastapi/loop, django/signals]\n',
  ),
  'content/docs/django/signals.md': note('django/signals', 'Fire.'),
  'content/docs/fastapi/index.md': page('fastapi', 'All.'),
  'content/docs/fastapi/loop.md': note('fastapi/loop', 'Loops.'),
  'content/docs/mine/index.md': page('mine', '[dead](./nowhere.md)'),
  'content/flashcards/django/orm.txt': 'Id: a\nQ: Why is it so?\nA: So.\nTags: django\nLink: fastapi/loop\n',
  'content/questions/django.yaml': question('q-orm', 'django/orm') + question('q-loop', 'fastapi/loop'),
  'content/questions/fastapi.yaml': question('q-fast', 'fastapi/loop'),
  'content/interviews/mock.yaml':
    'id: mock\ntitle: Mock\ndescription: Mock.\nsections:\n' +
    '  - { id: a, title: A, minutes: 5, draw: { areas: [django], count: 1 } }\n' +
    '  - { id: b, title: B, minutes: 5, draw: { areas: [fastapi], count: 1 } }\n',
  'content/roadmaps/path.yaml':
    'id: path\ntitle: Path\ndescription: Path.\nstagesAre: levels\nstages:\n' +
    '  - id: one\n    title: One\n    items:\n' +
    '      - { id: orm, text: { en: Read, es: Leer }, note: django/orm }\n' +
    '      - { id: loop, text: Loop, note: fastapi/loop }\n' +
    '      - { id: ex, text: Do, exercise: of-fastapi }\n' +
    '  - id: two\n    title: Two\n    items: [{ id: loop-2, text: Loop, note: fastapi/loop }]\n',
  ...exercise('of-both', 'django/orm, fastapi/loop'),
  ...exercise('of-fastapi', 'fastapi/loop'),
};

function keep(locales: Parameters<typeof siteOf>[0], areas: readonly string[]) {
  const draft = new DraftFiles(createMemoryFiles(FILES));
  keepAreas(draft, siteOf(LOCALES), siteOf(locales), areas, TODAY);
  const errors = checkContent(draft, siteOf(locales), { today: TODAY }).filter(isError).map(formatProblem);
  return { draft, errors, textOf: (file: string) => (draft.has(file) ? draft.read(file).text : undefined) };
}

const BROKEN = [expect.stringContaining('content/docs/mine/index.md:6:1  error  link-file')];

test('the content to begin with has one error, which is its writer’s', () => {
  const errors = checkContent(createMemoryFiles(FILES), siteOf(LOCALES), { today: TODAY }).filter(isError);
  expect(errors.map(formatProblem)).toEqual(BROKEN);
});

test('of the areas that stay nothing leads to one that goes, and what was broken before is left alone', () => {
  const { errors, textOf } = keep(LOCALES, ['django']);
  expect(errors).toEqual(BROKEN);
  expect(textOf('content/docs/fastapi/loop.md')).toBeUndefined();
  expect(textOf('content/docs/mine/index.md')).toBe(FILES['content/docs/mine/index.md']);
  expect(textOf('content/docs/index.md')).toContain('Read the loop or [the ORM](./django/orm.md).');
  expect(textOf('content/docs/django/orm.md')).toContain('minutes: 5\nleadsTo: [django/signals]\nverified');
  expect(textOf('content/flashcards/django/orm.txt')).not.toContain('Link');
  expect(textOf('content/questions/django.yaml')).toBe(question('q-orm', 'django/orm'));
  expect(textOf('content/interviews/mock.yaml')).not.toContain('fastapi');
  expect(textOf('content/exercises/of-both/exercise.yaml')).toContain('notes: [django/orm]\n');
  expect(textOf('content/exercises/of-fastapi/solution.py')).toBeUndefined();
  expect(textOf('content/roadmaps/path.yaml')).toBe(
    'id: path\ntitle: Path\ndescription: Path.\nstagesAre: levels\nstages:\n' +
      '  - id: one\n    title: One\n    items:\n      - { id: orm, text: { en: Read, es: Leer }, note: django/orm }\n',
  );
});

test('a language that goes takes its pages and its texts along, and nothing else', () => {
  const { errors, draft, textOf } = keep({ root: LOCALES.root }, ['django', 'fastapi']);
  expect(errors).toEqual(BROKEN);
  expect(draft.list().filter((file) => /\/es\/|\.es\./.test(file))).toEqual([]);
  expect(textOf('content/questions/fastapi.yaml')).toContain('question: { en: Why? }\n');
  expect(Object.keys(draft.changes()).filter((file) => /^content\/docs\/(?!es)/.test(file))).toEqual([]);
});
