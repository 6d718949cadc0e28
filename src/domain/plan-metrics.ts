/** What a plan says when its figures are reckoned together. */
import type { PlanNode } from './plan-node.ts';

/** From where on an estimate is called wrong; the planner's choices suffer from about there. */
const MISESTIMATE = 10;
/** What these return is no rows, and their figures are always 0. */
const WITHOUT_ROWS = new Set(['BitmapAnd', 'BitmapOr']);

export interface PlanStep {
  readonly node: PlanNode;
  /** How deep it stands, from 0. */
  readonly depth: number;
  /** Milliseconds over all loops, with the nodes below. */
  readonly ms: number | undefined;
  /** From 0 to 1: what of the whole the node itself took, in time or, where that is not known, in estimated cost. */
  readonly share: number | undefined;
  /** How many times more rows there were than estimated, or fewer when below 1; `undefined` when near enough. */
  readonly misestimate: number | undefined;
}

/** The steps of a plan from the top down, as they stand in its text. */
export function measurePlan(root: PlanNode): PlanStep[] {
  const whole = weightOf(root);
  const producers = findProducers(root);
  const steps: PlanStep[] = [];
  const add = (node: PlanNode, depth: number, isCutShort: boolean): void => {
    const share = whole === undefined || whole === 0 ? undefined : ownWeight(node, producers) / whole;
    steps.push({
      node,
      depth,
      ms: millisecondsOf(node),
      share: share === undefined ? undefined : Math.min(1, Math.max(0, share)),
      misestimate: findMisestimate(node, isCutShort),
    });
    for (const child of node.children) add(child, depth + 1, isCutShort || node.type === 'Limit');
  };
  add(root, 0, false);
  return steps;
}

/** All nodes of a plan from the top down. */
export function listNodes(node: PlanNode): PlanNode[] {
  return [node, ...node.children.flatMap(listNodes)];
}

/** Milliseconds of all loops; those of one are what the plan prints. */
function millisecondsOf({ actual, isNeverExecuted }: PlanNode): number | undefined {
  if (isNeverExecuted) return 0;
  return actual?.ms === undefined ? undefined : actual.ms * actual.loops;
}

function weightOf(node: PlanNode): number | undefined {
  return node.actual === undefined && !node.isNeverExecuted ? node.estimate?.totalCost : millisecondsOf(node);
}

function ownWeight(node: PlanNode, producers: ReadonlyMap<PlanNode, PlanNode>): number {
  const producer = producers.get(node);
  const below = node.children.filter(({ label }) => !label?.startsWith('CTE '));
  const others = [...below, ...(producer === undefined ? [] : [producer])];
  return (weightOf(node) ?? 0) - others.reduce((sum, other) => sum + (weightOf(other) ?? 0), 0);
}

/**
 * The CTEs of a plan by the scan that made each run. A CTE stands below the node that it was written in, but its time
 * is in that of the scans that read it; nearly all of it in the slowest, which is taken for the whole.
 */
function findProducers(root: PlanNode): ReadonlyMap<PlanNode, PlanNode> {
  const nodes = listNodes(root);
  const producers = new Map<PlanNode, PlanNode>();
  for (const node of nodes) {
    if (!node.label?.startsWith('CTE ')) continue;
    const scans = nodes.filter(({ type, relation }) => type === 'CTE Scan' && `CTE ${relation}` === node.label);
    const slowest = scans.toSorted((one, other) => (weightOf(other) ?? 0) - (weightOf(one) ?? 0))[0];
    if (slowest !== undefined && node.actual !== undefined) producers.set(slowest, node);
  }
  return producers;
}

/** @param isCutShort a node above it asked for a few rows and no more, so that fewer came than there were */
function findMisestimate({ estimate, actual, type }: PlanNode, isCutShort: boolean): number | undefined {
  if (estimate === undefined || actual === undefined || WITHOUT_ROWS.has(type)) return undefined;
  const ratio = Math.max(1, actual.rows) / Math.max(1, estimate.rows);
  if (ratio < 1 && isCutShort) return undefined;
  return ratio >= MISESTIMATE || ratio <= 1 / MISESTIMATE ? ratio : undefined;
}
