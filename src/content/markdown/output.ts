/** Shows what a block printed, and why a block is not run; takes our own words out of a fence before it is highlighted. */
import type { Code } from 'mdast';
import type { Custom, MdastPluginEntry } from 'satteri';
import { parseFenceMeta } from '../fence.ts';
import type { DocumentWords } from './words.ts';

const OWN_WORDS = new Set(['run', 'cpython', 'norun', 'group', 'raises', 'clock', 'stdin', 'needs']);
/** A word of a fence's meta, alone or with a value, or a text in quotes of its own. */
const WORD = /([\w-]+)(?:=(?:"(?:[^"\\]|\\.)*"|\S+))?|"(?:[^"\\]|\\.)*"|\S+/g;

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
  return [...meta.matchAll(WORD)]
    .filter(([, name]) => name === undefined || !OWN_WORDS.has(name))
    .map(([word]) => word)
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
