/**
 * `<study-lanes>`: steps through what sessions did in turns. Everything is there and shown without it; steps are hidden
 * when the reader begins to go through them, and shown again when they are done.
 */
import { Stepper } from './stepper.ts';

class StudyLanes extends Stepper {
  /** How many steps have happened; 0 before the reader begins: all are shown. */
  #step = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    const bar = this.querySelector<HTMLElement>('.lanes-bar');
    if (!bar?.hidden) return;
    bar.hidden = false;
    this.#show();
  }

  protected go(way: string): void {
    const count = this.querySelectorAll('li').length;
    if (way === 'next') this.#step = Math.min(count, this.#step + 1);
    else if (way === 'back') this.#step = Math.max(Math.min(1, this.#step), this.#step - 1);
    else this.#step = way === 'first' ? 1 : 0;
    const current = this.#show();
    if (current === undefined) this.status?.replaceChildren();
    else this.say(this.#step, count, current.textContent);
    current?.scrollIntoView({ block: 'nearest' });
  }

  /** @returns the last step that has happened */
  #show(): HTMLElement | undefined {
    const step = this.#step;
    const steps = this.mark(step - 1);
    for (const [index, item] of steps.entries()) item.toggleAttribute('data-later', step > 0 && index >= step);
    this.rest('first', step === 1);
    this.rest('back', step < 2);
    this.rest('next', step === steps.length);
    this.rest('all', step === 0);
    return steps[step - 1];
  }
}

customElements.define('study-lanes', StudyLanes);
