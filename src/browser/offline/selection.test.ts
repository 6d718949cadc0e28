import { expect, test } from 'vitest';
import type { GroupState } from './group-state.ts';
import { selectGroups } from './selection.ts';

const NONE: GroupState = { kind: 'none' };
const SAVED: GroupState = { kind: 'saved', at: 0 };
const OUTDATED: GroupState = { kind: 'outdated', at: 0, wire: 1 };
const ALL = { site: NONE, 'site-es': NONE, 'site-pt-br': NONE, python: NONE, postgres: NONE };

test('pages come along with an engine, in the reader’s language', () => {
  expect(selectGroups('python', ALL, 'site-es')).toEqual(['site', 'site-es', 'python']);
  expect(selectGroups('python', ALL, 'site')).toEqual(['site', 'python']);
});

test('a language needs the main one, and the main one nothing', () => {
  expect(selectGroups('site-pt-br', ALL, 'site-es')).toEqual(['site', 'site-pt-br']);
  expect(selectGroups('site', ALL, 'site-es')).toEqual(['site']);
});

test('what is saved is left alone, and what is out of date is updated along', () => {
  const states = { ...ALL, site: SAVED, 'site-es': SAVED };
  expect(selectGroups('python', states, 'site-es')).toEqual(['python']);
  const outdated = { ...ALL, site: OUTDATED, python: OUTDATED };
  expect(selectGroups('site', outdated, 'site')).toEqual(['site', 'python']);
  expect(selectGroups('postgres', outdated, 'site')).toEqual(['site', 'postgres', 'python']);
});

test('a group that is whole can be asked for anew', () => {
  expect(selectGroups('site', { ...ALL, site: SAVED }, 'site')).toEqual(['site']);
});
