/** `<study-review-settings>`: how the reader wants to review. Saved with the form. */
import { store } from '../browser/study.ts';
import { reviewSettingsOf, withReviewSettings } from '../domain/review/review-settings.ts';
import { words } from './review-words.ts';

class StudyReviewSettings extends HTMLElement {
  connectedCallback(): void {
    const form = this.querySelector('form');
    form?.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#save(new FormData(form));
    });
    store.study.subscribe(() => this.#show());
    this.toggleAttribute('data-ready', true);
  }

  #show(): void {
    if (this.contains(document.activeElement)) return;
    const { retention, newPerDay, reviewsPerDay, buttons } = reviewSettingsOf(store.study.get());
    const values = { retention: Math.round(retention * 100), newPerDay, reviewsPerDay };
    for (const [name, value] of Object.entries(values)) {
      const input = this.querySelector<HTMLInputElement>(`input[name="${name}"]`);
      if (input) input.value = String(value);
    }
    const choice = this.querySelector<HTMLInputElement>(`input[name="buttons"][value="${buttons}"]`);
    if (choice) choice.checked = true;
  }

  #save(form: FormData): void {
    const isSaved = store.update((study, now) => {
      const before = reviewSettingsOf(study);
      const numberOf = (name: string, fallback: number) => {
        const text = form.get(name);
        return typeof text === 'string' && text !== '' ? Number(text) : fallback;
      };
      const settings = {
        retention: numberOf('retention', before.retention * 100) / 100,
        newPerDay: numberOf('newPerDay', before.newPerDay),
        reviewsPerDay: numberOf('reviewsPerDay', before.reviewsPerDay),
        buttons: form.get('buttons') === '2' ? 2 : 4,
      } as const;
      return withReviewSettings(study, settings, now);
    });
    const status = this.querySelector('[role="status"]');
    if (status) status.textContent = words[isSaved ? 'saved' : 'notSaved'] ?? '';
  }
}

customElements.define('study-review-settings', StudyReviewSettings);
