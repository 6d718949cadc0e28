import { expect, test } from 'vitest';
import { writeSecurityText } from './security-text.ts';

const SITE = {
  repository: 'https://github.com/owner/notes',
  url: 'https://owner.github.io',
  languages: ['en', 'pt-BR'],
  now: new Date('2026-03-14T15:09:26Z'),
};
const fieldOf = (text: string, name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(text)?.[1];

test('it has the fields of RFC 9116', () => {
  expect(writeSecurityText(SITE)).toMatchInlineSnapshot(`
    "Contact: https://github.com/owner/notes/security/advisories/new
    Expires: 2027-01-08T00:00:00.000Z
    Preferred-Languages: en, pt-BR
    Canonical: https://owner.github.io/.well-known/security.txt
    "
  `);
});

test('it expires within a year, as it must, and is the same all day', () => {
  const expires = new Date(fieldOf(writeSecurityText(SITE), 'Expires') ?? '');
  expect(expires.getTime() - SITE.now.getTime()).toBeLessThan(365 * 86_400_000);
  expect(expires.getTime()).toBeGreaterThan(SITE.now.getTime());
  const later = { ...SITE, now: new Date('2026-03-14T23:59:59Z') };
  expect(writeSecurityText(later)).toBe(writeSecurityText(SITE));
});

test.each([
  ['https://github.com/owner/notes.git', 'https://github.com/owner/notes/security/advisories/new'],
  ['https://github.com/owner/notes/', 'https://github.com/owner/notes/security/advisories/new'],
  ['https://gitlab.com/group/notes', 'https://gitlab.com/group/notes/-/issues/new?issue[confidential]=true'],
  ['https://git.example.org/notes', 'https://git.example.org/notes'],
  // Not GitHub, although its name ends like it.
  ['https://notgithub.com/owner/notes', 'https://notgithub.com/owner/notes'],
])('who found a hole in %s says so at %s', (repository, contact) => {
  expect(fieldOf(writeSecurityText({ ...SITE, repository }), 'Contact')).toBe(contact);
});
