/** Where a note stands on a roadmap: in which stage, and between which notes. */
import type { Roadmap } from './kinds/roadmap.ts';
import { itemsOfStage, notesOfRoadmap } from './roadmap-page.ts';

export interface RoadmapWay {
  /** Id of the first stage that the note is in. */
  readonly stage: string;
  /** Ids of notes; missing at the ends. */
  readonly previous: string | undefined;
  readonly next: string | undefined;
}

/**
 * @param note id of a note
 * @param isKnown whether a note can be led to; others are passed over
 * @returns `undefined` for a note that the roadmap does not lead to
 */
export function findWay(roadmap: Roadmap, note: string, isKnown: (id: string) => boolean): RoadmapWay | undefined {
  const notes = notesOfRoadmap(roadmap).filter(isKnown);
  const index = notes.indexOf(note);
  const stage = roadmap.stages.find((stage) => itemsOfStage(stage).some((item) => item.note?.split('#')[0] === note));
  if (index === -1 || stage === undefined) return undefined;
  return { stage: stage.id, previous: notes[index - 1], next: notes[index + 1] };
}
