import { expect, test } from 'vitest';
import { addressOf, areaOf, placeOf } from './place.ts';

const locales = ['es', 'pt-br'];

test.each([
  ['index.md', 'root', '', '/kb/', undefined],
  ['es/index.mdx', 'es', '', '/kb/es/', undefined],
  ['django/index.md', 'root', 'django', '/kb/django/', 'django'],
  ['django/orm.md', 'root', 'django/orm', '/kb/django/orm/', 'django'],
  ['pt-br/django/orm.md', 'pt-br', 'django/orm', '/kb/pt-br/django/orm/', 'django'],
  ['pt-br\\django\\orm.md', 'pt-br', 'django/orm', '/kb/pt-br/django/orm/', 'django'],
  ['estonia/orm.md', 'root', 'estonia/orm', '/kb/estonia/orm/', 'estonia'],
  ['Django/The ORM.md', 'root', 'django/the-orm', '/kb/django/the-orm/', 'django'],
])('%s stands at the right address', (file, locale, path, address, area) => {
  const place = placeOf(file, locales);
  expect(place).toEqual({ locale, path });
  expect(addressOf(place, { base: '/kb/', locales })).toBe(address);
  expect(areaOf(path)).toBe(area);
});

test('without a base, addresses begin at the root', () => {
  expect(addressOf({ locale: 'root', path: 'a/b' }, { base: '/', locales })).toBe('/a/b/');
  expect(addressOf({ locale: 'es', path: '' }, { base: '/', locales })).toBe('/es/');
});
