import { expect, test } from 'vitest';
import { parseDocument } from './document.ts';
import { listDrawnPictures } from './drawn-picture.ts';

const PAGE = `A page.

\`\`\`mermaid
%% alt: A leads to B.
graph TD
  accTitle: Map
  a --> b
  click a "./b.md"
\`\`\`

## Locks

\`\`\`picture
title: A lock

step: A has it.
holds: A

step: B has it.
holds: B
\`\`\`

![Two *boxes*](./boxes.svg) is only words, and so is ![this](./photo.png).

![Two *boxes*](../boxes.svg)

\`\`\`timeline
main 0..1 done
\`\`\`

\`\`\`\`md
\`\`\`mermaid
graph TD
\`\`\`
\`\`\`\`
`;

test('the pictures of a page are found in its order, with what they say and where they are written', () => {
  const target = {
    file: 'content/docs/db/locks.md',
    folder: 'content/docs/authoring',
    resolve: (url: string) => `/to/${url}`,
  };
  const pictures = listDrawnPictures(parseDocument(PAGE, 'md'), target);
  expect(pictures.map(({ kind, title, words, line }) => [line, kind, title, ...words])).toEqual([
    [3, 'diagram', 'Map', 'A leads to B.'],
    [13, 'steps', 'A lock'],
    [25, 'drawing', 'Locks', 'Two *boxes*'],
    [27, 'timeline', 'Locks'],
  ]);
  expect(pictures[0]?.markdown).toContain('click a "/to/./b.md"');
  expect(pictures[2]?.markdown).toBe('![Two *boxes*](../boxes.svg)');
});
