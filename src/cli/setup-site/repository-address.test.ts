import { expect, test } from 'vitest';
import { readRepositoryAddress } from './repository-address.ts';

test.each([
  ['https://github.com/me/x', 'https://github.com/me/x', 'https://me.github.io', '/x/'],
  ['git@github.com:me/x.git', 'https://github.com/me/x', 'https://me.github.io', '/x/'],
  ['ssh://git@github.com:22/me/x.git', 'https://github.com/me/x', 'https://me.github.io', '/x/'],
  ['github.com/me/x/', 'https://github.com/me/x', 'https://me.github.io', '/x/'],
  ['me/x', 'https://github.com/me/x', 'https://me.github.io', '/x/'],
  ['https://github.com/Me/Me.github.io', 'https://github.com/Me/Me.github.io', 'https://me.github.io', '/'],
  ['https://github.com/me/x/tree/main/content', 'https://github.com/me/x', 'https://me.github.io', '/x/'],
  ['https://gitlab.com/me/notes', 'https://gitlab.com/me/notes', 'https://me.gitlab.io', '/notes/'],
  ['https://gitlab.com/a/b/c/-/tree/main', 'https://gitlab.com/a/b/c', 'https://a.gitlab.io', '/b/c/'],
  ['https://gitlab.com/me/me.gitlab.io.git', 'https://gitlab.com/me/me.gitlab.io', 'https://me.gitlab.io', '/'],
  ['https://codeberg.org/me/pages', 'https://codeberg.org/me/pages', 'https://me.codeberg.page', '/'],
  ['https://codeberg.org/me/x', 'https://codeberg.org/me/x', 'https://me.codeberg.page', '/x/'],
])('%s', (text, url, pages, base) => {
  expect(readRepositoryAddress(text)).toEqual({ url, pages: { url: pages, base } });
});

test('a host that we do not know says nothing of where the site will be', () => {
  const address = readRepositoryAddress('git@git.example.org:team/notes.git');
  expect(address).toEqual({ url: 'https://git.example.org/team/notes', pages: undefined });
});

test('a password in the address is not kept', () => {
  const address = readRepositoryAddress('https://me:secret@github.com/me/x.git');
  expect(JSON.stringify(address)).not.toContain('secret');
});

test.each(['', 'notes', 'https://github.com', 'https://github.com/me', 'ftp://host/me/x', 'https://github.com/me/a b'])(
  '"%s" names no repository',
  (text) => {
    expect(readRepositoryAddress(text)).toBeUndefined();
  },
);
