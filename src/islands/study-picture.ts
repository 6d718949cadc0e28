/** `<study-picture>`: goes through the steps of a picture. All of them are in the page; `picture.css` shows the current one. */
class StudyPicture extends HTMLElement {
  #isReady = false;

  connectedCallback(): void {
    // One that is moved in the page has its listeners.
    if (this.#isReady) return;
    this.#isReady = true;
    this.addEventListener('click', ({ target }) => {
      if (target instanceof HTMLButtonElement) this.#go(Number(target.dataset.go));
    });
    this.addEventListener('keydown', (event) => {
      if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
      const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
      if (by === undefined) return;
      event.preventDefault();
      this.#go(by);
    });
  }

  #go(by: number): void {
    const steps = [...this.querySelectorAll('li')];
    const before = steps.findIndex((step) => step.hasAttribute('aria-current'));
    const current = Math.max(0, Math.min(steps.length - 1, before + by));
    if (current === before) return;
    for (const [index, step] of steps.entries()) {
      if (index === current) step.setAttribute('aria-current', 'step');
      else step.removeAttribute('aria-current');
    }
    for (const button of this.querySelectorAll('button')) {
      const reached = current + Number(button.dataset.go);
      button.setAttribute('aria-disabled', String(reached < 0 || reached >= steps.length));
    }
    const said = (this.dataset.step ?? '')
      .replace('{step}', String(current + 1))
      .replace('{count}', String(steps.length));
    // What happens in this step, for those who do not see it change.
    const caption = document.createElement('span');
    caption.className = 'sr-only';
    caption.textContent = `: ${steps[current]?.querySelector('p')?.textContent}`;
    this.querySelector('[role=status]')?.replaceChildren(said, caption);
  }
}

customElements.define('study-picture', StudyPicture);
