/** What a browser fetches on the first visit of a page, before anybody touches it: from the page's HTML and the files that it names. */
import { posix as path } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

export const PARTS = ['html', 'css', 'js', 'media'] as const;
export type Part = (typeof PARTS)[number];

export interface FetchedFile {
  /** Path below the site: `_astro/study.BElgrK3C.js`. */
  readonly file: string;
  readonly part: Part;
  /** As brotli at its best packs it, as hosts with static files do. */
  readonly bytes: number;
}

/** @returns a file of the built site, named from its root */
export type ReadFile = (file: string) => Promise<Buffer>;

const LINKED = /<(link|script|img)\b([^>]*)>/g;
const IMPORTED = /(?:\bfrom|\bimport)\s*(["'])(\.{1,2}\/[^"']+)\1/g;
/** Of all that a page links, what a browser fetches by itself. */
const LINKS_FETCHED: Readonly<Record<string, Part>> = {
  stylesheet: 'css',
  modulepreload: 'js',
  icon: 'media',
  'shortcut icon': 'media',
};

/**
 * Scripts with all that they import, not what they import later; styles for paper too, since browsers fetch them.
 * @param page path of the page below the site, such as `python-internals/gil/`
 * @param base path below which the site was built, with slashes at both ends
 */
export async function listFetchedFiles(page: string, base: string, read: ReadFile): Promise<FetchedFile[]> {
  const html = await read(`${page}index.html`);
  const parts = new Map<string, Part>();
  for (const [address, part] of listAddresses(html.toString())) {
    if (!address.startsWith(base)) continue;
    const file = address.slice(base.length);
    if (part === 'js') await addModules(file, parts, read);
    else parts.set(file, part);
  }
  const files = await Promise.all(
    [...parts].map(async ([file, part]) => ({ file, part, bytes: pack(await read(file)) })),
  );
  return [{ file: `${page}index.html`, part: 'html', bytes: pack(html) }, ...files];
}

/** @param part of which kind; without one, of all */
export function sumBytes(files: readonly FetchedFile[], part?: Part): number {
  return files.reduce((sum, file) => sum + (part === undefined || file.part === part ? file.bytes : 0), 0);
}

/**
 * What a page fetches too much of, in words that name the files, the largest first.
 * @param budgets kB of 1,000 bytes
 */
export function listOverBudget(
  files: readonly FetchedFile[],
  budgets: Readonly<Partial<Record<Part, number>>>,
): string[] {
  return Object.entries(budgets).flatMap(([part, budget]) => {
    const ofPart = files.filter((file) => file.part === part).sort((a, b) => b.bytes - a.bytes);
    const kilobytes = sumBytes(ofPart) / 1000;
    if (kilobytes <= budget) return [];
    const list = ofPart.map(({ file, bytes }) => `${file} ${bytes}`).join(', ');
    return [`${part}: ${kilobytes.toFixed(1)} kB, budget ${budget} kB: ${list}`];
  });
}

function* listAddresses(html: string): Generator<[address: string, part: Part]> {
  for (const [, tag, text = ''] of html.matchAll(LINKED)) {
    const read = (name: string) => new RegExp(`\\s${name}="([^"]*)"`).exec(text)?.[1];
    const address = read(tag === 'link' ? 'href' : 'src');
    if (address === undefined || /\sdisabled\b/.test(text) || read('loading') === 'lazy') continue;
    const part = tag === 'script' ? 'js' : tag === 'img' ? 'media' : LINKS_FETCHED[read('rel') ?? ''];
    if (part !== undefined) yield [address, part];
  }
}

async function addModules(file: string, parts: Map<string, Part>, read: ReadFile): Promise<void> {
  if (parts.has(file)) return;
  parts.set(file, 'js');
  const text = (await read(file)).toString();
  for (const [, , other = ''] of text.matchAll(IMPORTED)) {
    await addModules(path.join(path.dirname(file), other), parts, read);
  }
}

function pack(content: Buffer): number {
  return brotliCompressSync(content, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length },
  }).length;
}
