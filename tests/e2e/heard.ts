/**
 * What a screen reader would say by itself: a live region's words whenever they change, if the region was there before.
 * One that appears together with its words is often not heard, and so does not count; an alert is.
 */
import { expect, type Page } from '@playwright/test';

/** Listens on each page that is opened from now on. */
export async function listen(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const LIVE = '[role=status], [role=alert], [aria-live=polite], [aria-live=assertive]';
    const heard: string[] = [];
    Object.assign(window, { heard });
    let known = new Map<HTMLElement, string>();
    const look = () => {
      const before = known;
      known = new Map();
      for (const region of document.querySelectorAll<HTMLElement>(LIVE)) {
        if (!region.checkVisibility({ visibilityProperty: true })) continue;
        // biome-ignore lint/performance/useDomNodeTextContent: words that are hidden are not heard.
        const words = region.innerText.replaceAll(/\s+/g, ' ').trim();
        known.set(region, words);
        const former = before.get(region) ?? (region.matches('[role=alert]') ? '' : words);
        if (words !== '' && words !== former) heard.push(words);
      }
    };
    new MutationObserver(look).observe(document, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
    });
  });
}

export async function expectHeard(page: Page, words: string | RegExp, patience?: { timeout: number }): Promise<void> {
  const heard = () => page.evaluate((): string[] => Reflect.get(window, 'heard'));
  const isMeant = (said: string) => (typeof words === 'string' ? said === words : words.test(said));
  await expect
    .poll(async () => (await heard()).some(isMeant) || (await heard()), { message: `to hear ${words}`, ...patience })
    .toBe(true);
}

/** From here on only what comes new counts. */
export async function forgetHeard(page: Page): Promise<void> {
  await page.evaluate(() => Reflect.get(window, 'heard').splice(0));
}
