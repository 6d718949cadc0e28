/** Reads the ids of the last release from the repository, so that the check can tell which of them are gone. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'astro/zod';
import type { CheckedSite } from '../content/check/checked-site.ts';
import { collectIds } from '../content/check/content-ids.ts';
import type { ReleasedIds } from '../content/check/released-rules.ts';
import { createMemoryFiles } from '../content/files/memory-files.ts';
import { parseJson } from '../domain/json.ts';

const TEXT = /^content\/.+\.(mdx?|txt|yaml)$/;
/** Raised when `collectIds` changes what it lists. */
const VERSION = 1;
const keptSchema = z.object({ version: z.literal(VERSION), ids: z.array(z.tuple([z.string(), z.string()])) });

/**
 * Ids that the newest tag before this commit published.
 * @param project absolute path of the repository
 * @param siteId that of the site: what another site published, the one that this was forked from, is no concern
 * @returns a reason in words where there is nothing to compare with
 */
export function readReleased(project: string, site: CheckedSite & { siteId: string }): ReleasedIds | string {
  const tag = git(project, ['describe', '--tags', '--abbrev=0'])?.toString().trim();
  if (tag === undefined) return 'Ids that vanished were not looked for: no release is tagged yet.';
  const config = git(project, ['show', `${tag}:site.config.ts`])?.toString() ?? '';
  if (/siteId:\s*['"]([^'"]+)['"]/.exec(config)?.[1] !== site.siteId) {
    return `Ids that vanished were not looked for: ${tag} is a release of another site.`;
  }
  const commit =
    git(project, ['rev-parse', `${tag}^{commit}`])
      ?.toString()
      .trim() ?? tag;
  const kept = path.join(project, '.cache', 'released', `${commit}.json`);
  const ids = readKept(kept) ?? [...collectIds(createMemoryFiles(readTree(project, tag)), site)];
  mkdirSync(path.dirname(kept), { recursive: true });
  writeFileSync(kept, JSON.stringify({ version: VERSION, ids }));
  return { tag, ids: new Map(ids) };
}

function readKept(file: string): [key: string, path: string][] | undefined {
  try {
    const kept = keptSchema.safeParse(parseJson(readFileSync(file, 'utf8')));
    return kept.success ? kept.data.ids : undefined;
  } catch {
    return undefined;
  }
}

/** The content's texts as they were, by path. */
function readTree(project: string, tag: string): Record<string, Uint8Array> {
  const listed = git(project, ['ls-tree', '-r', '-z', '--name-only', tag, 'content/'])?.toString() ?? '';
  const names = listed.split('\0').filter((name) => TEXT.test(name));
  const batch = git(project, ['cat-file', '--batch'], names.map((name) => `${tag}:${name}\n`).join(''));
  const files: Record<string, Uint8Array> = {};
  let offset = 0;
  for (const name of names) {
    // Each answer is a line `<object> blob <size>`, the bytes, and a line feed.
    const end = batch?.indexOf(0x0a, offset) ?? -1;
    const size = Number(batch?.subarray(offset, end).toString().split(' ')[2]);
    if (batch === undefined || end === -1 || Number.isNaN(size)) break;
    files[name] = batch.subarray(end + 1, end + 1 + size);
    offset = end + 1 + size + 1;
  }
  return files;
}

function git(project: string, words: readonly string[], input = ''): Buffer | undefined {
  const { status, stdout } = spawnSync('git', words, { cwd: project, input, maxBuffer: 1024 ** 3 });
  return status === 0 ? stdout : undefined;
}
