/** `<study-transfer>`: the reader's study as a QR code and as a link, for another device. */

import { readClock } from '../browser/clock.ts';
import { canPack } from '../browser/storage/backup-file.ts';
import { readRecord } from '../browser/storage/study-backup.ts';
import { createStudyLinks, type StudyLinks } from '../browser/storage/study-link.ts';
import { openLog, siteId, store } from '../browser/study.ts';
import { readData, type Words } from './page-words.ts';

class StudyTransfer extends HTMLElement {
  readonly #words = readData<Words>(this);

  connectedCallback(): void {
    // Without streams that pack there is no link that anybody could pass on.
    if (!canPack()) return;
    this.querySelector('[data-action="show"]')?.addEventListener('click', () => void this.#show());
    this.querySelector('[data-action="copy"]')?.addEventListener('click', () => void this.#copy());
    this.toggleAttribute('data-ready', true);
  }

  async #show(): Promise<void> {
    const siteTitle = this.#words.siteTitle ?? siteId;
    const { record } = await readRecord({ siteId, siteTitle, study: store, log: await openLog() });
    const page = new URL(location.pathname, location.href).href;
    const links = await createStudyLinks(page, { ...record, siteId, siteTitle, savedAt: readClock().t });
    if (links.code) await this.#draw(links.code.href);
    this.toggleAttribute('data-code', links.code !== undefined);
    this.toggleAttribute('data-link', links.link !== undefined);
    const input = this.querySelector('input');
    if (input) input.value = links.link?.href ?? '';
    this.#say(explainLinks(links));
  }

  async #draw(href: string): Promise<void> {
    const [{ correction, generate }, { toSvgPath }] = await Promise.all([
      import('lean-qr/nano'),
      import('lean-qr/extras/svg'),
    ]);
    const code = generate(href, { minCorrectionLevel: correction.L });
    const svg = this.querySelector('svg');
    // The quiet zone of four dots is part of the code.
    svg?.setAttribute('viewBox', `-4 -4 ${code.size + 8} ${code.size + 8}`);
    svg?.querySelector('path')?.setAttribute('d', toSvgPath(code));
  }

  async #copy(): Promise<void> {
    const input = this.querySelector('input');
    if (input === null) return;
    try {
      await navigator.clipboard.writeText(input.value);
      this.#say('copied');
    } catch {
      // Forbidden, or not there where a page is served over plain HTTP: the reader copies it.
      input.focus();
      input.select();
      this.#say('selected');
    }
  }

  #say(word: string): void {
    const status = this.querySelector('[role="status"]');
    if (status) status.textContent = this.#words[word] ?? word;
  }
}

function explainLinks({ code, link }: StudyLinks): string {
  if (link === undefined) return 'large';
  if (code === undefined) return link.isWhole ? 'linkWhole' : 'linkOnly';
  return code.isWhole ? 'whole' : 'part';
}

customElements.define('study-transfer', StudyTransfer);
