/** `<study-print-area>`: prints all notes of an area at once. What it takes is loaded with the press. */
class StudyPrintArea extends HTMLElement {
  connectedCallback(): void {
    const button = this.querySelector('button');
    button?.addEventListener('click', async () => {
      button.disabled = true;
      const { gatherNotes } = await import('./print-notes.ts');
      const links = document.querySelectorAll<HTMLAnchorElement>('.study-notes .study-card h3 a');
      const missing = await gatherNotes([...links].map(({ href }) => href));
      button.disabled = false;
      const status = this.querySelector('[role="status"]');
      if (status) status.textContent = missing.length === 0 ? '' : (this.dataset.failed ?? '');
      if (missing.length === 0) window.print();
    });
  }
}

customElements.define('study-print-area', StudyPrintArea);
