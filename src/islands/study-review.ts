/**
 * `<study-review>`: asks flashcards. What comes next and what was done is `src/browser/review.ts`; here are the three views
 * (start, card, end), and what keys, buttons and fingers do in them.
 */

import { readClock } from '../browser/clock.ts';
import { openReview, type Review } from '../browser/review.ts';
import { openDecks, type ReviewDecks, type ShownCard } from '../browser/review-decks.ts';
import { openStorage, siteId, store } from '../browser/study.ts';
import { focusOf } from '../domain/focus.ts';
import type { Rating } from '../domain/review/card-event.ts';
import { type CardFilter, NO_FILTER, planCram, type QueueCard } from '../domain/review/queue.ts';
import { NEW_CARD } from '../domain/review/replay.ts';
import { reviewSettingsOf } from '../domain/review/review-settings.ts';
import { previewRatings } from '../domain/review/scheduler.ts';
import { createElement } from './element.ts';
import { fill } from './page-words.ts';
import { ReviewCard } from './review-card.ts';
import { describeEnd } from './review-end.ts';
import { fillFilter, readFilter } from './review-filter.ts';
import type { ReviewHints } from './review-hints.ts';
import { actionOf, type ReviewAction } from './review-keys.ts';
import { followSwipes } from './review-swipe.ts';
import { words } from './review-words.ts';

type View = 'start' | 'card' | 'end';

class StudyReview extends HTMLElement {
  readonly #card = new ReviewCard(this);
  #decks: ReviewDecks | undefined;
  #review: Review | undefined;
  /** The names that are still to be crammed; `undefined` in a session. */
  #cram: string[] | undefined;
  /** What is asked; until it is loaded no key is about it. */
  #current: string | undefined;
  #awaited: string | undefined;
  #filter: CardFilter = NO_FILTER;
  #hints: ReviewHints | undefined;

  connectedCallback(): void {
    this.addEventListener('click', ({ target }) => {
      const button = target instanceof Element ? target.closest<HTMLElement>('button[data-action]') : null;
      if (button) this.#click(button.dataset.action ?? '');
    });
    document.addEventListener('keydown', (event) => this.#press(event));
    const card = this.querySelector<HTMLElement>('[data-part="card"]');
    if (card) followSwipes(card, (direction) => this.#act(this.#swipe(direction)));
    const form = this.querySelector('form');
    form?.addEventListener('change', () => this.#choose());
    form?.addEventListener('submit', (event) => event.preventDefault());
    void this.#open();
  }

  /** The page's other parts show what this one has opened. */
  get opened(): { readonly review: Review; readonly decks: ReviewDecks } | undefined {
    return this.#review && this.#decks && { review: this.#review, decks: this.#decks };
  }

  async #open(): Promise<void> {
    try {
      if (!openStorage().getItem(`${siteId}:hints`)?.includes('review')) {
        // Without hints cards are asked all the same.
        this.#hints = await import('./review-hints.ts').then(
          ({ openReviewHints }) => openReviewHints(),
          () => undefined,
        );
      }
      this.#decks = await openDecks(this.dataset.cards ?? '');
      this.#review = await openReview(putFirst(this.#decks.cards, focusOf(store.study.get())), this.#decks.former);
    } catch (error) {
      console.error('The cards could not be loaded:', error);
      this.dataset.view = 'failed';
      this.#part('failed').hidden = false;
      this.#part('loading').hidden = true;
      return;
    }
    const form = this.querySelector('form');
    if (form) fillFilter(form, this.#decks);
    this.#choose();
    this.#review.session.subscribe(() => this.#showCounts());
    this.#review.problem.subscribe((problem) => {
      this.#part('problem').hidden = problem === undefined;
    });
    this.#show('start');
    this.toggleAttribute('data-ready', true);
    this.dispatchEvent(new CustomEvent('study-review-open', { bubbles: true }));
  }

  #click(action: string): void {
    if (action === 'start') this.#begin(undefined);
    else if (action === 'cram') this.#begin(this.#listCram());
    else if (action === 'stop') this.#end();
    else if (action === 'close-help') this.#dialog?.close();
    else if (/^[1-4]$/.test(action)) this.#act(Number(action) as Rating);
    else this.#act(action as ReviewAction);
  }

  #press(event: KeyboardEvent): void {
    if (this.dataset.view !== 'card' || this.#dialog?.open) return;
    const isCard = event.target instanceof Node && (this.contains(event.target) || event.target === document.body);
    const action = isCard ? actionOf(event, this.#card.isAnswerShown) : undefined;
    if (action === undefined) return;
    event.preventDefault();
    this.#act(action);
  }

  #swipe(direction: 'left' | 'right'): ReviewAction {
    if (!this.#card.isAnswerShown) return 'show';
    return direction === 'left' ? 1 : 3;
  }

  #act(action: ReviewAction): void {
    const [name, review] = [this.#current, this.#review];
    if (action === 'help') return this.#dialog?.showModal();
    if (review === undefined) return;
    if (action === 'undo') return this.#undo(review);
    if (name === undefined || this.dataset.view !== 'card') return;
    switch (action) {
      case 'show':
        return void this.#showAnswer(review, name);
      case 'bury':
        review.bury(name);
        return this.#leave(name, words.buried ?? '');
      case 'suspend': {
        const isOn = !review.session.get().states.get(name)?.isSuspended;
        review.suspend(name, isOn);
        return this.#leave(name, words[isOn ? 'suspended' : 'resumed'] ?? '');
      }
      case 'lesson':
      case 'edit':
        return this.querySelector<HTMLElement>(`a[data-action="${action}"]:not([hidden])`)?.click();
      default:
        if (this.#card.isAnswerShown) this.#rate(review, name, action);
    }
  }

  async #showAnswer(review: Review, name: string): Promise<void> {
    const { retention, buttons } = reviewSettingsOf(store.study.get());
    const { memory } = review.session.get().states.get(name) ?? NEW_CARD;
    const now = readClock();
    await this.#card.answer(previewRatings(memory, now, retention), now.t, buttons);
  }

  #rate(review: Review, name: string, pressed: Rating): void {
    const isTwo = reviewSettingsOf(store.study.get()).buttons === 2;
    const rating = isTwo && pressed > 1 ? 3 : pressed;
    const before = review.session.get().states.get(name);
    review.answer(name, rating, this.#card.age, this.#cram !== undefined);
    this.#hints?.answered(this.#part('card'));
    const after = review.session.get().states.get(name);
    const isLeechNow = after?.isSuspended && !before?.isSuspended;
    if (this.#cram && rating === 1) this.#cram.push(name);
    this.#leave(name, isLeechNow ? (words.leech ?? '') : '');
  }

  /** Goes on to the next card. @param said what is to be told about the last one */
  #leave(name: string, said: string): void {
    if (this.#cram?.[0] === name) this.#cram.shift();
    this.#card.say(said);
    this.#part('note').textContent = said;
    void this.#next();
  }

  #undo(review: Review): void {
    const undone = review.undo();
    this.#part('note').textContent = words[undone ? 'undone' : 'nothingToUndo'] ?? '';
    this.#card.say(this.#part('note').textContent);
    if (undone === undefined) return;
    if (undone.k === 'review' && undone.cram && this.#cram) {
      this.#cram = [undone.c, ...this.#cram.filter((name) => name !== undone.c)];
    }
    void this.#ask(undone.c);
  }

  #begin(cram: string[] | undefined): void {
    this.#cram = cram;
    this.#part('note').textContent = '';
    this.#review?.plan(this.#filter);
    void this.#next();
  }

  async #next(): Promise<void> {
    const next = this.#cram ? this.#cram[0] : this.#review?.session.get().next;
    if (next === undefined) this.#end();
    else await this.#ask(next);
  }

  async #ask(name: string): Promise<void> {
    this.#current = undefined;
    this.#awaited = name;
    const shown = await this.#load(name);
    // Meanwhile the reader may have gone on.
    if (this.#awaited !== name) return;
    this.#part('failed').hidden = shown !== 'failed';
    if (shown === 'failed') return this.#end();
    // An undone answer may be of a card that the site has no more.
    if (shown === undefined) return this.#next();
    this.#current = name;
    this.#show('card');
    this.#card.ask(shown, this.dataset.edit ?? '');
    const show = this.querySelector<HTMLElement>('[data-action="show"]');
    if (show) this.#hints?.asked(show);
    this.#showCounts();
    void this.#prepare();
  }

  async #load(name: string): Promise<ShownCard | undefined | 'failed'> {
    try {
      return await this.#decks?.load(name);
    } catch (error) {
      console.error('The card could not be loaded:', error);
      return 'failed';
    }
  }

  /** The decks of what comes next are there when it comes. */
  async #prepare(): Promise<void> {
    const queue = this.#review?.session.get().queue;
    const soon = this.#cram?.slice(0, 3) ?? [queue?.learning[0], queue?.review[0], queue?.review[1], queue?.fresh[0]];
    await Promise.allSettled(soon.map((name) => name && this.#decks?.load(name)));
  }

  #end(): void {
    this.#current = undefined;
    this.#awaited = undefined;
    const review = this.#review;
    if (review === undefined) return;
    review.plan();
    this.#show('end');
    const said = describeEnd(review.session.get(), this.#decks?.cards ?? [], readClock());
    this.#part('summary').replaceChildren(...said.map((text) => createElement('li', {}, text)));
    this.querySelector<HTMLElement>('[data-view="end"] h2')?.focus({ preventScroll: true });
  }

  #showCounts(): void {
    const { learning, waiting, review, fresh } = this.#review?.session.get().queue ?? NO_QUEUE;
    const counts = { learning: learning.length + waiting.length, review: review.length, new: fresh.length };
    for (const [name, count] of Object.entries(counts)) {
      for (const part of this.querySelectorAll(`[data-count="${name}"]`)) part.textContent = String(count);
    }
    const left = counts.learning + counts.review + counts.new;
    this.#part('sum').textContent =
      left > 0 ? fill(words.due ?? '', { count: String(left) }) : (words.nothingDue ?? '');
    this.#part('meanwhile').hidden = left > 0;
    for (const button of this.querySelectorAll<HTMLButtonElement>('[data-action="start"]')) button.hidden = left === 0;
    const last = this.#review?.lastChange();
    for (const undo of this.querySelectorAll<HTMLButtonElement>('[data-action="undo"]'))
      undo.disabled = last === undefined;
    this.#part('crammed').textContent = this.#cram
      ? fill(words.cramLeft ?? '', { count: String(this.#cram.length) })
      : '';
    this.toggleAttribute('data-cram', this.#cram !== undefined);
  }

  #show(view: View): void {
    this.dataset.view = view;
    this.#part('loading').hidden = true;
    for (const part of this.querySelectorAll<HTMLElement>('section[data-view]'))
      part.hidden = part.dataset.view !== view;
  }

  #choose(): void {
    const form = this.querySelector('form');
    if (form) this.#filter = readFilter(form);
    this.#review?.plan(this.#filter);
    const count = this.#listCram().length;
    this.#part('chosen').textContent = fill(words.chosen ?? '', { count: String(count) });
    const cram = this.querySelector<HTMLButtonElement>('[data-action="cram"]');
    if (cram) cram.disabled = count === 0;
  }

  #listCram(): string[] {
    const states = this.#review?.session.get().states;
    return states ? planCram(this.#decks?.cards ?? [], states, this.#filter) : [];
  }

  get #dialog(): HTMLDialogElement | null {
    return this.querySelector('dialog');
  }

  #part(name: string): HTMLElement {
    const part = this.querySelector<HTMLElement>(`[data-part="${name}"]`);
    if (part === null) throw new Error(`The page has no ${name}.`);
    return part;
  }
}

const NO_QUEUE = { learning: [], waiting: [], review: [], fresh: [] };

/** New cards are introduced in this order: those of the notes that the reader has to go over come first. */
function putFirst(cards: readonly QueueCard[], decks: readonly string[]): readonly QueueCard[] {
  const isFirst = ({ deck }: QueueCard) => decks.includes(deck);
  return [...cards.filter(isFirst), ...cards.filter((card) => !isFirst(card))];
}

customElements.define('study-review', StudyReview);

export type { StudyReview };
