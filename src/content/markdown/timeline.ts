/** A recorded timeline is drawn at build time; the page draws it again after a reader's own run. */
import type { MdastPluginEntry } from 'satteri';
import { drawTimeline } from '../../domain/timeline-drawing.ts';
import { parseTimeline } from '../../domain/timeline-text.ts';
import { readTimelineWords } from '../../domain/timeline-words.ts';
import type { DocumentWords } from './words.ts';

/** Left open for the drawing to fill in. */
const GAPS = { task: '{task}', does: '{does}', count: '{count}' };

/** A fresh plugin for each document. What is no timeline stays a block of code: the content check says why. */
export function createTimelinePlugin(words: DocumentWords): MdastPluginEntry {
  return ({ fileURL }) => {
    let count = 0;
    return {
      name: 'study-timelines',
      code(node, context) {
        if (node.lang !== 'timeline') return;
        const timeline = parseTimeline(node.value);
        if (!('tasks' in timeline)) return;
        count += 1;
        const id = `timeline-${count}`;
        const t = words(fileURL);
        const names = readTimelineWords((word) => t(`study.timeline.${word}`, GAPS));
        const figure = `<figure class="study-timeline not-content" id="${id}">${drawTimeline(timeline, names, id)}</figure>`;
        context.replaceNode(node, { raw: figure, mdxExpressions: false });
      },
    };
  };
}
