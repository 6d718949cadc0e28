/** The questions of the interviews: enough of them, on every note, and every interview can be drawn from them. */
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import site from '../../site.config.ts';
import { languagesOf } from '../../src/content/check/checked-site.ts';
import { openDiskFiles } from '../../src/content/files/disk-files.ts';
import { isRecord, readPages } from '../../src/content/page.ts';
import { areaOf } from '../../src/content/place.ts';
import { readInterviews, readQuestions } from '../../src/content/question-file.ts';
import { drawInterview } from '../../src/domain/interview/draw.ts';
import { topicOf } from '../../src/domain/interview/draw-criteria.ts';

const files = openDiskFiles(path.resolve(import.meta.dirname, '../..'));
const questions = readQuestions(files, languagesOf(site));
const notes = readPages(files, []).filter(({ yaml, isDraft }) => isRecord(yaml.value) && yaml.value.level && !isDraft);
const topics = new Set(questions.map(topicOf));
const areas = new Set(questions.map(({ area }) => area));

test('there are two hundred or more, each under a key of its own', () => {
  expect(questions.length).toBeGreaterThanOrEqual(200);
  expect(new Set(questions.map(({ key }) => key)).size).toBe(questions.length);
});

test('each note of an area is the topic of one at least', () => {
  const own = notes.filter(({ place }) => areas.has(areaOf(place.path) ?? ''));
  expect(own.length).toBeGreaterThan(50);
  expect(own.map(({ id }) => id.id).filter((id) => !topics.has(id))).toEqual([]);
});

describe.each(readInterviews(files, languagesOf(site)))('$id', ({ sections }) => {
  test('asks about many topics, and other seeds ask something else', () => {
    const pool = { questions, exercises: [] };
    const asked = ['a', 'b', 'c'].map((seed) => drawInterview(sections, pool, seed).flatMap(({ items }) => items));
    for (const items of asked) {
      const about = items.map(({ key }) => topicOf(questions.find((question) => question.key === key) ?? NONE));
      expect(new Set(about).size).toBeGreaterThan(items.length / 2);
    }
    expect(new Set(asked.map((items) => JSON.stringify(items))).size).toBe(3);
  });
});
const NONE = { key: '', level: 'senior', notes: [] } as const;
