/** What a check of links found, as Markdown that reads well in a terminal and in an issue. */
import type { CheckedLink } from './check-links.ts';
import type { LinkState } from './visit.ts';

const PARTS: readonly (readonly [LinkState, string])[] = [
  ['dead', 'Dead: replace them, or take them out'],
  ['moved', 'Moved for good: change the address'],
  ['unclear', 'Unclear: open them in a browser'],
];

export function writeReport(links: readonly CheckedLink[]): string {
  const count = (state: LinkState) => links.filter((link) => link.state === state).length;
  const sum = `${links.length} links: ${count('alive')} alive, ${count('moved')} moved, ${count('unclear')} unclear, ${count('dead')} dead.`;
  const parts = PARTS.flatMap(([state, title]) => {
    const found = links.filter((link) => link.state === state);
    return found.length === 0 ? [] : [`## ${title}\n\n${found.map(writeLink).join('\n')}`];
  });
  return [sum, ...parts].join('\n\n');
}

function writeLink({ url, why, target, places }: CheckedLink): string {
  const lines = [`- <${url}> (${why})`, ...(target === undefined ? [] : [`  now <${target}>`])];
  return [...lines, `  in ${places.join(', ')}`].join('\n');
}
