/** The words of the interface: which keys exist, and whether every language has them all. */
import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { z } from 'astro/zod';
import { parseJson } from '../domain/json.ts';
import { toPosix } from './place.ts';
import type { Problem } from './problem.ts';

/** Every key that `content/i18n/<lang>.json` must hold beside Starlight's own. `{{…}}` is filled in at build time. */
export const INTERFACE_KEYS = [
  'study.summary',
  'study.output',
  'study.outputSample',
  'study.norun',
  'study.tick.state',
  'study.tick.open',
  'study.tick.doing',
  'study.tick.done',
  'study.tick.skipped',
  'study.tick.menu',
  'study.tick.keys',
  'study.progress',
  'study.level.beginner',
  'study.level.intermediate',
  'study.level.senior',
  'study.minutes',
  'study.verified',
  'study.areas',
  'study.notes',
  'study.notesCount',
  'study.notesCountOne',
  'study.requires',
  'study.leadsTo',
  'study.sources',
  'study.storage.blocked',
  'study.storage.full',
  'study.storage.corrupt',
  'study.storage.newer',
  'study.storage.dismiss',
  'study.kind.note',
  'study.kind.area',
  'study.kind.page',
  'study.search.title',
  'study.search.placeholder',
  'study.search.hint',
  'study.search.area',
  'study.search.level',
  'study.search.kind',
  'study.search.allAreas',
  'study.search.allLevels',
  'study.search.allKinds',
  'study.search.loading',
  'study.search.results',
  'study.search.oneResult',
  'study.search.more',
  'study.search.keys',
  'study.search.none',
  'study.search.noneHint',
  'study.search.noIndex',
  'study.search.failed',
  'study.search.close',
  'study.search.clear',
] as const;

export type InterfaceKey = (typeof INTERFACE_KEYS)[number];

const wordsSchema = z.record(z.string(), z.string());

/** Finds languages without a file, keys without a word and words without a key. Paths are relative to `project`. */
export function checkInterfaceWords(folder: string, project: string, langs: readonly string[]): Problem[] {
  return langs.flatMap((lang) => {
    const path = toPosix(relative(project, join(folder, `${lang}.json`)));
    const problem = (code: string, message: string, hint: string, line = 1): Problem => ({
      file: path,
      line,
      column: 1,
      code,
      message,
      hint,
    });
    const file = join(folder, `${lang}.json`);
    if (!existsSync(file)) {
      const hint = 'copy the file of a language that is there and translate its values';
      return [problem('words-missing', `there are no interface words for ${lang}`, hint)];
    }
    const text = readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
    const words = wordsSchema.safeParse(parseJson(text));
    if (!words.success) {
      return [problem('words-json', 'this is not a JSON object of texts', 'look for a missing quote or comma')];
    }
    const missing = INTERFACE_KEYS.filter((key) => !words.data[key]?.trim());
    const unknown = Object.keys(words.data).filter((key) => key.startsWith('study.') && !isInterfaceKey(key));
    const useless = 'remove it, or add the key to src/content/interface-words.ts';
    return [
      ...missing.map((key) => problem('word-missing', `"${key}" has no word`, `add "${key}": "…"`)),
      ...unknown.map((key) => problem('word-unknown', `nothing uses "${key}"`, useless, lineOf(text, key))),
    ];
  });
}

function isInterfaceKey(key: string): key is InterfaceKey {
  return (INTERFACE_KEYS as readonly string[]).includes(key);
}

function lineOf(text: string, key: string): number {
  return Math.max(1, text.split('\n').findIndex((line) => line.includes(`"${key}"`)) + 1);
}
