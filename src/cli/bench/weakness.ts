/** Where a reader of many years stands: 100,000 answers to 5,000 cards, and what they did with exercises and in interviews. */

import { momentOf } from '../../browser/clock.ts';
import { createLog, mergeLogs, selectEvents } from '../../domain/event-log.ts';
import { isCardEvent } from '../../domain/review/card-event.ts';
import type { DeckIndex } from '../../domain/review/published-deck.ts';
import { replayCards } from '../../domain/review/replay.ts';
import { EMPTY_STUDY } from '../../domain/study-document.ts';
import { createEvent } from '../../domain/study-event.ts';
import type { PublishedTopic } from '../../domain/weakness/topic-file.ts';
import { findStandings } from '../../domain/weakness/weakness-map.ts';
import type { Figure } from './figure.ts';
import { createLongReviews, createManyDecks } from './long-reviews.ts';
import { median } from './study.ts';

const TIMES = 11;
const DAY = 86_400_000;
const NO_RENAMES = new Map<string, string>();
const GRADES = { correctness: 3, depth: 2, clarity: 4, examples: 3 } as const;

export async function benchWeakness(): Promise<Figure[]> {
  const now = momentOf(Date.now());
  const index = createManyDecks().get('index.json');
  if (index === undefined || !('decks' in index)) throw new Error('There is no list of decks');
  const topics = index.decks.map(createTopic);
  const cards = index.decks.flatMap(({ id: deck, area, cards }) =>
    cards.flatMap(({ id, tags, keys }) => keys.map((name) => ({ name, id, deck, area, tags }))),
  );
  const log = mergeLogs(createLongReviews(now.t), createOthers(topics, now.t));
  // The page has them from its cache: src/browser/storage/review-cache.ts.
  const { states } = replayCards(selectEvents(log, isCardEvent), NO_RENAMES);
  const facts = { log, study: EMPTY_STUDY, cards, states, formerCards: NO_RENAMES };
  const times = Array.from({ length: TIMES }, () => {
    const start = performance.now();
    const known = findStandings(topics, facts, now).filter(({ estimate }) => estimate).length;
    if (known !== topics.length) throw new Error(`Of ${topics.length} topics ${known} have an estimate`);
    return performance.now() - start;
  });
  return [
    { what: 'estimate all topics, the first time', value: times[0] ?? 0, unit: 'ms', budget: 300 },
    { what: 'the same, median', value: median(times), unit: 'ms', budget: 300 },
  ];
}

function createTopic({ id, title }: DeckIndex['decks'][number]): PublishedTopic {
  const exercises = [{ token: `exercise-${id}`, title, href: '/' }];
  return { token: id, title, href: '/', deck: id, exercises, questions: 20, items: [`${id}#explain`] };
}

/** For each topic twenty answers in interviews, and twenty runs of its exercise. */
function createOthers(topics: readonly PublishedTopic[], now: number) {
  const rated = {
    k: 'interview',
    s: 's',
    did: 'rate',
    level: 'senior',
    text: 'Why?',
    r: GRADES,
    ms: 1,
    hit: 1,
    of: 2,
  } as const;
  const tested = { k: 'exercise', did: 'test', total: 20 } as const;
  return createLog(
    topics.flatMap(({ token }, topic) =>
      Array.from({ length: 20 }, (_, n) => [
        createEvent({ ...rated, q: `area/${token}-${n}`, notes: [token] }, 'laptop', n, {
          t: now - n * DAY - topic,
          z: 60,
        }),
        createEvent({ ...tested, exercise: `exercise-${token}`, passed: n + 1 }, 'phone', n, {
          t: now - n * DAY - topic,
          z: 60,
        }),
      ]).flat(),
    ),
  );
}
