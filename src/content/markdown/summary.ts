/** Frames what stands before a note's first heading: the summary that someone could repeat in an interview. */
import type { MdastPluginEntry } from 'satteri';
import type { DocumentWords } from './words.ts';

export function createSummaryPlugin(words: DocumentWords): MdastPluginEntry {
  return ({ fileURL }) => {
    const label = words(fileURL)('study.summary');
    return {
      name: 'study-summary',
      before(root, context) {
        if (context.data.astro?.frontmatter.level === undefined) return;
        const end = root.children.findIndex((node) => node.type === 'heading');
        const lead = root.children.slice(0, end).filter((node) => node.type === 'paragraph');
        const [first, ...rest] = lead;
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

/** A node without the parser's hidden links to its document. */
function copyNode<T extends object>(node: T): T {
  return JSON.parse(JSON.stringify(node)) as T;
}
