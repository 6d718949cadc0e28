/**
 * Tells those who have saved something that there is a newer version: of what they have saved, or of the page before them,
 * which came from what is saved because the network was slow.
 */

import { canSave, openOffline } from '../browser/offline/page-offline.ts';
import { NEWER } from '../browser/offline/worker-scope.ts';
import { siteId } from '../browser/study.ts';
import { fill } from './page-words.ts';

/** Milliseconds between two looks at what is published. */
const PAUSE = 10 * 60_000;
const LOOKED = `${siteId}:offline-looked`;

export function watchUpdates(notices: HTMLElement): void {
  const notice = notices.querySelector<HTMLElement>('[data-offline]');
  if (notice === null || !canSave()) return;
  const offline = openOffline(siteId);
  const [update, dismiss] = notice.querySelectorAll('button');
  const say = (word: string, values: Readonly<Record<string, string>> = {}) => {
    const text = notice.querySelector('span');
    if (text) text.textContent = fill(notice.dataset[word] ?? '', values);
    notice.hidden = false;
  };
  let act = (): void => undefined;
  update?.addEventListener('click', () => act());
  dismiss?.addEventListener('click', () => {
    notice.hidden = true;
  });

  async function look(): Promise<void> {
    await offline.refresh();
    if (offline.view.get().manifest === undefined) return;
    sessionStorage.setItem(LOOKED, String(Date.now()));
    const outdated = Object.entries(offline.view.get().states).filter(([, { kind }]) => kind === 'outdated');
    if (outdated.length === 0) return;
    const bytes = offline.measure(outdated.map(([name]) => name));
    const unit = bytes < 1e5 ? 'kilobyte' : 'megabyte';
    const size = new Intl.NumberFormat(document.documentElement.lang, {
      style: 'unit',
      unit,
      maximumSignificantDigits: 2,
    }).format(Math.max(1, bytes / 1000) / (unit === 'megabyte' ? 1000 : 1));
    act = () => void run(outdated.map(([name]) => name));
    say('update', { wire: size });
  }

  async function run(names: readonly string[]): Promise<void> {
    update?.toggleAttribute('disabled', true);
    const problem = await offline.save(names);
    update?.toggleAttribute('disabled', false);
    if (problem !== undefined) return say('failed');
    act = () => location.reload();
    say('updated');
    if (update) update.textContent = notice?.dataset.show ?? '';
  }

  navigator.serviceWorker.addEventListener('message', ({ data }) => {
    if (data !== NEWER) return;
    act = () => location.reload();
    say('newer');
    if (update) update.textContent = notice.dataset.show ?? '';
  });
  navigator.serviceWorker.startMessages();

  const looked = Number(sessionStorage.getItem(LOOKED) ?? 0);
  // The page of what is saved says so itself.
  const isTold = document.querySelector('study-offline') !== null;
  if (!navigator.onLine || isTold || Date.now() - looked < PAUSE) return;
  void look();
}
