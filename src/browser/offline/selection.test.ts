import { expect, test } from 'vitest';
import type { GroupState } from './group-state.ts';
import { selectGroups } from './selection.ts';

const NONE: GroupState = { kind: 'none' };
const SAVED: GroupState = { kind: 'saved', at: 0 };
const OUTDATED: GroupState = { kind: 'outdated', at: 0, wire: 1 };
const ALL = { site: NONE, 'site-es': NONE, python: NONE, postgres: NONE };

test('a group comes alone, since it names all that it needs', () => {
  expect(selectGroups('python', ALL)).toEqual(['python']);
});

test('what is saved is left alone, and what is out of date is updated along', () => {
  expect(selectGroups('python', { ...ALL, site: SAVED })).toEqual(['python']);
  const outdated = { ...ALL, site: OUTDATED, python: OUTDATED };
  expect(selectGroups('site', outdated)).toEqual(['site', 'python']);
  expect(selectGroups('postgres', outdated)).toEqual(['postgres', 'site', 'python']);
});

test('a group that is whole can be asked for anew, and one that there is not cannot', () => {
  expect(selectGroups('site', { ...ALL, site: SAVED })).toEqual(['site']);
  expect(selectGroups('other', ALL)).toEqual([]);
});
