/**
 * `<study-lanes>`: steps through what sessions did in turns. Everything is there and shown without it; steps are hidden
 * when the reader begins to go through them, and shown again when they are done.
 */
class StudyLanes extends HTMLElement {
  /** How many steps have happened; 0 before the reader begins: all are shown. */
  #step = 0;

  connectedCallback(): void {
    const bar = this.querySelector<HTMLElement>('.lanes-bar');
    // One that is moved in the page has its listeners.
    if (!bar?.hidden) return;
    bar.hidden = false;
    bar.addEventListener('click', ({ target }) => {
      if (target instanceof HTMLButtonElement) this.#go(target.dataset.go);
    });
    this.addEventListener('keydown', (event) => {
      if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
      const way = { ArrowLeft: 'back', ArrowRight: 'next' }[event.key];
      if (way === undefined) return;
      event.preventDefault();
      this.#go(way);
    });
    this.#mark(false);
  }

  #go(way: string | undefined): void {
    const count = this.querySelectorAll('li').length;
    if (way === 'next') this.#step = Math.min(count, this.#step + 1);
    else if (way === 'back') this.#step = Math.max(Math.min(1, this.#step), this.#step - 1);
    else this.#step = way === 'first' ? 1 : 0;
    this.#mark(true);
  }

  #mark(isAsked: boolean): void {
    const step = this.#step;
    const steps = [...this.querySelectorAll('li')];
    for (const [index, item] of steps.entries()) {
      item.toggleAttribute('data-later', step > 0 && index >= step);
      item.removeAttribute('aria-current');
    }
    const current = steps[step - 1];
    current?.setAttribute('aria-current', 'step');
    const idle = { first: step === 1, back: step < 2, next: step === steps.length, all: step === 0 };
    for (const [name, isIdle] of Object.entries(idle))
      this.querySelector(`[data-go=${name}]`)?.setAttribute('aria-disabled', String(isIdle));
    if (!isAsked) return;
    const status = this.querySelector('[role=status]');
    const said = (this.dataset.step ?? '').replace('{step}', String(step)).replace('{count}', String(steps.length));
    status?.replaceChildren(current === undefined ? '' : said);
    // What happens in this step, for those who do not see it.
    const caption = document.createElement('span');
    caption.className = 'sr-only';
    caption.textContent = `: ${current?.textContent}`;
    if (current !== undefined) status?.append(caption);
    current?.scrollIntoView({ block: 'nearest' });
  }
}

customElements.define('study-lanes', StudyLanes);
