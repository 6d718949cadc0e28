import { expect, test } from 'vitest';
import { listExternalLinks } from './external-link.ts';
import { createMemoryFiles } from './files/memory-files.ts';

const NOTE = `---
title: A
sources:
  - { title: T, url: "https://a.test/source", supports: all }
---

[One](https://a.test/page#part), [two](https://a.test/page), [local](./b.md), [none](https://example.org/x).
`;

test('links of pages and data are listed once each, with every place, without examples and former addresses', () => {
  const files = createMemoryFiles({
    'content/docs/area/a.md': NOTE,
    'content/resources.yaml': '- id: r\n  url: https://a.test/page\n  formerUrl: https://gone.test/\n',
  });
  expect(listExternalLinks(files, [], { main: 'en', others: [] })).toEqual([
    { url: 'https://a.test/page', places: ['content/docs/area/a.md:7', 'content/resources.yaml:2'] },
    { url: 'https://a.test/source', places: ['content/docs/area/a.md:4'] },
  ]);
});
