import { expect, test } from 'vitest';
import { focusOf, withFocus, withoutFocus } from './focus.ts';
import { withSetting } from './setting.ts';
import { EMPTY_STUDY } from './study-document.ts';

test('what is put in comes first, each note once, and a dozen of them', () => {
  const once = withFocus(EMPTY_STUDY, ['db/mvcc#bloat', 'db/locks'], 1);
  expect(focusOf(once)).toEqual(['db/mvcc', 'db/locks']);
  const twice = withFocus(once, ['py/gil', 'db/locks'], 2);
  expect(focusOf(twice)).toEqual(['py/gil', 'db/locks', 'db/mvcc']);
  expect(
    focusOf(
      withFocus(
        twice,
        Array.from({ length: 20 }, (_, index) => `a/${index}`),
        3,
      ),
    ),
  ).toHaveLength(12);
});

test('it is taken out again, and what is damaged is nothing', () => {
  const study = withFocus(EMPTY_STUDY, ['db/mvcc', 'db/locks'], 1);
  expect(focusOf(withoutFocus(study, 'db/mvcc', 2))).toEqual(['db/locks']);
  expect(focusOf(EMPTY_STUDY)).toEqual([]);
  expect(focusOf(withSetting(EMPTY_STUDY, 'focus', { a: 1 }, 1))).toEqual([]);
});
