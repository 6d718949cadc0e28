import { expect, test } from 'vitest';
import { withSetting } from '../setting.ts';
import { EMPTY_STUDY } from '../study-document.ts';
import { reviewSettingsOf, withReviewSettings } from './review-settings.ts';

const DEFAULTS = { retention: 0.9, newPerDay: 10, reviewsPerDay: 200, buttons: 4 };

test('settings are those of most readers until they are chosen', () => {
  expect(reviewSettingsOf(EMPTY_STUDY)).toEqual(DEFAULTS);
  const chosen = { ...DEFAULTS, retention: 0.85, buttons: 2 } as const;
  const study = withReviewSettings(EMPTY_STUDY, chosen, 5);
  expect(reviewSettingsOf(study)).toEqual(chosen);
});

test('only what was changed is written, so that two devices may each change something', () => {
  const study = withReviewSettings(EMPTY_STUDY, { ...DEFAULTS, newPerDay: 5, buttons: 4 }, 5);
  expect(Object.keys(study.rest.settings ?? {})).toEqual(['review.newPerDay']);
});

test.each([
  ['retention', 1.5],
  ['retention', 'high'],
  ['newPerDay', -1],
  ['reviewsPerDay', null],
  ['buttons', 3],
])('a %s of %j is as if there were none', (name, value) => {
  expect(reviewSettingsOf(withSetting(EMPTY_STUDY, `review.${name}`, value, 1))).toEqual(DEFAULTS);
});
