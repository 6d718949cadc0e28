import { expect, test } from 'vitest';
import { settingOf, withSetting } from './setting.ts';
import { EMPTY_STUDY, mergeStudies } from './study-document.ts';

test('a setting is read as it was set, and one that was never set is null', () => {
  const study = withSetting(EMPTY_STUDY, 'weeklyMinutes', 600, 1);
  expect(settingOf(study, 'weeklyMinutes')).toBe(600);
  expect(settingOf(study, 'toString')).toBeNull();
});

test('each setting is merged for itself, the later one counts', () => {
  const here = withSetting(withSetting(EMPTY_STUDY, 'weeklyMinutes', 600, 1), 'sound', true, 5);
  const there = withSetting(withSetting(EMPTY_STUDY, 'weeklyMinutes', 300, 2), 'sound', false, 4);
  const merged = mergeStudies(here, there);
  expect([settingOf(merged, 'weeklyMinutes'), settingOf(merged, 'sound')]).toEqual([300, true]);
});

test('settings that cannot be read are replaced by the first that is set', () => {
  const broken = { ...EMPTY_STUDY, rest: { settings: 'broken' } };
  expect(settingOf(broken, 'sound')).toBeNull();
  expect(settingOf(withSetting(broken, 'sound', true, 1), 'sound')).toBe(true);
});
