/** Says how far the reader is with each card of the page and each deck. A page that nobody has reviewed shows nothing. */
import { readClock } from '../browser/clock.ts';
import { readFormerCards } from '../browser/review-decks.ts';
import { openLog } from '../browser/study.ts';
import { selectEvents } from '../domain/event-log.ts';
import { countDay } from '../domain/learning-day.ts';
import { daysLeft } from '../domain/review/card-due.ts';
import { isCardEvent } from '../domain/review/card-event.ts';
import { type CardState, type CardStates, replayCards } from '../domain/review/replay.ts';
import { fill, readDataOfPage, type Words } from './page-words.ts';

interface DeckStateData {
  /** Address of the language's decks, with a slash at its end. */
  readonly folder: string;
  readonly words: Words;
}

const { folder, words } = readDataOfPage<DeckStateData>('study-deck-state');

/** Former ids, without which a card that was renamed looks new; without a network most are what they were. */
async function readFormer(): Promise<ReadonlyMap<string, string>> {
  try {
    return await readFormerCards(folder);
  } catch (error) {
    console.warn('The list of decks could not be read:', error);
    return new Map();
  }
}

async function show(): Promise<void> {
  const log = await openLog();
  const events = selectEvents(await log.read(), isCardEvent);
  if (events.length === 0) return;
  const { states } = replayCards(events, await readFormer());
  const today = countDay(readClock());
  for (const element of document.querySelectorAll<HTMLElement>('[data-names]')) {
    const known = namesOf(element).map((name) => states.get(name));
    const state = element.querySelector('[data-card-state]');
    if (state) state.textContent = sayState(known, today);
    const sum = element.querySelector('[data-deck-sum]');
    if (sum) sum.textContent = sayDue(known, today);
  }
  const own = document.querySelector('.study-deck [data-deck-sum]');
  if (own) own.textContent = sayDue(listStates(states), today);
}

function listStates(states: CardStates): (CardState | undefined)[] {
  const cards = document.querySelectorAll<HTMLElement>('.study-deck [data-names]');
  return [...cards].flatMap((card) => namesOf(card).map((name) => states.get(name)));
}

function namesOf({ dataset }: HTMLElement): string[] {
  return dataset.names?.split(' ') ?? [];
}

function sayDue(states: readonly (CardState | undefined)[], today: number): string {
  const count = states.filter((state) => state && daysLeft(state, today) === 0).length;
  return count === 0 ? '' : fill(words.dueOf ?? '', { count: String(count) });
}

/** Of a card with several questions, the one that comes first. */
function sayState(states: readonly (CardState | undefined)[], today: number): string {
  const started = states.filter((state) => state !== undefined);
  if (started.length > 0 && started.every(({ isSuspended }) => isSuspended)) return words.suspended ?? '';
  const days = started.flatMap((state) => daysLeft(state, today) ?? []);
  if (days.length === 0) return words.new ?? '';
  const left = Math.min(...days);
  if (left > 0) return left === 1 ? (words.dueTomorrow ?? '') : fill(words.dueIn ?? '', { count: String(left) });
  return (started.some(({ memory }) => memory && memory.phase !== 'review') ? words.learning : words.due) ?? '';
}

void show();
