/** The words of the interface: which keys exist, and whether every language has them all. */
import { z } from 'astro/zod';
import { parseJson } from '../domain/json.ts';
import { TIMELINE_WORDS } from '../domain/timeline-words.ts';
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
  ...TIMELINE_WORDS.map((word) => `study.timeline.${word}` as const),
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
  'study.kind.exercise',
  'study.exercises.title',
  'study.exercises.description',
  'study.exercises.filters',
  'study.exercises.language',
  'study.exercises.allLanguages',
  'study.exercises.state',
  'study.exercises.allStates',
  'study.exercises.count',
  'study.exercises.worked',
  'study.exercise.open',
  'study.exercise.started',
  'study.exercise.solved',
  'study.exercise.solvedWithSolution',
  'study.exercise.code',
  'study.exercise.ownMachine',
  'study.exercise.test',
  'study.exercise.runWhy',
  'study.exercise.keys',
  'study.exercise.allPassed',
  'study.exercise.somePassed',
  'study.exercise.errorBefore',
  'study.exercise.why',
  'study.exercise.checks',
  'study.exercise.notRun',
  'study.exercise.passed',
  'study.exercise.failed',
  'study.exercise.raised',
  'study.exercise.tooLong',
  'study.exercise.task',
  'study.exercise.printed',
  'study.exercise.compared',
  'study.exercise.got',
  'study.exercise.expected',
  'study.exercise.testCode',
  'study.exercise.download',
  'study.exercise.downloadMine',
  'study.exercise.downloadFailed',
  'study.exercise.hints',
  'study.exercise.hint',
  'study.exercise.solution',
  'study.exercise.showSolution',
  'study.exercise.confirm',
  'study.exercise.confirmYes',
  'study.exercise.compare',
  'study.exercise.onlyMine',
  'study.exercise.onlySolution',
  'study.exercise.same',
  'study.exercise.skipped',
  'study.exercise.withPackages',
  'study.exercise.taught',
  'study.exercise.notSaved',
  'study.sql.result',
  'study.sql.rows',
  'study.sql.oneRow',
  'study.sql.shown',
  'study.sql.error',
  'study.sql.plan',
  'study.sql.planRows',
  'study.sql.planEstimated',
  'study.sql.planMore',
  'study.sql.planFewer',
  'study.sql.planLoops',
  'study.sql.planNever',
  'study.sql.planMs',
  'study.sql.planBuffers',
  'study.sql.planTemp',
  'study.sql.planTime',
  'study.sql.planCost',
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
  'study.run.run',
  'study.run.edit',
  'study.run.edited',
  'study.run.stop',
  'study.run.reset',
  'study.run.undo',
  'study.run.close',
  'study.run.editor',
  'study.run.caption',
  'study.run.absent',
  'study.run.downloading',
  'study.run.starting',
  'study.run.ready',
  'study.run.running',
  'study.run.done',
  'study.run.failed',
  'study.run.error',
  'study.run.errorAt',
  'study.run.timeout',
  'study.run.timeoutHard',
  'study.run.memory',
  'study.run.output-limit',
  'study.run.deadlock',
  'study.run.unsupported',
  'study.run.stopped',
  'study.run.crashed',
  'study.run.load-failed',
  'study.run.loadFailed',
  'study.run.wasReset',
  'study.run.nothing',
  'study.playground.title',
  'study.playground.description',
  'study.playground.language',
  'study.playground.clock',
  'study.playground.virtual',
  'study.playground.real',
  'study.playground.stdin',
  'study.playground.share',
  'study.playground.copied',
  'study.playground.shown',
  'study.playground.keep',
  'study.playground.back',
  'study.playground.broken',
  'study.playground.large',
  'study.playground.noscript',
  'study.playground.link',
  'study.run.recycle',
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
