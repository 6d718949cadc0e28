/** The words of the interface: which keys exist, and whether every language has them all. */
import { z } from 'astro/zod';
import { parseJson } from '../domain/json.ts';
import type { Code } from './codes/table.ts';
import type { ContentFiles } from './files/content-files.ts';
import { findNearest } from './nearest.ts';
import { type Position, type Problem, START } from './problem.ts';

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
  'study.drift',
  'study.drift.new',
  'study.drift.original',
  'study.translations.title',
  'study.translations.description',
  'study.translations.page',
  'study.translations.current',
  'study.translations.behind',
  'study.translations.unrecorded',
  'study.translations.missing',
  'study.roadmaps.title',
  'study.roadmaps.description',
  'study.roadmap.map',
  'study.roadmap.hours',
  'study.roadmap.cards',
  'study.plan.title',
  'study.plan.elsewhere',
  'study.plan.start',
  'study.plan.hours',
  'study.plan.days',
  'study.plan.dayOff',
  'study.plan.addDayOff',
  'study.plan.removeDayOff',
  'study.plan.save',
  'study.plan.calendar',
  'study.plan.giveUp',
  'study.plan.replan',
  'study.plan.saved',
  'study.plan.gone',
  'study.plan.late',
  'study.plan.sum',
  'study.plan.empty',
  'study.plan.view',
  'study.plan.list',
  'study.plan.weeks',
  'study.roadmap.days',
  'study.roadmap.phases',
  'study.progressPage.title',
  'study.progressPage.description',
  'study.totals.title',
  'study.totals.notes',
  'study.totals.abilities',
  'study.totals.time',
  'study.totals.studied',
  'study.totals.studiedNotes',
  'study.week.title',
  'study.week.sum',
  'study.week.target',
  'study.week.save',
  'study.week.plan',
  'study.week.follow',
  'study.week.saved',
  'study.week.notSaved',
  'study.changes.title',
  'study.changes.why',
  'study.changes.parts',
  'study.changes.removed',
  'study.changes.seen',
  'study.changes.seenNote',
  'study.export.title',
  'study.export.why',
  'study.export.log',
  'study.export.ticks',
  'study.backup.title',
  'study.backup.why',
  'study.backup.save',
  'study.backup.take',
  'study.backup.promise',
  'study.backup.merge',
  'study.backup.cancel',
  'study.backup.undo',
  'study.backup.redo',
  'study.backup.saved',
  'study.backup.savedPartly',
  'study.backup.nothing',
  'study.backup.noBackup',
  'study.backup.foreign',
  'study.backup.newer',
  'study.backup.corrupt',
  'study.backup.large',
  'study.backup.ticksAdded',
  'study.backup.ticksChanged',
  'study.backup.events',
  'study.backup.drafts',
  'study.backup.draftsChanged',
  'study.backup.plan',
  'study.backup.other',
  'study.backup.from',
  'study.backup.imported',
  'study.backup.undone',
  'study.backup.failed',
  'study.backup.partly',
  'study.backup.none',
  'study.backup.linkDamaged',
  'study.autoSave.title',
  'study.autoSave.why',
  'study.autoSave.choose',
  'study.autoSave.allow',
  'study.autoSave.stop',
  'study.autoSave.saving',
  'study.autoSave.saved',
  'study.autoSave.more',
  'study.autoSave.take',
  'study.autoSave.waiting',
  'study.autoSave.gone',
  'study.autoSave.newer',
  'study.autoSave.foreign',
  'study.autoSave.unread',
  'study.autoSave.unwritten',
  'study.transfer.title',
  'study.transfer.why',
  'study.transfer.show',
  'study.transfer.code',
  'study.transfer.copy',
  'study.transfer.link',
  'study.transfer.copied',
  'study.transfer.selected',
  'study.transfer.whole',
  'study.transfer.part',
  'study.transfer.linkWhole',
  'study.transfer.linkOnly',
  'study.transfer.large',
  'study.orphans.title',
  'study.orphans.why',
  'study.today.title',
  'study.today.today',
  'study.today.late',
  'study.today.later',
  'study.today.finished',
  'study.today.choose',
  'study.today.last',
  'study.today.week',
  'study.phases.title',
  'study.phases.why',
  'study.phases.read',
  'study.phases.readHow',
  'study.phases.practise',
  'study.phases.practiseHow',
  'study.phases.consolidate',
  'study.phases.consolidateHow',
  'study.phases.minutes',
  'study.phases.studied',
  'study.minutesPage.title',
  'study.minutesPage.year',
  'study.minutesPage.weeks',
  'study.minutesPage.weeksPicture',
  'study.minutesPage.less',
  'study.minutesPage.more',
  'study.minutesPage.day',
  'study.minutesPage.table',
  'study.minutesPage.start',
  'study.minutesPage.sum',
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
export function checkInterfaceWords(files: ContentFiles, langs: readonly string[]): Problem[] {
  return langs.flatMap((lang) => {
    const file = `content/i18n/${lang}.json`;
    const problem = (code: Code, message: string, hint: string, position = START): Problem => ({
      file,
      ...position,
      code,
      message,
      hint,
    });
    if (!files.has(file)) {
      const hint = `copy the file of another language to ${file} and translate its values`;
      return [problem('words-missing', `there are no interface words for ${lang}`, hint)];
    }
    const { text, problems } = files.read(file);
    // That a file is empty is said of any file.
    if (problems.length > 0 || text.trim() === '') return [];
    const syntaxError = findSyntaxError(text);
    if (syntaxError !== undefined) {
      const hint = 'look here and just before for a missing quote, a missing comma or a comma too many';
      return [problem('words-json', 'from here on this is not JSON', hint, syntaxError)];
    }
    const words = wordsSchema.safeParse(parseJson(text));
    if (!words.success) {
      const [key] = words.error.issues[0]?.path ?? [];
      if (key === undefined) {
        return [problem('words-json', 'this is not an object of keys and texts', 'write { "study.minutes": "…" }')];
      }
      const name = String(key);
      return [problem('words-json', `"${name}" is not a text`, 'write its words in quotes', placeOf(text, name))];
    }
    const missing = INTERFACE_KEYS.filter((key) => !words.data[key]?.trim());
    const unknown = Object.keys(words.data).filter((key) => key.startsWith('study.') && !isInterfaceKey(key));
    return [
      ...missing.map((key) =>
        problem('word-missing', `"${key}" has no word`, `write "${key}": "…"`, placeOf(text, key)),
      ),
      ...unknown.map((key) => {
        const nearest = findNearest(key, missing);
        const hint =
          nearest.length > 0
            ? `did you mean ${nearest.join(', ')}?`
            : 'take it out, or add the key to src/content/interface-words.ts';
        return problem('word-unknown', `nothing uses "${key}"`, hint, placeOf(text, key));
      }),
    ];
  });
}

/** Where a text stops being JSON, as far as the engine says. */
function findSyntaxError(text: string): Position | undefined {
  try {
    JSON.parse(text);
    return undefined;
  } catch (error) {
    const [, line = '1', column = '1'] = /\(line (\d+) column (\d+)\)/.exec(String(error)) ?? [];
    return { line: Number(line), column: Number(column) };
  }
}

function isInterfaceKey(key: string): key is InterfaceKey {
  return (INTERFACE_KEYS as readonly string[]).includes(key);
}

/** Where a key stands; the start of the file where it does not. */
function placeOf(text: string, key: string): Position {
  const before = text.split(`"${key}"`, 2);
  if (before.length < 2) return START;
  const lines = (before[0] ?? '').split('\n');
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}
