/** `<study-picture>`: goes through the steps of a picture. All of them are in the page; `picture.css` shows the current one. */
import { Stepper } from './stepper.ts';

class StudyPicture extends Stepper {
  #current = 0;

  protected go(way: string): void {
    const count = this.querySelectorAll('li').length;
    const current = Math.max(0, Math.min(count - 1, this.#current + (way === 'next' ? 1 : -1)));
    if (current === this.#current) return;
    this.#current = current;
    const steps = this.mark(current);
    this.rest('back', current === 0);
    this.rest('next', current === count - 1);
    this.say(current + 1, count, steps[current]?.querySelector('p')?.textContent);
  }
}

customElements.define('study-picture', StudyPicture);
