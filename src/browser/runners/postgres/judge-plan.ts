/** Holds a plan against what an exercise demands of it. */
import type { PlanNode } from '../../../domain/plan-node.ts';
import { parsePlan } from '../../../domain/plan-tree.ts';
import type { PlanRule } from '../../../domain/sql-check.ts';
import { type GradeWords, sayGrade } from './grade-words.ts';
import type { Verdict } from './verdict.ts';

/** A node with the table that it works on; that of a bitmap's index is the table of the scan above. */
interface Step {
  readonly node: PlanNode;
  readonly table: string | undefined;
}

/** @param text of `EXPLAIN (ANALYZE, BUFFERS)` */
export function judgePlan(rule: PlanRule, text: string, words: GradeWords): Verdict {
  const message = findFault(rule, parsePlan(text).roots, words);
  return message === undefined ? undefined : { message, got: text };
}

function findFault(rule: PlanRule, roots: readonly PlanNode[], words: GradeWords): string | undefined {
  const all = roots.flatMap((root) => listSteps(root, undefined)).filter(({ node }) => !node.isNeverExecuted);
  const steps = rule.on === undefined ? all : all.filter(({ table }) => table === rule.on);
  const on = rule.on === undefined ? '' : ` on ${rule.on}`;
  const has = (type: string) => steps.some(({ node }) => node.type === type);
  if (rule.uses !== undefined && !rule.uses.some(has)) {
    return sayGrade(words.uses, { type: rule.uses.map((type) => `${type}${on}`).join(' | ') });
  }
  const refused = rule.never?.find(has);
  if (refused !== undefined) return sayGrade(words.never, { type: `${refused}${on}` });
  const isWanted = (index: string | undefined) => index !== undefined && (rule.index === 'any' || index === rule.index);
  if (rule.index !== undefined && !steps.some(({ node }) => isWanted(node.index))) {
    return rule.index === 'any' ? words.anyIndex : sayGrade(words.index, { index: rule.index });
  }
  const buffers = roots.reduce((sum, root) => sum + (root.buffers?.hit ?? 0) + (root.buffers?.read ?? 0), 0);
  if (rule.maxBuffers !== undefined && buffers > rule.maxBuffers) {
    return sayGrade(words.buffers, { got: buffers, max: rule.maxBuffers });
  }
  const fetches = steps.reduce((sum, { node }) => sum + readHeapFetches(node), 0);
  if (rule.maxHeapFetches !== undefined && fetches > rule.maxHeapFetches) {
    return sayGrade(words.heapFetches, { got: fetches, max: rule.maxHeapFetches });
  }
  if (rule.partitionsScanned === undefined) return undefined;
  const scanned = [
    ...new Set(all.flatMap(({ node }) => (/ Scan$/.test(node.type) ? (node.relation ?? []) : []))),
  ].sort();
  const wanted = [...rule.partitionsScanned].sort();
  if (scanned.join() === wanted.join()) return undefined;
  return sayGrade(words.partitions, { got: scanned.join(', '), expected: wanted.join(', ') });
}

function listSteps(node: PlanNode, above: string | undefined): Step[] {
  const table = node.relation ?? (node.type.startsWith('Bitmap') ? above : undefined);
  return [
    { node: { ...node, type: node.type.replace(/^Parallel /, '') }, table },
    ...node.children.flatMap((child) => listSteps(child, table)),
  ];
}

function readHeapFetches({ details }: PlanNode): number {
  return details.reduce((sum, detail) => sum + Number(/^Heap Fetches: (\d+)$/.exec(detail)?.[1] ?? 0), 0);
}
