import { expect, test } from 'vitest';
import { defineSite } from '../../content/site-config.ts';
import { type Answers, completeAnswers, type Question } from './answers.ts';
import type { Given } from './given.ts';

const FIRST = defineSite(
  {
    siteId: 'pskb',
    title: 'Ours',
    description: 'Of ours.',
    url: 'https://ours.example.org',
    author: 'Us',
    repository: { url: 'https://github.com/us/ours' },
    locales: { root: { label: 'English', lang: 'en' }, 'pt-br': { label: 'Português', lang: 'pt-BR' } },
  },
  {},
);
const SITUATION = {
  site: FIRST,
  areas: ['django', 'fastapi'],
  suggestDescription: (lang: string, title: string) => `${lang} ${title}`,
};
const NEEDED: Given = { title: 'Mine', author: 'Me', repository: 'git@github.com:me/x.git' };

const complete = (given: Given) => completeAnswers(given, SITUATION);
const refusalOf = (given: Given) => complete(given).then(String, ({ message }: Error) => message);

test('the rest follows from title, author and repository', async () => {
  expect(await complete(NEEDED)).toEqual({
    title: 'Mine',
    author: 'Me',
    description: 'en Mine',
    repository: 'https://github.com/me/x',
    url: 'https://me.github.io',
    base: '/x/',
    siteId: 'mine',
    locales: FIRST.locales,
    keep: 'all',
  } satisfies Answers);
});

test('the base of a repository that is the site of its owner is the root', async () => {
  expect(await complete({ ...NEEDED, repository: 'me/me.github.io' })).toMatchObject({ base: '/' });
});

test('all that is wrong or missing is told at once', async () => {
  expect(
    await refusalOf({
      title: ' ',
      languages: 'spanish',
      description: 'x'.repeat(161),
      repository: 'notes',
      base: 'my notes',
      'site-id': 'Mine',
      keep: 'djano',
    }),
  ).toMatchInlineSnapshot(`
    "Nothing was written:
      --title: it is empty
      --author is missing: who is named as the author in each page’s head
      --languages: "spanish" is no tag of a language: write en, es or pt-BR
      --description: it has 161 characters, and 160 are the most
      --repository: "notes" names no repository: write it as https://github.com/me/my-notes
      --base: "my notes" cannot be part of an address: write letters, digits and hyphens, such as /my-notes/
      --site-id: "Mine" has to be lower-case letters, digits and hyphens, such as mine
      --keep: there is no area "djano": did you mean django?"
  `);
});

test('of a host that we do not know, the address is asked for', async () => {
  const repository = 'https://git.example.org/me/x';
  expect(await refusalOf({ ...NEEDED, repository })).toMatchInlineSnapshot(`
    "Nothing was written:
      --url is missing: where the site is published: https://me.github.io; follows from a repository of GitHub, GitLab or Codeberg"
  `);
  expect(await complete({ ...NEEDED, repository, url: 'notes.example.org', base: '' })).toMatchObject({
    repository,
    url: 'https://notes.example.org',
    base: '/',
  });
});

test.each([['https://me.github.io/x/'], ['ftp://me.github.io'], ['a b']])('%s cannot be the address', async (url) => {
  expect(await refusalOf({ ...NEEDED, url })).toContain('--url: ');
});

test('the second time, what the site says of itself is suggested', async () => {
  const site = { ...FIRST, siteId: 'mine', base: '/elsewhere/' };
  expect(await completeAnswers({ title: 'New' }, { ...SITUATION, site })).toEqual({
    title: 'New',
    author: 'Us',
    description: 'Of ours.',
    repository: 'https://github.com/us/ours',
    url: 'https://ours.example.org',
    base: '/elsewhere/',
    siteId: 'mine',
    locales: FIRST.locales,
    keep: 'all',
  });
});

test('what was not said is asked for, with a suggestion', async () => {
  const asked: [string, string | undefined][] = [];
  const ask = async ({ field, suggestion }: Question) => {
    asked.push([field, suggestion]);
    return suggestion ?? 'Me';
  };
  await completeAnswers({ title: 'Mine', repository: 'me/x', languages: 'es' }, SITUATION, ask);
  expect(asked).toEqual([
    ['author', undefined],
    ['description', 'es Mine'],
    ['url', 'https://me.github.io'],
    ['base', '/x/'],
    ['site-id', 'mine'],
    ['keep', 'all'],
  ]);
});
