import { expect, test } from 'vitest';
import { describeGroup } from './group-state.ts';
import { commit, NOTHING_SAVED, want } from './saved-index.ts';

const file = (hash: string, wire: number) => ({ path: `${hash}.js`, hash, wire, disk: wire });
const FILES = [file('1', 30), file('2', 70)];
const index = commit(NOTHING_SAVED, { python: FILES }, ['python'], 7);
const present = new Set(['1.js', '2.js']);
const marked = ['python'];

test.each([
  ['nothing was saved', FILES, { index: NOTHING_SAVED, present: new Set<string>(), marked: [] }, { kind: 'none' }],
  ['all of it is there', FILES, { index, present, marked }, { kind: 'saved', at: 7 }],
  ['the site cannot be asked', undefined, { index, present, marked }, { kind: 'saved', at: 7 }],
  ['one file is new', [...FILES, file('3', 5)], { index, present, marked }, { kind: 'outdated', at: 7, wire: 5 }],
  ['the browser has deleted a file', FILES, { index, present: new Set(['1.js']), marked }, { kind: 'lost' }],
  ['it has deleted all', FILES, { index: NOTHING_SAVED, present: new Set<string>(), marked }, { kind: 'lost' }],
  [
    'a save was cut off',
    FILES,
    { index: want(NOTHING_SAVED, { python: FILES }), present: new Set(['1.js']), marked },
    { kind: 'unfinished', share: 0.3 },
  ],
  [
    'an update was cut off, and the site cannot be asked',
    undefined,
    { index: want(index, { python: FILES }), present, marked },
    { kind: 'unfinished', share: 0 },
  ],
])('the state where %s', (_, files, stock, expected) => {
  expect(describeGroup('python', files, stock)).toEqual(expected);
});
