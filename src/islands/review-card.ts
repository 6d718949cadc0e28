/** One card on the page: its question, then its answer, and the buttons that say how it went. */
import type { ShownCard } from '../browser/review-decks.ts';
import { RATINGS, type Rating } from '../domain/review/card-event.ts';
import type { Memory } from '../domain/review/scheduler.ts';
import { fill } from './page-words.ts';
import { sayInterval, words } from './review-words.ts';

/** What the buttons are called where there are two. */
const TWO: Readonly<Record<Rating, string>> = { 1: 'forgotten', 2: 'known', 3: 'known', 4: 'known' };

export class ReviewCard {
  readonly #view: HTMLElement;
  #shown: ShownCard | undefined;
  #since = 0;

  constructor(view: HTMLElement) {
    this.#view = view;
  }

  get isAnswerShown(): boolean {
    return this.#view.hasAttribute('data-answered');
  }

  /** Milliseconds since the question came up. */
  get age(): number {
    return performance.now() - this.#since;
  }

  get shown(): ShownCard | undefined {
    return this.#shown;
  }

  /** @param editUrl address before the path of a file */
  ask(shown: ShownCard, editUrl: string): void {
    this.#shown = shown;
    this.#since = performance.now();
    const { card, face, deck } = shown;
    this.#view.removeAttribute('data-answered');
    delete this.#view.dataset.proposed;
    this.#part('deck').textContent = deck;
    for (const [name, html] of Object.entries({ front: face.front, back: face.back })) {
      const part = this.#part(name);
      part.innerHTML = html;
      // Wide code scrolls within the card.
      for (const code of part.querySelectorAll('pre')) code.tabIndex = 0;
      part.lang = card.lang ?? document.documentElement.lang;
      for (const block of part.querySelectorAll('pre')) block.tabIndex = 0;
    }
    this.#part('back').hidden = true;
    this.#part('compared').replaceChildren();
    const input = this.#part('typed').querySelector('input');
    if (input) input.value = '';
    this.#part('typed').hidden = face.answer === undefined;
    this.#link('lesson', card.link);
    const { file, line } = card.source;
    this.#link('edit', `${editUrl}${file}#L${line}`);
    this.#button('show').hidden = false;
    this.#part('ratings').hidden = true;
    const field = face.answer === undefined ? undefined : input;
    (field ?? this.#part('card')).focus({ preventScroll: true });
    this.#part('card').scrollIntoView({ block: 'nearest' });
  }

  /** Shows the answer with what each rating would do. Of two buttons one is again, the other good. */
  async answer(previews: Readonly<Record<Rating, Memory>>, now: number, buttons: 2 | 4): Promise<void> {
    const face = this.#shown?.face;
    if (face === undefined || this.isAnswerShown) return;
    this.#view.toggleAttribute('data-answered', true);
    const back = this.#part('back');
    back.hidden = false;
    this.#button('show').hidden = true;
    for (const rating of RATINGS) {
      const button = this.#button(String(rating));
      button.hidden = buttons === 2 && (rating === 2 || rating === 4);
      const { due, interval } = previews[rating];
      const time = sayInterval(due - now, interval);
      const word = words[buttons === 2 ? TWO[rating] : `rating${rating}`] ?? '';
      button.replaceChildren(word, ' ', Object.assign(document.createElement('small'), { textContent: time }));
    }
    this.#part('ratings').hidden = false;
    await this.#compare(face.answer);
    this.say(fill(words.answer ?? '{text}', { text: this.#spoken(back) }));
    this.#part('card').focus({ preventScroll: true });
    back.scrollIntoView({ block: 'nearest' });
  }

  say(text: string): void {
    this.#part('said').textContent = text;
  }

  async #compare(wanted: string | undefined): Promise<void> {
    if (wanted === undefined) return;
    const typed = this.#part('typed').querySelector('input')?.value ?? '';
    if (typed.trim() === '') return;
    const { compareTyped, isTypedRight } = await import('./typed-answer.ts');
    this.#part('compared').replaceChildren(compareTyped(typed, wanted, words));
    this.#view.dataset.proposed = isTypedRight(typed, wanted) ? '3' : '1';
  }

  #spoken(back: HTMLElement): string {
    const compared = this.#part('compared').querySelector('.study-typed-verdict')?.textContent ?? '';
    return `${compared} ${back.textContent}`.replace(/\s+/g, ' ').trim();
  }

  #link(name: string, href: string | undefined): void {
    const link = this.#view.querySelector<HTMLAnchorElement>(`a[data-action="${name}"]`);
    if (link === null) return;
    link.hidden = href === undefined;
    if (href !== undefined) link.href = href;
  }

  #button(action: string): HTMLElement {
    return this.#find(`[data-action="${action}"]`);
  }

  #part(name: string): HTMLElement {
    return this.#find(`[data-part="${name}"]`);
  }

  #find(selector: string): HTMLElement {
    const element = this.#view.querySelector<HTMLElement>(selector);
    if (element === null) throw new Error(`The page has no ${selector}.`);
    return element;
  }
}
