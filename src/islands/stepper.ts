/** A figure that is gone through in steps, by its buttons (`data-go`) or the arrow keys, and that says which one is shown. */
const WAYS = { ArrowLeft: 'back', ArrowRight: 'next' } as const;
const MODIFIERS = ['ctrlKey', 'altKey', 'metaKey', 'shiftKey'] as const;

export abstract class Stepper extends HTMLElement {
  #isReady = false;

  connectedCallback(): void {
    // One that is moved in the page has its listeners.
    if (this.#isReady) return;
    this.#isReady = true;
    this.addEventListener('click', ({ target }) => {
      if (target instanceof HTMLButtonElement && target.dataset.go !== undefined) this.go(target.dataset.go);
    });
    this.addEventListener('keydown', (event) => {
      const way = Object.entries(WAYS).find(([key]) => key === event.key)?.[1];
      if (way === undefined || MODIFIERS.some((modifier) => event[modifier])) return;
      event.preventDefault();
      this.go(way);
    });
  }

  /** @param way `data-go` of a button; the arrow keys stand for `back` and `next` */
  protected abstract go(way: string): void;

  /** @param current counted from 0; nothing is current outside of the steps */
  protected mark(current: number): readonly HTMLElement[] {
    const steps = [...this.querySelectorAll('li')];
    for (const [index, step] of steps.entries()) {
      if (index === current) step.setAttribute('aria-current', 'step');
      else step.removeAttribute('aria-current');
    }
    return steps;
  }

  /** A button that leads nowhere keeps its focus, so it is not disabled. */
  protected rest(way: string, isIdle: boolean): void {
    this.querySelector(`[data-go=${way}]`)?.setAttribute('aria-disabled', String(isIdle));
  }

  /** @param text what happens in this step, for those who do not see it */
  protected say(step: number, count: number, text: string | null | undefined): void {
    const said = (this.dataset.step ?? '').replace('{step}', String(step)).replace('{count}', String(count));
    const caption = document.createElement('span');
    caption.className = 'sr-only';
    caption.textContent = `: ${text}`;
    this.status?.replaceChildren(said, caption);
  }

  protected get status(): Element | null {
    return this.querySelector('[role=status]');
  }
}
