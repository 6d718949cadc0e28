/** What is on the disk of a recording, and how long it may take to come there. */
import type { Page } from '@playwright/test';

/** A piece comes every five seconds, once the browser's microphone gives sound. */
export const SOUND = { timeout: 60_000 };

/** How many pieces are on the disk. */
export function countChunks(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const open = indexedDB.open('pskb');
    await new Promise((resolve) => open.addEventListener('success', resolve));
    const count = open.result.transaction('recording-chunks').objectStore('recording-chunks').count();
    await new Promise((resolve) => count.addEventListener('success', resolve));
    open.result.close();
    return count.result;
  });
}
