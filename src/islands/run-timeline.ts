/** The tasks of a reader's own run over time, drawn as the recorded ones of the page are. */
import { isTimeline } from '../domain/timeline.ts';
import { drawTimeline } from '../domain/timeline-drawing.ts';
import { readTimelineWords } from '../domain/timeline-words.ts';
import { readRunWords } from './run-words.ts';

/** @param id begins the ids within the picture */
export function createTimelineFigure(timeline: unknown, id: string): HTMLElement | undefined {
  if (!isTimeline(timeline) || timeline.tasks.length === 0) return undefined;
  // The drawing fills the gaps of its words in.
  const all = readRunWords();
  const words = readTimelineWords((word) => all[`timeline.${word}`] ?? word);
  const figure = document.createElement('figure');
  figure.className = 'study-timeline not-content';
  figure.innerHTML = drawTimeline(timeline, words, id);
  return figure;
}
