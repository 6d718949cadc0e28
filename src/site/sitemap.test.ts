import { expect, test } from 'vitest';
import { isListed } from './sitemap.ts';

const ADDRESS = 'https://example.org/study/orm/';

test.each([
  ['a page', '<link rel="canonical" href="https://example.org/study/orm/"/>', true],
  ['one without a word about it', '<title>ORM</title>', true],
  ['one that is shown elsewhere', '<link rel="canonical" href="https://example.org/study/es/orm/"/>', false],
  ['one that is not to be found', '<meta name="robots" content="noindex"/>', false],
])('%s is listed or not', (_, head, listed) => {
  expect(isListed(head, ADDRESS)).toBe(listed);
});
