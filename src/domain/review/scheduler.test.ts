import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Rating } from './card-event.ts';
import { type Memory, previewRatings, rateCard, retrievabilityOf } from './scheduler.ts';
// Made once with the Python implementation of the algorithm's authors: `source` says which and how.
import vectors from './testing/fsrs-vectors.json' with { type: 'json' };

const DAY = 86_400_000;
const MINUTE = 60_000;
/** A morning in UTC: learning day and day in UTC are one. */
const MORNING = Date.UTC(2026, 0, 1, 8);

const rating = fc.constantFrom<Rating>(1, 2, 3, 4);

function rateAll(answers: readonly (readonly [t: number, rating: Rating])[], z = 0): Memory | undefined {
  return answers.reduce<Memory | undefined>((memory, [t, r]) => rateCard(memory, r, { t, z }), undefined);
}

describe('memory agrees with FSRS-6 of its authors', () => {
  test('in the vector that fsrs-rs and py-fsrs publish in their tests', () => {
    const days = [0, 0, 1, 3, 8, 21];
    let t = MORNING;
    const answers = days.map((passed, index): [number, Rating] => {
      t += passed * DAY;
      return [t, index === 0 ? 1 : 3];
    });
    const memory = rateAll(answers);
    expect(memory?.stability).toBeCloseTo(53.62691, 4);
    expect(memory?.difficulty).toBeCloseTo(6.3574867, 4);
  });

  test('in random histories, at every answer', () => {
    for (const history of vectors.histories) {
      let memory: Memory | undefined;
      for (const [index, [day, grade, stability, difficulty, phase, minutes]] of history.entries()) {
        const t = MORNING + Number(day) * DAY + index * MINUTE;
        memory = rateCard(memory, grade as Rating, { t, z: 0 });
        expect(Math.abs(memory.stability - Number(stability))).toBeLessThan(1e-4);
        expect(Math.abs(memory.difficulty - Number(difficulty))).toBeLessThan(1e-4);
        expect(memory.phase).toBe(phase);
        // Intervals are no part of the model. Here good is a day more than hard, and easy one more than good.
        if (phase !== 'review') continue;
        const more = (memory.due - t) / DAY - Math.round(Number(minutes) / (24 * 60));
        expect(Math.abs(more)).toBeLessThanOrEqual(2);
      }
    }
  });
});

describe('days are learning days', () => {
  const first = rateCard(undefined, 4, { t: Date.UTC(2026, 0, 1, 12), z: -180 });

  test('two answers of one evening in São Paulo are of one day, though UTC has another', () => {
    const evening = { t: Date.UTC(2026, 0, 9, 23, 30), z: -180 };
    const later = { t: Date.UTC(2026, 0, 10, 0, 30), z: -180 };
    const again = rateCard(first, 3, evening);
    expect(rateCard(again, 3, later).stability).toBeCloseTo(rateCard(again, 3, evening).stability, 8);
  });

  test('after midnight it is still the day before, until 4 in the morning', () => {
    const late = rateCard(first, 3, { t: Date.UTC(2026, 0, 10, 6, 59), z: -180 });
    const early = rateCard(first, 3, { t: Date.UTC(2026, 0, 10, 7, 1), z: -180 });
    expect(late.dueDay - late.interval + 1).toBe(early.dueDay - early.interval);
    expect(early.stability).toBeGreaterThan(late.stability);
  });

  test('an answer on the day before the last one, on a flight to the west, counts as of the same moment', () => {
    const tokyo = { t: Date.UTC(2026, 0, 12, 0), z: 540 };
    const honolulu = { t: Date.UTC(2026, 0, 12, 8), z: -600 };
    const memory = rateCard(rateCard(first, 3, tokyo), 3, honolulu);
    expect(memory.stability).toBeGreaterThan(0);
    expect(memory.at).toBe(rateCard(first, 3, tokyo).at);
  });

  test('no order of times and zones makes it throw, and the due time is never before the answer', () => {
    const answer = fc.record({ wait: fc.nat(40 * DAY), z: fc.integer({ min: -1440, max: 1440 }), r: rating });
    fc.assert(
      fc.property(fc.array(answer, { maxLength: 12 }), (answers) => {
        let t = MORNING;
        let memory: Memory | undefined;
        for (const { wait, z, r } of answers) {
          t += wait;
          memory = rateCard(memory, r, { t, z });
          expect(memory.due).toBeGreaterThan(t);
          expect(memory.difficulty).toBeGreaterThanOrEqual(1);
          expect(memory.difficulty).toBeLessThanOrEqual(10);
        }
      }),
    );
  });
});

test('the interval that was really given is when the card is due', () => {
  const memory = rateCard(undefined, 4, { t: MORNING, z: 0 }, 5);
  expect(memory).toMatchObject({ phase: 'review', interval: 5, due: MORNING + 5 * DAY });
  expect(memory.stability).toBe(rateCard(undefined, 4, { t: MORNING, z: 0 }).stability);
});

test('an interval says nothing in the learning steps', () => {
  const memory = rateCard(undefined, 1, { t: MORNING, z: 0 }, 5);
  expect(memory).toMatchObject({ phase: 'learning', interval: 0, due: MORNING + MINUTE });
});

test('a preview is what the answers do, and who wants to know more cards sees them sooner', () => {
  const moment = { t: MORNING + 9 * DAY, z: 0 };
  const memory = rateAll([[MORNING, 4]]);
  const normal = previewRatings(memory, moment, 0.9);
  expect(normal[3]).toEqual(rateCard(memory, 3, moment));
  expect(previewRatings(memory, moment, 0.95)[3].interval).toBeLessThan(normal[3].interval);
  expect(previewRatings(memory, moment, 0.95)[3].stability).toBe(normal[3].stability);
});

test('a card that is due is known with 9 of 10', () => {
  const memory = rateCard(undefined, 4, { t: MORNING, z: 0 });
  expect(retrievabilityOf(memory, memory.dueDay - memory.interval)).toBe(1);
  expect(retrievabilityOf(memory, memory.dueDay)).toBeCloseTo(0.9, 1);
});
