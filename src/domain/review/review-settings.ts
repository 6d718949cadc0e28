/** How a reader wants to review: settings of the study document, `review.<name>`. */
import { settingOf, withSetting } from '../setting.ts';
import type { StudyDocument } from '../study-document.ts';
import type { DailyLimits } from './queue.ts';
import { DEFAULT_RETENTION } from './scheduler.ts';

export interface ReviewSettings extends DailyLimits {
  /** The share of cards that are to be known when they come up. */
  readonly retention: number;
  /** Two buttons, forgotten and known, or four. */
  readonly buttons: 2 | 4;
}

const DEFAULTS: ReviewSettings = { retention: DEFAULT_RETENTION, newPerDay: 10, reviewsPerDay: 200, buttons: 4 };

/** Below, cards are forgotten faster than they are learned; above, a reader does little else than to repeat. */
const RETENTIONS = { min: 0.7, max: 0.97 } as const;
const MOST_PER_DAY = 9999;

export function reviewSettingsOf(study: StudyDocument): ReviewSettings {
  return {
    retention: readNumber(study, 'retention', RETENTIONS.min, RETENTIONS.max),
    newPerDay: Math.floor(readNumber(study, 'newPerDay', 0, MOST_PER_DAY)),
    reviewsPerDay: Math.floor(readNumber(study, 'reviewsPerDay', 0, MOST_PER_DAY)),
    buttons: settingOf(study, 'review.buttons') === 2 ? 2 : 4,
  };
}

/** @param now milliseconds since 1970 */
export function withReviewSettings(study: StudyDocument, settings: ReviewSettings, now: number): StudyDocument {
  const before = reviewSettingsOf(study);
  const names = Object.keys(DEFAULTS) as (keyof ReviewSettings)[];
  return names
    .filter((name) => before[name] !== settings[name])
    .reduce((changed, name) => withSetting(changed, `review.${name}`, settings[name], now), study);
}

/** A value of another version, or none, is the default. */
function readNumber(
  study: StudyDocument,
  name: 'retention' | 'newPerDay' | 'reviewsPerDay',
  min: number,
  max: number,
): number {
  const value = settingOf(study, `review.${name}`);
  return typeof value === 'number' && value >= min && value <= max ? value : DEFAULTS[name];
}
