/** The words of the interface: which keys exist, and whether every language has them all. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'astro/zod';
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

/** Finds languages without a file, keys without a word and words without a key. */
export function checkInterfaceWords(folder: string, langs: readonly string[]): Problem[] {
  return langs.flatMap((lang) => {
    const file = path.join(folder, `${lang}.json`);
    if (!existsSync(file)) {
      return [
        {
          file,
          line: 1,
          column: 1,
          code: 'words-missing',
          message: `there are no interface words for ${lang}`,
          hint: `copy ${path.join(folder, 'en.json')} and translate its values`,
        },
      ];
    }
    const words = wordsSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
    const missing = INTERFACE_KEYS.filter((key) => !words[key]?.trim());
    const unknown = Object.keys(words).filter((key) => key.startsWith('study.') && !isInterfaceKey(key));
    return [
      ...missing.map((key) => ({
        file,
        line: 1,
        column: 1,
        code: 'word-missing',
        message: `"${key}" has no word`,
        hint: `add "${key}": "…"`,
      })),
      ...unknown.map((key) => ({
        file,
        line: lineOf(file, key),
        column: 3,
        code: 'word-unknown',
        message: `nothing uses "${key}"`,
        hint: 'remove it, or add the key to src/content/interface-words.ts',
      })),
    ];
  });
}

function isInterfaceKey(key: string): key is InterfaceKey {
  return (INTERFACE_KEYS as readonly string[]).includes(key);
}

function lineOf(file: string, key: string): number {
  const lines = readFileSync(file, 'utf8').split('\n');
  return Math.max(1, lines.findIndex((line) => line.includes(`"${key}"`)) + 1);
}
