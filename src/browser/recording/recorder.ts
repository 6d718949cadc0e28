/**
 * Records the reader's voice into the store, some seconds at a time, so that a recording of any length takes little memory
 * and a tab that is closed loses no more than the last of them. Nothing leaves the browser.
 *
 *     idle → asking → recording ⇄ paused → saving → idle
 *
 * Whatever goes wrong ends the recording, keeps what was recorded and is said in the state; to go on is to start a new one.
 */
import { atom, type ReadableAtom } from 'nanostores';
import { type MicrophoneProblem, microphoneProblemOf } from './microphone.ts';
import { releaseMicrophone, Take, type TakeOptions, type TakeProblem } from './take.ts';

export type RecorderProblem = MicrophoneProblem | TakeProblem;

export interface RecorderState {
  readonly kind: 'idle' | 'asking' | 'recording' | 'paused' | 'saving';
  /** What is wrong, or has ended the last recording. */
  readonly problem?: RecorderProblem | undefined;
}

export interface Recorder {
  readonly state: ReadableAtom<RecorderState>;
  /** Begins a recording; does nothing while there is one. */
  start(session: string): Promise<void>;
  pause(): void;
  resume(): void;
  /** Resolves when everything is written. */
  stop(): Promise<void>;
  /** What is asked from now on. */
  mark(question: string): void;
  /** How long the recording is by now, in milliseconds. */
  elapsed(): number;
}

export interface RecorderOptions extends TakeOptions {
  readonly openMicrophone: () => Promise<MediaStream>;
  readonly createMediaRecorder: (stream: MediaStream) => MediaRecorder;
}

export function createRecorder(options: RecorderOptions): Recorder {
  const state = atom<RecorderState>({ kind: 'idle' });
  let take: Take | undefined;
  let question = '';
  let isStopped = false;

  async function open(session: string): Promise<Take | RecorderProblem | undefined> {
    if ((await options.store.list(session)) === undefined) return options.store.problem.get() ?? 'blocked';
    let stream: MediaStream | undefined;
    try {
      stream = await options.openMicrophone();
      const media = options.createMediaRecorder(stream);
      if (!isStopped) return new Take(options, media, session);
      releaseMicrophone(stream);
      return undefined;
    } catch (error) {
      if (stream) releaseMicrophone(stream);
      console.warn('No recording:', error);
      return microphoneProblemOf(error);
    }
  }

  return {
    state,
    async start(session) {
      if (state.get().kind !== 'idle') return;
      isStopped = false;
      state.set({ kind: 'asking' });
      const opened = await open(session);
      if (!(opened instanceof Take)) return state.set({ kind: 'idle', problem: opened });
      take = opened;
      take.mark(question);
      state.set({ kind: 'recording' });
      take.onEnding = () => state.set({ kind: 'saving' });
      void take.ended.then((problem) => {
        take = undefined;
        state.set({ kind: 'idle', problem });
      });
    },
    pause() {
      if (state.get().kind !== 'recording') return;
      take?.pause();
      state.set({ kind: 'paused' });
    },
    resume() {
      if (state.get().kind !== 'paused') return;
      take?.resume();
      state.set({ kind: 'recording' });
    },
    async stop() {
      isStopped = true;
      take?.end('stopped');
      await take?.ended;
    },
    mark(asked) {
      question = asked;
      take?.mark(asked);
    },
    elapsed: () => take?.elapsed() ?? 0,
  };
}
