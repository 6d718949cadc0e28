/** A microphone for a browser that has none: a tone of Web Audio, behind the browser's own permission. */
import type { Page } from '@playwright/test';

/**
 * Puts it in place before a page's own scripts; what records the sound and keeps it is the browser's and ours.
 * Where the reader has not allowed a microphone, it is refused as a browser with a window refuses it.
 */
export async function plugIn(page: Page): Promise<void> {
  await page.addInitScript(() => {
    navigator.mediaDevices.getUserMedia = async () => {
      const { state } = await navigator.permissions.query({ name: 'microphone' });
      if (state !== 'granted') throw new DOMException('Permission denied', 'NotAllowedError');
      const audio = new AudioContext();
      const tone = audio.createOscillator();
      const microphone = audio.createMediaStreamDestination();
      tone.connect(microphone);
      tone.start();
      return microphone.stream;
    };
  });
}
