import { expect, test } from 'vitest';
import { listMovedAddresses, writeRedirectsFile } from './redirects-file.ts';

test('an old address leads on with and without its slash, to the address of the page', () => {
  const moved = listMovedAddresses('/study/', [
    { from: 'es/databases/orm', to: 'es/django/orm' },
    { from: 'start', to: '' },
  ]);
  expect(writeRedirectsFile(moved)).toMatchInlineSnapshot(`
    "/study/es/databases/orm/ /study/es/django/orm/ 301
    /study/es/databases/orm /study/es/django/orm/ 301
    /study/start/ /study/ 301
    /study/start /study/ 301
    "
  `);
});
