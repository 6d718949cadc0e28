/**
 * The built site as one archive: its links lead to files beside each other, so that it can be read from a disk, and below
 * its base path any static server serves all of it. The scripts come twice, as modules and as one classic script, since
 * browsers load no modules from a disk.
 */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { type Zippable, zipSync } from 'fflate';
import { MANIFEST } from '../browser/offline/manifest.ts';
import type { Site } from '../content/site-config.ts';
import { isRecord } from '../domain/json.ts';
import { bundleClassicScript, listModules } from './archive/classic-script.ts';
import { writeReadme } from './archive/readme.ts';
import { makePageRelative, wayToRoot } from './archive/relative-page.ts';
import { describeFile } from './offline/files.ts';
import { allowDisk, changePolicy } from './publish/content-policy.ts';
import { hashSource } from './publish/inline-script.ts';
import { isHostFile } from './publish/name.ts';

/** Of every file, so that equal sites are equal bytes. A zip has local time. */
const DAY = new Date('2026-01-01T00:00:00');
const CLASSIC = '_astro/file-page.js';
/** Made for visitors of the published site. */
const LEFT_OUT = /^og\/|(^|\/)(\.[^/]+|sitemap[^/]*\.xml|robots\.txt|llms\.txt|index\.md)$/;
/** Data that scripts ask for, and that a page on a disk gets as a script. */
const DATA = /^([a-z-]+\/)?(flashcards|review|cards|topics)\/.*\.json$/;
/** Servers show these at any address, where only links from the root lead anywhere. */
const ANYWHERE = /(^|\/)(404|not-saved\/index)\.html$/;
/** They are packed already. */
const PACKED = /\.(gz|png|zip|woff2?)$/;

/** @param folder absolute path of the built site */
export async function createArchive(folder: string, site: Site): Promise<Uint8Array> {
  const files = await readSite(folder);
  const modules = new Set<string>();
  const encoder = new TextEncoder();
  for (const [file, bytes] of files) {
    if (!file.endsWith('.html') || ANYWHERE.test(file)) continue;
    const html = new TextDecoder().decode(bytes);
    for (const name of listModules(html)) modules.add(name);
    files.set(file, encoder.encode(addClassicScript(makePageRelative(html, { file, base: site.base }), file)));
  }
  files.set(CLASSIC, encoder.encode(await bundleClassicScript(folder, site.base, [...modules].sort())));
  for (const [file, bytes] of files) {
    if (!DATA.test(file)) continue;
    const call = `studyData(${JSON.stringify(file)}, ${JSON.stringify(new TextDecoder().decode(bytes))});\n`;
    files.set(`${file}.js`, encoder.encode(call));
  }
  await describeAnew(files);
  const entries = [...files].map(([file, bytes]): [string, Zippable[string]] => [
    `${site.siteId}${site.base}${file}`,
    [bytes, { level: PACKED.test(file) ? 0 : 9 }],
  ]);
  entries.unshift([`${site.siteId}/README.md`, encoder.encode(writeReadme(site))]);
  return zipSync(Object.fromEntries(entries), { mtime: DAY });
}

async function readSite(folder: string): Promise<Map<string, Uint8Array>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .filter((name) => !LEFT_OUT.test(name) && !isHostFile(name))
    .sort();
  const files = new Map<string, Uint8Array>();
  for (const name of names) files.set(name, await readFile(path.join(folder, name)));
  return files;
}

/** A line that loads the classic script where the page comes from a disk, and hides what cannot work there. */
function addClassicScript(html: string, file: string): string {
  const source = JSON.stringify(wayToRoot(file) + CLASSIC);
  const script = `if (location.protocol === 'file:') {
document.documentElement.dataset.disk = '';
const script = document.createElement('script');
script.src = ${source};
script.async = false;
document.head.append(script);
}`;
  const own = [hashSource(script)];
  return changePolicy(html, (policy) => allowDisk(policy, own)).replace('</head>', `<script>${script}</script></head>`);
}

/** The list of what can be saved must name the pages as they are in the archive. */
async function describeAnew(files: Map<string, Uint8Array>): Promise<void> {
  const bytes = files.get(MANIFEST);
  if (bytes === undefined) return;
  const manifest: unknown = JSON.parse(new TextDecoder().decode(bytes));
  if (!isRecord(manifest) || !isRecord(manifest.parts)) return;
  for (const part of Object.values(manifest.parts)) {
    if (!isRecord(part)) continue;
    for (const file of Object.keys(part)) {
      const { hash, wire, disk, unpacked } = await describeFile(file, Buffer.from(files.get(file) ?? []));
      part[file] = unpacked === undefined ? [hash, wire, disk] : [hash, wire, disk, unpacked];
    }
  }
  files.set(MANIFEST, new TextEncoder().encode(JSON.stringify(manifest)));
}
