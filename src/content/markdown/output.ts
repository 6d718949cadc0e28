/** Shows what a block printed, and why a block is not run; takes our own words out of a fence before it is highlighted. */
import type { Code } from 'mdast';
import type { Custom, MdastPluginEntry } from 'satteri';
import { OWN_WORDS, parseFenceMeta } from '../fence.ts';
import type { DocumentWords } from './words.ts';

export function createOutputPlugin(words: DocumentWords): MdastPluginEntry {
  return ({ fileURL }) => {
    const t = words(fileURL);
    return {
      name: 'study-outputs',
      code(node, context) {
        const { values } = parseFenceMeta(node.meta);
        if (node.lang === 'output') {
          const sample = values.get('sample');
          const caption = sample === undefined ? t('study.output') : t('study.outputSample', { on: sample });
          context.replaceNode(node, outputFigure(node, caption));
          return;
        }
        const reason = values.get('norun');
        if (reason !== undefined) context.insertAfter(node, captionParagraph(t('study.norun', { reason })));
        if (node.meta) context.setProperty(node, 'meta', withoutOwnWords(node.meta));
      },
    };
  };
}

function withoutOwnWords(meta: string): string {
  return parseFenceMeta(meta)
    .words.filter(({ name }) => !OWN_WORDS.some((own) => own === name))
    .map(({ text }) => text)
    .join(' ');
}

/** `<samp>` instead of `<code>`: it is output, and the highlighter leaves it alone. */
function outputFigure(node: Readonly<Code>, caption: string): Custom {
  const element = (hName: string, children: Custom['children'], hProperties = {}): Custom => ({
    type: 'study-output',
    data: { hName, hProperties },
    children: children ?? [],
  });
  return element(
    'figure',
    [
      element('figcaption', [{ type: 'text', value: caption }]),
      element('pre', [element('samp', [{ type: 'text', value: node.value }])], { tabindex: '0', dir: 'ltr' }),
    ],
    { class: 'study-output not-content' },
  );
}

function captionParagraph(text: string): Custom {
  return {
    type: 'study-norun',
    data: { hName: 'p', hProperties: { class: 'study-norun' } },
    children: [{ type: 'text', value: text }],
  };
}
