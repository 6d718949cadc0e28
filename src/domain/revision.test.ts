import { describe, expect, test } from 'vitest';
import { createRevision, findChanges, revisionOf, withRevision } from './revision.ts';
import { EMPTY_STUDY, mergeStudies, parseStudy, printStudy, type StudyDocument } from './study-document.ts';

const REVISION = createRevision(['0011aabb', 'ffee0000', '12345678']);

describe('what a note said', () => {
  test('is kept with the document', () => {
    const study = withRevision(EMPTY_STUDY, 'gil', REVISION, 5);
    expect(REVISION).toBe('0011ffee1234');
    const parsed = parseStudy(printStudy(study));
    expect(parsed.kind === 'document' && revisionOf(parsed.document, ['gil'])).toBe(REVISION);
    expect(revisionOf(study, ['sql'])).toBeUndefined();
  });

  test('of two devices is what was studied last', () => {
    const [a, b] = [withRevision(EMPTY_STUDY, 'gil', 'aaaa', 5), withRevision(EMPTY_STUDY, 'gil', 'bbbb', 6)];
    const both = [mergeStudies(a, b), mergeStudies(b, a)].map((study) => revisionOf(study, ['gil']));
    expect(both).toEqual(['bbbb', 'bbbb']);
    const other = withRevision(EMPTY_STUDY, 'sql', 'cccc', 1);
    expect(revisionOf(mergeStudies(a, other), ['sql'])).toBe('cccc');
  });

  test('is found under a former id, unless the note was studied again since', () => {
    const old = withRevision(EMPTY_STUDY, 'old/gil', 'aaaa', 5);
    expect(revisionOf(old, ['gil', 'old/gil'])).toBe('aaaa');
    expect(revisionOf(withRevision(old, 'gil', 'bbbb', 9), ['gil', 'old/gil'])).toBe('bbbb');
  });

  test.each([[5], [null], ['x'], ['abcde'], [{}]])('%j, which a damaged document may say, is nothing', (value) => {
    const study: StudyDocument = { ...EMPTY_STUDY, rest: { revisions: { gil: { value, at: 1 } } } };
    expect(revisionOf(study, ['gil'])).toBeUndefined();
  });
});

describe('what has changed', () => {
  test.each([
    ['nothing', '0011ffee1234', undefined],
    ['a section that was moved', 'ffee00111234', undefined],
    ['a section that says something else', '0011beef1234', { sections: [1], removed: 0 }],
    ['a new section', '0011ffeebeef1234', { sections: [2], removed: 0 }],
    ['a section that is gone', '00111234', { sections: [], removed: 1 }],
    ['everything', 'beef', { sections: [0], removed: 2 }],
  ])('%s', (_, present, changes) => {
    expect(findChanges(REVISION, present)).toEqual(changes);
  });
});
