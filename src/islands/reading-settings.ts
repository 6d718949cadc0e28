/** The choice of text size and width: applied and kept at once. */
import { openStorage, siteId } from '../browser/study.ts';
import { readReadingSettings } from '../domain/reading/reading-settings.ts';

const KEY = `${siteId}:reading`;

/** Shows what is chosen, follows the reader's choice, and closes with Escape or a click elsewhere. */
export function watchSettings(details: HTMLDetailsElement): void {
  const form = details.querySelector('form');
  if (form === null) return;
  const chosen = readReadingSettings(read());
  for (const input of form.querySelectorAll('input')) input.checked = Reflect.get(chosen, input.name) === input.value;
  // Enter in a form without a button would send it, and load the page anew.
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('change', () => keep(Object.fromEntries([...new FormData(form)])));
  addEventListener('click', ({ target }) => {
    if (!(target instanceof Node && details.contains(target))) details.open = false;
  });
  addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape' || !details.open) return;
    if (details.contains(document.activeElement)) details.querySelector('summary')?.focus();
    // After who asks whether it is open: one Escape does one thing.
    setTimeout(() => {
      details.open = false;
    });
  });
}

function keep(values: Readonly<Record<string, FormDataEntryValue>>): void {
  const text = JSON.stringify(values);
  const { size, width } = readReadingSettings(text);
  const { dataset } = document.documentElement;
  dataset.readingSize = size;
  dataset.readingWidth = width;
  try {
    openStorage().setItem(KEY, text);
  } catch {
    // Full or blocked: it lasts as long as the page.
  }
}

function read(): string | null {
  try {
    return openStorage().getItem(KEY);
  } catch {
    return null;
  }
}
