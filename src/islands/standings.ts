/** Where the reader stands on each topic, for the pages that show it. Loaded on demand. */
import { readClock } from '../browser/clock.ts';
import { followLog } from '../browser/page-log.ts';
import { store } from '../browser/study.ts';
import type { PublishedTopic, TopicFile } from '../domain/weakness/topic-file.ts';
import { findStandings, type ReaderFacts, type TopicStanding } from '../domain/weakness/weakness-map.ts';
import { openCards, type PageCards } from './due-cards.ts';

export type SiteArea = TopicFile['areas'][number];

/** A topic, and the area that it lies in. */
export interface SiteTopic extends PublishedTopic {
  readonly area: SiteArea;
}

export type SiteStanding = TopicStanding<SiteTopic>;

export interface Standings {
  readonly topics: TopicFile;
  /** In the order of the site. */
  readonly standings: readonly SiteStanding[];
  /** Whether there are flashcards that could not be loaded, and so were not counted. */
  readonly isWithoutCards: boolean;
}

/** Addresses, as the server wrote them into the page. */
export interface StandingSources {
  readonly topics: string;
  /** Of the decks, where there are any. */
  readonly cards?: string;
}

/** Tells once all is there, and whenever it changes. */
export async function followStandings(
  { topics: address, cards: folder }: StandingSources,
  onChange: (standings: Standings) => void,
): Promise<void> {
  const [topics, cards] = await Promise.all([read<TopicFile>(address), folder ? tryCards(folder) : undefined]);
  const all = topics.areas.flatMap((area) => area.topics.map((topic): SiteTopic => ({ ...topic, area })));
  const log = followLog('all');
  let isPlanned = false;

  function show(): void {
    isPlanned = false;
    const stored = log.get();
    if (stored === undefined) return;
    const facts: ReaderFacts = {
      log: stored,
      study: store.study.get(),
      cards: cards?.cards ?? [],
      states: cards?.review.session.get().states ?? new Map(),
      formerCards: cards?.former ?? new Map(),
    };
    const standings = findStandings(all, facts, readClock());
    onChange({ topics, standings, isWithoutCards: folder !== undefined && cards === undefined });
  }

  /** One answer changes the log, the cards and what is studied, one after the other. */
  function plan(): void {
    if (!isPlanned) queueMicrotask(show);
    isPlanned = true;
  }

  log.subscribe(plan);
  store.study.listen(plan);
  cards?.review.session.listen(plan);
}

/** Offline, whoever has saved no flashcards still has everything else. */
async function tryCards(folder: string): Promise<PageCards | undefined> {
  try {
    return await openCards(folder);
  } catch (error) {
    console.error('The cards could not be loaded:', error);
    return undefined;
  }
}

async function read<Value>(address: string): Promise<Value> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response.json();
}
