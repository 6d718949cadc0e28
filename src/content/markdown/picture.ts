/** A picture in steps is drawn at build time, every step of it. */
import type { MdastPluginEntry } from 'satteri';
import { parsePicture } from '../../domain/picture.ts';
import { drawPicture } from '../../domain/picture-drawing.ts';
import type { DocumentWords } from './words.ts';

/** Left open: for the drawing, and for the script of the page. */
const GAPS = { step: '{step}', count: '{count}', from: '{from}', to: '{to}' };

/** A fresh plugin for each document. What cannot be read stays a block of code: the content check says why. */
export function createPicturePlugin(words: DocumentWords): MdastPluginEntry {
  return ({ fileURL }) => {
    let count = 0;
    return {
      name: 'study-pictures',
      code(node, context) {
        if (node.lang !== 'picture') return;
        const picture = parsePicture(node.value);
        if ('message' in picture) return;
        count += 1;
        const t = words(fileURL);
        const names = {
          controls: t('study.lanes.controls'),
          back: t('study.lanes.back'),
          next: t('study.lanes.next'),
          step: t('study.lanes.step', GAPS),
          leads: t('study.picture.leads', GAPS),
        };
        context.replaceNode(node, { raw: drawPicture(picture, names, `picture-${count}`), mdxExpressions: false });
      },
    };
  };
}
