import { expect, test } from 'vitest';
import { createMemoryFiles } from '../files/memory-files.ts';
import { writeTwin } from './twin.ts';

const TWIN = {
  title: 'Dict[str, int]',
  description: 'What it is.',
  address: 'https://example.org/kb/dict/',
  body: 'Words.\n',
  more: '',
  sections: [],
  file: 'content/docs/dict.md',
  files: createMemoryFiles({}),
  shape: { base: '/kb/', locales: [] },
  origin: 'https://example.org',
  repository: { url: 'https://host.example/owner/repo', branch: 'main' },
};

test('a twin begins with title, description and address, and ends with what the page leads to', () => {
  const links = [
    { title: 'One', href: 'https://example.org/1', description: 'a' },
    { title: 'Two', href: 'https://example.org/2', description: '' },
  ];
  expect(
    writeTwin({
      ...TWIN,
      sections: [
        { title: 'Sources', links },
        { title: 'Nothing', links: [] },
      ],
    }),
  ).toBe(`# Dict\\[str, int\\]

> What it is.

<https://example.org/kb/dict/>

Words.

## Sources

- [One](https://example.org/1): a
- [Two](https://example.org/2)
`);
});

test('a page that is nothing but its description does not say it twice', () => {
  expect(writeTwin({ ...TWIN, body: 'What it is.', more: '### Q' })).toBe(
    '# Dict\\[str, int\\]\n\n> What it is.\n\n<https://example.org/kb/dict/>\n\n### Q\n',
  );
});
