/** Plays a recording, from any moment of it. */
import { formatTime } from '../domain/duration.ts';
import type { RecordingMark } from '../domain/recording.ts';
import { createElement } from './element.ts';
import type { Words } from './page-words.ts';

/** Further than any recording goes, in seconds. */
const FAR = 1e9;

export interface Player {
  readonly element: HTMLElement;
  play(): void;
  /** Lets go of the sound. */
  close(): void;
}

/** @param label what the sound is called */
export function createPlayer(sound: Blob, marks: readonly RecordingMark[], label: string, words: Words): Player {
  const address = URL.createObjectURL(sound);
  const audio = createElement('audio', { controls: '', preload: 'metadata', 'aria-label': label, src: address });
  const problem = createElement('p', { role: 'status' });
  audio.addEventListener('error', () => problem.replaceChildren(words.unplayable ?? ''));
  const element = createElement('div', { class: 'study-recording-player' }, audio, problem);
  const isMeasured = measure(audio);

  async function play(from = 0): Promise<void> {
    await isMeasured;
    audio.currentTime = from / 1000;
    // Where the browser wants a press on its own button, that one is there.
    await audio.play().catch(() => undefined);
  }

  if (marks.length > 0) {
    const items = marks.map(({ ms, text }) => {
      const button = createElement('button', { type: 'button' }, formatTime(ms));
      button.setAttribute('aria-label', `${words.play ?? ''}: ${formatTime(ms)}`);
      button.addEventListener('click', () => void play(ms));
      return createElement('li', {}, button, createElement('span', {}, text));
    });
    element.append(createElement('ol', { 'aria-label': words.asked ?? '' }, ...items));
  }
  return {
    element,
    play: () => void play(),
    close() {
      audio.pause();
      audio.removeAttribute('src');
      audio.load();
      URL.revokeObjectURL(address);
    },
  };
}

/**
 * A recording that was written piece by piece does not say how long it is, so that a browser shows no length and cannot go
 * back and forth in it, until it has once been at its end.
 * @see https://crbug.com/642012
 */
function measure(audio: HTMLAudioElement): Promise<void> {
  return new Promise((resolve) => {
    audio.addEventListener('error', () => resolve(), { once: true });
    audio.addEventListener(
      'loadedmetadata',
      () => {
        if (Number.isFinite(audio.duration)) return resolve();
        audio.addEventListener('durationchange', function onChange() {
          if (!Number.isFinite(audio.duration)) return;
          audio.removeEventListener('durationchange', onChange);
          audio.currentTime = 0;
          resolve();
        });
        audio.currentTime = FAR;
      },
      { once: true },
    );
  });
}
