/** An output that is marked as lanes is drawn, each of its runs in a figure of its own. */
import type { MdastPluginEntry } from 'satteri';
import { drawLanes } from '../../domain/lanes-drawing.ts';
import { parseLanes } from '../../domain/lanes-text.ts';
import { readLanesWords } from '../../domain/lanes-words.ts';
import { parseFenceMeta } from '../fence.ts';
import type { DocumentWords } from './words.ts';

/** Left open: for the drawing, and for the script of the page. */
const GAPS = { name: '{name}', step: '{step}', count: '{count}' };

/** Comes before the plugin of outputs, which shows what cannot be read as it was printed. */
export function createLanesPlugin(words: DocumentWords): MdastPluginEntry {
  return ({ fileURL }) => ({
    name: 'study-lanes',
    code(node, context) {
      const { flags, values } = parseFenceMeta(node.meta);
      if (node.lang !== 'output' || !flags.has('lanes')) return;
      const runs = parseLanes(node.value);
      if ('message' in runs) return;
      const t = words(fileURL);
      const names = readLanesWords((word) => t(`study.lanes.${word}`, GAPS));
      const sample = values.get('sample');
      const caption = sample === undefined ? names.caption : t('study.outputSample', { on: sample });
      const drawn = runs.map((run) => drawLanes(run, { ...names, caption })).join('');
      context.replaceNode(node, { raw: drawn, mdxExpressions: false });
    },
  });
}
