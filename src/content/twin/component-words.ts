/** What a component of MDX says, as Markdown: the files that it shows, its title, where it leads. */
import path from 'node:path';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'satteri';
import type { ContentFiles } from '../files/content-files.ts';
import { fence } from './fence.ts';

const RAW_IMPORT = /import\s+(\w+)\s+from\s+['"]([^'"]+)\?raw['"]/g;

/** Names of the texts that a page imports, with their files, relative to the project. */
export function listRawImports(code: string, file: string): Map<string, string> {
  const folder = path.posix.dirname(file);
  return new Map([...code.matchAll(RAW_IMPORT)].map(([, name = '', url = '']) => [name, path.posix.join(folder, url)]));
}

interface Surroundings {
  readonly files: ContentFiles;
  readonly imports: ReadonlyMap<string, string>;
  resolve(url: string): string;
}

/** What stands for a component in front of what is in it, and behind. */
export function wordsOfComponent(
  element: Readonly<MdxJsxFlowElement | MdxJsxTextElement>,
  { files, imports, resolve }: Surroundings,
): [before: string, after: string] {
  const read = (name: string) => readAttribute(element, name);
  const title = read('title') ?? read('label');
  const href = read('href');
  if (element.name === 'Code') {
    const code = read('code') ?? '';
    const file = imports.get(code) ?? '';
    return [fence(files.has(file) ? files.read(file).text : code, read('lang') ?? ''), ''];
  }
  if (element.name === 'LinkCard')
    return [`[${title ?? ''}](${resolve(href ?? '')}): ${read('description') ?? ''}`, ''];
  if (href !== undefined) return ['[', `](${resolve(href)})`];
  if (element.name === 'Badge') return [read('text') ?? '', ''];
  return [title === undefined ? '' : `**${title}**\n\n`, ''];
}

/** Of an expression its code: the name of what is imported. */
function readAttribute(
  { attributes }: Readonly<MdxJsxFlowElement | MdxJsxTextElement>,
  name: string,
): string | undefined {
  const found = attributes.find((attribute) => attribute.type === 'mdxJsxAttribute' && attribute.name === name);
  const value = found?.value;
  return typeof value === 'string' ? value : value?.value;
}
