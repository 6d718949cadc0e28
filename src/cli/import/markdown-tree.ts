/** Markdown as its tree with places, read by the engine of the pages, so that code is never taken for text. */
import type { Nodes } from 'mdast';
import { markdownToMdast } from 'satteri';

/** From 0, in UTF-16 units. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** Every node in the order of the text, each before its children. */
export function listNodes(text: string): Readonly<Nodes>[] {
  const nodes: Readonly<Nodes>[] = [];
  const visit = (node: Readonly<Nodes>): void => {
    nodes.push(node);
    if ('children' in node) node.children.forEach(visit);
  };
  visit(markdownToMdast(text, { features: { smartPunctuation: false, directive: true } }));
  return nodes;
}

export function rangeOf({ position }: Readonly<Pick<Nodes, 'position'>>): Range {
  return { start: position?.start.offset ?? 0, end: position?.end.offset ?? 0 };
}

/** What is not prose: code, raw HTML and what stands between the dashes at the top. */
export function listOpaque(nodes: readonly Readonly<Nodes>[]): Range[] {
  return nodes
    .filter(({ type }) => type === 'code' || type === 'inlineCode' || type === 'html' || type === 'yaml')
    .map(rangeOf);
}

/** Tells quickly whether a place lies in one of the ranges, which are in order and do not overlap. */
export function createCover(ranges: readonly Range[]): (offset: number) => boolean {
  return (offset) => {
    let [low, high] = [0, ranges.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ranges[middle]?.end ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return (ranges[low]?.start ?? Number.POSITIVE_INFINITY) <= offset;
  };
}

/** Matches of a pattern in what is prose. @param pattern with the flag `g` */
export function matchProse(text: string, isOpaque: (offset: number) => boolean, pattern: RegExp): RegExpExecArray[] {
  return [...text.matchAll(pattern)].filter(({ index }) => !isOpaque(index));
}

/** Words as they are to be read, whatever they mean in Markdown. */
export function escapeMarkdown(words: string): string {
  return words.replace(/[\\`*_[\]<>|]/g, '\\$&');
}
