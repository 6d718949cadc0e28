/** The recorder beside an interview goes with it: it pauses with it, ends with the asking, and lists what was recorded in it. */
import { canRecord } from '../browser/recording/microphone.ts';
import type { InterviewSession } from '../domain/interview/session.ts';
import { StudyRecorder } from './interview-recorder.ts';

/** It was recording when the interview paused. */
let isWaiting = false;

/** Shows the choice to record, where the browser can. */
export function offerRecording(choice: HTMLElement): void {
  choice.hidden = !canRecord();
}

/** Records from now on if the reader has chosen to. */
export function recordFrom(choice: HTMLElement): void {
  if (choice.querySelector('input')?.checked) void findRecorder()?.start();
}

export function recordSession({ s, state }: InterviewSession): void {
  const recorder = findRecorder();
  recorder?.setAttribute('session', s);
  if (state === 'assessing') void recorder?.stop();
  else if (state === 'paused') isWaiting = recorder?.pause() || isWaiting;
  else if (isWaiting) recorder?.resume();
  if (state !== 'paused') isWaiting = false;
}

export function recordQuestion(text: string): void {
  findRecorder()?.setAttribute('question', text.trim());
}

/** Another tab leads the interview now. */
export function leaveRecording(): void {
  const recorder = findRecorder();
  void recorder?.stop();
  recorder?.removeAttribute('session');
}

function findRecorder(): StudyRecorder | null {
  const element = document.querySelector('study-recorder');
  return element instanceof StudyRecorder ? element : null;
}
