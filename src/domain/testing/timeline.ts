/** Any timeline that a run could record, for property tests. */
import fc from 'fast-check';
import { TIMELINE_KINDS, TIMELINE_OUTCOMES, type Timeline } from '../timeline.ts';

const name = fc.oneof(
  fc.string({ minLength: 1 }),
  fc.constantFrom('main', 'by', 'and', 'a b', '"', '12', '0..1', 'at\n', 'é'),
);
const line = fc.option(fc.integer({ min: 1, max: 999 }));
const span = fc
  .tuple(fc.nat(100_000), fc.nat(100_000))
  .map(([start, length]) => ({ from: start / 1e4, to: (start + length) / 1e4 }));

export const anyTimeline: fc.Arbitrary<Timeline> = fc
  .uniqueArray(name, { maxLength: 5 })
  .chain((names) => {
    const other = fc.option(names.length > 0 ? fc.constantFrom(...names) : fc.constant('main'));
    const known = names.length > 0 ? other : fc.constant(null);
    const segment = fc
      .tuple(fc.constantFrom(...TIMELINE_KINDS), span, line, known)
      .map(([kind, times, at, on]) => ({ kind, ...times, line: at, on }));
    const rest = fc.tuple(known, span, fc.constantFrom(...TIMELINE_OUTCOMES), fc.option(name), fc.array(segment));
    return fc.tuple(
      fc.constant(names),
      fc.array(rest, { minLength: names.length, maxLength: names.length }),
      fc.nat(99),
    );
  })
  .map(([names, rests, omitted]) => ({
    tasks: names.flatMap((title, index) => {
      const rest = rests[index];
      if (rest === undefined) return [];
      const [parent, times, outcome, error, segments] = rest;
      return [{ name: title, parent, ...times, outcome, error, segments }];
    }),
    omitted,
  }));
