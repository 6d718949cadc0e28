/**
 * Makes the finished site one that is safe to publish anywhere: each page gets its content policy and loses links to styles
 * that it has nothing for; beside the pages lie `_headers` and `_nginx.conf` for hosts that can be told what to send, and
 * `.well-known/security.txt`. It changes pages, so it must come after all that writes some, and before the list of what can
 * be saved.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { appendFile, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { Site } from '../content/site-config.ts';
import { addPolicy, writePolicy } from './publish/content-policy.ts';
import { writeHeadersFile } from './publish/headers-file.ts';
import { hashInlineScripts } from './publish/inline-script.ts';
import { HOST_FILES } from './publish/name.ts';
import { writeNginxFile } from './publish/nginx-file.ts';
import { createSheetChoice } from './publish/page-sheets.ts';
import { listMovedAddresses, type Move, type MovedAddress, writeRedirectsFile } from './publish/redirects-file.ts';
import { listImmutableFolders, listSecurityHeaders } from './publish/response-headers.ts';
import { writeSecurityText } from './publish/security-text.ts';
import { FRAME_ASSET } from './rendered-html.ts';

/** Characters. @see https://developers.cloudflare.com/pages/configuration/headers/ */
const LONGEST_LINE = 2000;

/** @param listMoves old addresses, asked for once the site is built */
export function providePublishing(site: Site, listMoves: () => readonly Move[]): AstroIntegration {
  return {
    name: 'study-publish',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const folder = fileURLToPath(dir);
        const scripts = await finishPages(folder, site.base);
        await removeFrameAssets(path.join(folder, '_astro'));
        const published = {
          base: site.base,
          security: listSecurityHeaders(scripts),
          immutable: listImmutableFolders(await listSearchLanguages(folder)),
        };
        const moved = listMovedAddresses(site.base, listMoves());
        const headers = writeHeadersFile(published);
        await writeFile(path.join(folder, HOST_FILES.headers), headers);
        await writeFile(path.join(folder, HOST_FILES.nginx), writeNginxFile(published, moved));
        await addRedirects(path.join(folder, HOST_FILES.redirects), moved);
        await writeSecurityContact(folder, site);
        if (headers.split('\n').some((line) => line.length > LONGEST_LINE)) {
          logger.warn(
            `${HOST_FILES.headers} has a line that Cloudflare Pages leaves out: too many scripts stand in pages`,
          );
        }
        logger.info(`content policy: ${scripts.length} scripts stand in pages, and no other may`);
      },
    },
  };
}

/** @returns sources of the scripts of all pages, sorted, so that equal sites have equal files */
async function finishPages(folder: string, base: string): Promise<string[]> {
  const all = new Set<string>();
  const files = (await readdir(folder, { recursive: true })).filter((file) => file.endsWith('.html'));
  const chooseSheets = createSheetChoice(folder, base, files);
  for (const file of files) {
    // One after the other, and at once: to wait for each took longer than to change it.
    const page = path.join(folder, file);
    const html = chooseSheets(readFileSync(page, 'utf8'));
    const scripts = hashInlineScripts(html);
    for (const script of scripts) all.add(script);
    writeFileSync(page, addPolicy(html, writePolicy(scripts)));
  }
  return [...all].sort();
}

/** No page links them: ours are in their place. */
async function removeFrameAssets(folder: string): Promise<void> {
  const files = (await readdir(folder)).filter((file) => FRAME_ASSET.test(file));
  await Promise.all(files.map((file) => rm(path.join(folder, file))));
}

async function listSearchLanguages(folder: string): Promise<string[]> {
  const index = path.join(folder, 'search-index');
  if (!existsSync(index)) return [];
  const entries = await readdir(index, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

/** Behind those that a fork has in `public/`: of two rules the first counts. */
async function addRedirects(file: string, moved: readonly MovedAddress[]): Promise<void> {
  if (moved.length > 0) await appendFile(file, `\n${writeRedirectsFile(moved)}`);
}

/** Below a base the host is somebody else's to speak for; and what a fork has in `public/` is its own word. */
async function writeSecurityContact(folder: string, { base, url, repository, locales }: Site): Promise<void> {
  const file = path.join(folder, HOST_FILES.security);
  if (base !== '/' || existsSync(file)) return;
  await mkdir(path.dirname(file), { recursive: true });
  const languages = Object.values(locales).map(({ lang }) => lang);
  await writeFile(file, writeSecurityText({ repository: repository.url, url, languages, now: new Date() }));
}
