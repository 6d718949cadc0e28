/**
 * The boxes of a flowchart as a list that is read from its top: what a screen shows that is too narrow for the drawing.
 *
 *     a --> b & c, d --> c      a            each box once, below the box that comes last before it,
 *                               ├ b          with the others that lead there
 *                               └ c (after d)
 *                               d
 */
import { parseMermaid } from 'beautiful-mermaid';

export interface OutlineItem {
  /** Id of the box in the fence. */
  readonly box: string;
  readonly label: string;
  /** Labels of the other boxes that lead here, but for those which one passes on the way. */
  readonly after: readonly string[];
  readonly items: readonly OutlineItem[];
}

/**
 * @param drawing a flowchart, without the lines that are not for the library
 * @returns the boxes that nothing leads to, with what follows; `undefined` where boxes lead back to where they come from
 */
export function outlineOf(drawing: string): OutlineItem[] | undefined {
  const { nodes, edges } = parseMermaid(drawing);
  const boxes = [...nodes.keys()];
  const parents = new Map(
    boxes.map((box) => [box, edges.filter(({ target }) => target === box).map(({ source }) => source)] as const),
  );
  const depths = measureDepths(parents);
  if (depths === undefined) return undefined;
  const depthOf = (box: string) => depths.get(box) ?? 0;
  const labelOf = (box: string) => nodes.get(box)?.label ?? box;
  const above = (box: string) =>
    parents.get(box)?.reduce<string | undefined>((last, parent) => {
      return last === undefined || depthOf(parent) > depthOf(last) ? parent : last;
    }, undefined);
  const passed = (box: string | undefined): string[] => (box === undefined ? [] : [box, ...passed(above(box))]);
  const itemsBelow = (parent: string | undefined): OutlineItem[] =>
    boxes
      .filter((box) => above(box) === parent)
      .map((box) => {
        const way = passed(parent);
        const others = (parents.get(box) ?? []).filter((other) => !way.includes(other));
        return { box, label: labelOf(box), after: others.map(labelOf), items: itemsBelow(box) };
      });
  return itemsBelow(undefined);
}

/** How many boxes come before each, on the longest way; `undefined` where a way goes round. */
function measureDepths(parents: ReadonlyMap<string, readonly string[]>): Map<string, number> | undefined {
  const depths = new Map<string, number>();
  const waiting = new Map(parents);
  while (waiting.size > 0) {
    const ready = [...waiting].filter(([, before]) => before.every((box) => depths.has(box)));
    if (ready.length === 0) return undefined;
    for (const [box, before] of ready) {
      depths.set(box, Math.max(-1, ...before.map((parent) => depths.get(parent) ?? 0)) + 1);
      waiting.delete(box);
    }
  }
  return depths;
}
