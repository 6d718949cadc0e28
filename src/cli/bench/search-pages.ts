/** Pages to be indexed: those of the built site, or as many as wanted that are made of their text. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { readSearchPage } from '../../site/search-page.ts';
import { createChance } from './random.ts';

/** Sections of a page that is made, and sentences of each. */
const SECTIONS = 8;
const SENTENCES = 14;
const SEED = 20_261_128;

/** @returns how many pages there are */
export function writePages(site: string, folder: string, scale: number | undefined): number {
  const files = readdirSync(site, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('index.html') && !/^(es|pt-br)\//.test(file),
  );
  const texts = files.map((file) => readFileSync(path.join(site, file), 'utf8'));
  const own = texts.flatMap((html, index) =>
    html.includes(' data-pagefind-body') ? [{ html, file: files[index] ?? '' }] : [],
  );
  for (const { html, file } of own) write(folder, file, html);
  if (scale === undefined) return own.length;
  const pages = own.map(({ html, file }) => readSearchPage(html, file, []));
  const sections = pages.flatMap((page) => page.sections);
  const sentences = sections
    .flatMap(([, , text]) => text.split(/(?<=[.?!]) (?=[A-Z])/))
    .filter((text) => text.length > 20);
  const headings = sections.map(([, heading]) => heading).filter((heading) => heading !== '');
  const words = [...new Set(sentences.join(' ').match(/[a-z]{4,}/g))];
  const { pick } = createChance(SEED);
  for (let index = own.length; index < scale; index += 1) {
    // Each page names something that no other does, as the pages of a reference do.
    const name = `${pick(words)}_${pick(words)}`;
    const body = Array.from({ length: SECTIONS }, (_, section) => {
      const text = Array.from({ length: SENTENCES }, () => pick(sentences)).join(' ');
      return `<h2 id="s${section}">${escapeText(pick(headings))}</h2><p>${escapeText(text)} <code>${name}</code></p>`;
    });
    const head = `<meta name="description" content="${escapeText(pick(headings))}"/><meta data-pagefind-filter="kind[content]" content="note"/><meta data-pagefind-filter="level[content]" content="senior"/>`;
    const title = escapeText(`${pick(headings)}: ${name}`);
    const html = `<!DOCTYPE html><html lang="en"><head>${head}</head><body><main data-pagefind-body><h1>${title}</h1>${body.join('')}</main></body></html>`;
    write(folder, `made/${index}/index.html`, html);
  }
  return scale;
}

function write(folder: string, file: string, html: string): void {
  mkdirSync(path.join(folder, path.dirname(file)), { recursive: true });
  writeFileSync(path.join(folder, file), html);
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
