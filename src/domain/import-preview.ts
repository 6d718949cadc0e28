/** What importing a backup would change: shown before it is done. */
import type { Drafts } from './draft.ts';
import { countEvents } from './event-log.ts';
import { isSameJson, readField } from './json.ts';
import { settingsOf } from './setting.ts';
import { listTicks, type StudyDocument } from './study-document.ts';
import { mergeRecords, type StudyRecord } from './study-record.ts';
import { isTick, type TickState } from './tick.ts';

/** Ticks by the state that they would have. */
type TickCounts = Readonly<Record<TickState, number>>;

export interface ImportPreview {
  /** Items that have no tick here. */
  readonly ticksAdded: TickCounts;
  /** Items that have another tick here: it is older. */
  readonly ticksChanged: TickCounts;
  readonly events: number;
  /** Drafts of code that are not here at all, and those that get another version, current or earlier. */
  readonly draftsAdded: number;
  readonly draftsChanged: number;
  readonly changesPlan: boolean;
  /** Names of the settings that would change. */
  readonly settings: readonly string[];
  /** Whether something changes that this version cannot name. */
  readonly changesOther: boolean;
  /** Everything in the backup is here already, or something newer is. */
  readonly isEmpty: boolean;
}

export function previewImport(current: StudyRecord, backup: StudyRecord): ImportPreview {
  const merged = mergeRecords(current, backup);
  const before = listTicks(current.study);
  const changed = Object.entries(listTicks(merged.study)).filter(([item, tick]) =>
    differs(readField(before, item), tick),
  );
  const isAdded = ([item]: [string, unknown]) => !Object.hasOwn(before, item);
  const ticksAdded = countStates(changed.filter(isAdded));
  const ticksChanged = countStates(changed.filter((entry) => !isAdded(entry)));
  const events = countEvents(merged.log) - countEvents(current.log);
  const drafts = countDrafts(current.drafts, merged.drafts);
  const changesPlan = differs(current.study.rest.plan, merged.study.rest.plan);
  const settings = findChangedSettings(current.study, merged.study);
  const changesCarried = differs(current.carried, merged.carried);
  const changesOther =
    changesCarried ||
    changed.some(([, tick]) => !isTick(tick)) ||
    differs(withoutNamed(current.study), withoutNamed(merged.study));
  const changesDrafts = drafts.draftsAdded + drafts.draftsChanged > 0;
  const isEmpty = events === 0 && !changesDrafts && !changesCarried && !differs(current.study, merged.study);
  return { ticksAdded, ticksChanged, events, ...drafts, changesPlan, settings, changesOther, isEmpty };
}

function countDrafts(before: Drafts, after: Drafts): Pick<ImportPreview, 'draftsAdded' | 'draftsChanged'> {
  const changed = [...after].filter(([key, draft]) => differs(before.get(key), draft));
  const draftsChanged = changed.filter(([key]) => before.has(key)).length;
  return { draftsAdded: changed.length - draftsChanged, draftsChanged };
}

function findChangedSettings(before: StudyDocument, after: StudyDocument): string[] {
  const settings = settingsOf(before);
  return Object.entries(settingsOf(after)).flatMap(([name, setting]) => {
    return differs(readField(settings, name), setting) ? [name] : [];
  });
}

/** What a document holds besides ticks, plan and settings. */
function withoutNamed(study: StudyDocument): object {
  const { plan, settings, ...others } = study.rest;
  return others;
}

function countStates(ticks: readonly [string, unknown][]): TickCounts {
  const count = (state: TickState) => ticks.filter(([, tick]) => isTick(tick) && tick.state === state).length;
  return { open: count('open'), doing: count('doing'), done: count('done'), skipped: count('skipped') };
}

function differs(before: unknown, after: unknown): boolean {
  return !isSameJson(before, after);
}
