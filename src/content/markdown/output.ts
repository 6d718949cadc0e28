/** Shows what a block printed, and why a block is not run; takes our own words out of a fence before it is highlighted. */
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
          context.replaceNode(node, { raw: outputFigure(node.value, caption), mdxExpressions: false });
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

/**
 * `<samp>` instead of `<code>`: it is output, and the highlighter leaves it alone. Line ends are written as references,
 * since MDX would take the spaces at the start of a line for layout of the source.
 */
function outputFigure(output: string, caption: string): string {
  const text = escapeHtml(output).replace(/\r?\n/g, '&#10;');
  const shown = `<pre tabindex="0" dir="ltr"><samp>${text}</samp></pre>`;
  return `<figure class="study-output not-content"><figcaption>${escapeHtml(caption)}</figcaption>${shown}</figure>`;
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function captionParagraph(text: string): Custom {
  return {
    type: 'study-norun',
    data: { hName: 'p', hProperties: { class: 'study-norun' } },
    children: [{ type: 'text', value: text }],
  };
}
