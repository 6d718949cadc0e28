import { expect, test } from 'vitest';
import { editAddressOf, viewAddressOf } from './repository-link.ts';

test.each([
  ['https://github.com/me/x', 'blob/main/', 'edit/main/'],
  ['https://github.com/gitlab/x/', 'blob/main/', 'edit/main/'],
  ['https://gitlab.com/a/b/x', '-/blob/main/', '-/edit/main/'],
  ['https://gitlab.example.org/me/x', '-/blob/main/', '-/edit/main/'],
  ['https://codeberg.org/me/x', 'src/branch/main/', '_edit/main/'],
  ['https://bitbucket.org/me/x', 'src/main/', 'src/main/'],
  ['https://git.example.org/me/x', 'blob/main/', 'edit/main/'],
])('%s', (url, view, edit) => {
  const base = url.replace(/\/$/, '');
  expect(viewAddressOf({ url, branch: 'main' })).toBe(`${base}/${view}`);
  expect(editAddressOf({ url, branch: 'main' })).toBe(`${base}/${edit}`);
});
