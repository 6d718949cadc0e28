/** The overview of an area, by which the site finds the area's notes. A draft until its writer says otherwise. */
import { inFolders, type NewFiles, type Stub } from './stub.ts';
import type { Words } from './words.ts';
import { writeFrontmatter } from './yaml.ts';

export function createArea(stub: Stub): NewFiles {
  return inFolders(stub.languages, 'content/docs', `${stub.place}/index.md`, (words) => writeArea(stub, words));
}

function writeArea({ place, title }: Stub, { area }: Words): string {
  const { description, summary, order, done } = area;
  return `${writeFrontmatter({ id: place, title, description, draft: true })}
${summary}

## ${order.title}

${order.text}

## ${done.title}

${done.text}
`;
}
