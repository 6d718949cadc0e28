/** Frames what stands before a note's first heading: the summary that someone could repeat in an interview. */
import type { Paragraph, RootContent } from 'mdast';
import type { MdastPluginEntry } from 'satteri';
import type { DocumentWords } from './words.ts';

const INVISIBLE = new Set<string>(['yaml', 'toml', 'mdxjsEsm', 'definition']);

export function createSummaryPlugin(words: DocumentWords): MdastPluginEntry {
  return ({ fileURL }) => {
    const label = words(fileURL)('study.summary');
    return {
      name: 'study-summary',
      before(root, context) {
        if (context.data.astro?.frontmatter.level === undefined) return;
        const [first, ...rest] = findSummary(root.children);
        if (first === undefined) return;
        context.replaceNode(first, {
          type: 'study-summary',
          data: { hName: 'section', hProperties: { class: 'study-summary', 'aria-label': label } },
          children: [
            {
              type: 'study-summary-label',
              data: { hName: 'p', hProperties: { class: 'study-summary-label', 'aria-hidden': 'true' } },
              children: [{ type: 'text', value: label }],
            },
            first,
            // A node that is both moved and removed is lost, so the others are copied.
            ...rest.map((node) => copyNode(node)),
          ],
        });
        for (const node of rest) context.removeNode(node);
      },
    };
  };
}

/** The paragraphs before anything else: a list or a picture ends the summary, as a heading does. */
export function findSummary(nodes: readonly RootContent[]): Paragraph[] {
  const visible = nodes.filter(({ type }) => !INVISIBLE.has(type));
  const end = visible.findIndex(({ type }) => type !== 'paragraph');
  return visible.slice(0, end === -1 ? undefined : end).filter((node) => node.type === 'paragraph');
}

/** A node without the parser's hidden links to its document. */
function copyNode<T extends object>(node: T): T {
  return JSON.parse(JSON.stringify(node)) as T;
}
