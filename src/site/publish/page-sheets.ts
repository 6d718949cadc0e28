/** Gives each page of the finished site the sheets that can style something of it. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { partSheet } from './parted-sheet.ts';
import { findScopes, listScopesOfPage, replaceSheets, type ScopedSheet } from './scoped-sheet.ts';

/** What fewer of the pages have is rare: one in twenty. */
const RARE = 0.05;

/**
 * Parts the sheets that a page links when it comes to them, under names that say what is in them.
 * @param folder of the built site
 * @param pages files of all pages, from that folder
 * @returns what rewrites the HTML of a page
 */
export function createSheetChoice(folder: string, base: string, pages: readonly string[]): (html: string) => string {
  const counts = countScopes(folder, pages);
  const isRare = (scope: string) => (counts.get(scope) ?? 0) < pages.length * RARE;
  const scripts = readScripts(folder);
  const known = new Map<string, readonly ScopedSheet[]>();

  const part = (href: string): readonly ScopedSheet[] => {
    const file = path.join(folder, href.slice(base.length));
    if (!existsSync(file)) return [{ href, scopes: undefined }];
    const css = readFileSync(file, 'utf8');
    const { most, few } = partSheet(css, isRare);
    // A script that loads a sheet knows it by its name.
    if (most === '' || few === '' || scripts.includes(path.basename(file))) return [{ href, scopes: findScopes(css) }];
    rmSync(file);
    const rare = [...(findScopes(few) ?? [])].filter(isRare);
    return [
      { href: writeSheet(file, href, most), scopes: findScopes(most) },
      { href: writeSheet(file, href, few), scopes: new Set(rare) },
    ];
  };
  const sheetsOf = (href: string) => {
    const sheets = known.get(href) ?? part(href);
    known.set(href, sheets);
    return sheets;
  };
  return (html) => replaceSheets(html, sheetsOf);
}

function countScopes(folder: string, pages: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const page of pages)
    for (const scope of listScopesOfPage(readFileSync(path.join(folder, page), 'utf8')))
      counts.set(scope, (counts.get(scope) ?? 0) + 1);
  return counts;
}

function readScripts(folder: string): string {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /^_astro\/.*\.js$/.test(file.replaceAll('\\', '/')))
    .map((file) => readFileSync(path.join(folder, file), 'utf8'))
    .join('\n');
}

/** @returns its address: files of this folder are kept for good, so another text has another name */
function writeSheet(file: string, href: string, css: string): string {
  const hash = createHash('sha256').update(css).digest('base64url').slice(0, 8);
  const rename = (name: string) => name.replace(/[\w-]+\.css$/, `${hash}.css`);
  writeFileSync(rename(file), css);
  return rename(href);
}
