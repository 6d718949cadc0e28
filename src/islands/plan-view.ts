/** Shows a query plan as nested lists: what each node took of the whole, where the planner was wrong, what was read. */
import { measurePlan, type PlanStep } from '../domain/plan-metrics.ts';
import type { Plan, PlanNode } from '../domain/plan-node.ts';
import { createElement } from './element.ts';
import { fillIn, type SqlWords, sayCount } from './sql-words.ts';

export function renderPlan({ roots }: Plan, words: SqlWords): HTMLElement {
  const steps = new Map(roots.flatMap(measurePlan).map((step) => [step.node, step]));
  return renderNodes(roots, steps, words);
}

function renderNodes(
  nodes: readonly PlanNode[],
  steps: ReadonlyMap<PlanNode, PlanStep>,
  words: SqlWords,
): HTMLUListElement {
  const items = nodes.map((node) => {
    const item = createElement('li', {}, renderHead(node), ...renderFacts(node, steps.get(node), words));
    if (node.details.length > 0) {
      const details = node.details.map((detail) => createElement('li', {}, detail));
      item.append(createElement('ul', { class: 'study-explain-details' }, ...details));
    }
    if (node.children.length > 0) item.append(renderNodes(node.children, steps, words));
    return item;
  });
  return createElement('ul', { class: 'study-explain-nodes' }, ...items);
}

/** `CTE big  Index Scan using orders_pkey on orders`. */
function renderHead({ label, type, text }: PlanNode): HTMLElement {
  const head = createElement('p', { class: 'study-explain-head' });
  if (label !== undefined) head.append(createElement('span', { class: 'study-explain-label' }, label), ' ');
  head.append(createElement('strong', {}, type), text.startsWith(type) ? text.slice(type.length) : ` ${text}`);
  return head;
}

function renderFacts(node: PlanNode, step: PlanStep | undefined, words: SqlWords): HTMLElement[] {
  if (step === undefined) return [];
  const facts = createElement('ul', { class: 'study-explain-facts' });
  const add = (sentence: string, values: Readonly<Record<string, string | number>> = {}, name = ''): void => {
    facts.append(createElement('li', name === '' ? {} : { class: name }, fillIn(sentence, values)));
  };
  const { estimate, actual, buffers } = node;
  if (node.isNeverExecuted) add(words.planNever, {}, 'study-explain-quiet');
  if (actual !== undefined && estimate !== undefined) {
    add(sayCount(words, 'planRows', actual.rows, { estimated: estimate.rows }));
  } else if (estimate !== undefined) add(sayCount(words, 'planEstimated', estimate.rows));
  else if (actual !== undefined) add(sayCount(words, 'rows', actual.rows));
  if (step.misestimate !== undefined) {
    const isMore = step.misestimate > 1;
    const times = Math.round(isMore ? step.misestimate : 1 / step.misestimate);
    add(isMore ? words.planMore : words.planFewer, { times }, 'study-explain-wrong');
  }
  if (actual !== undefined && actual.loops > 1) add(words.planLoops, { loops: actual.loops });
  if (step.ms !== undefined && !node.isNeverExecuted) add(words.planMs, { ms: Math.round(step.ms * 100) / 100 });
  if (buffers !== undefined) add(words.planBuffers, { hit: buffers.hit, read: buffers.read });
  if (buffers !== undefined && buffers.temp > 0) add(words.planTemp, { temp: buffers.temp }, 'study-explain-wrong');
  const elements: HTMLElement[] = facts.childElementCount === 0 ? [] : [facts];
  if (step.share !== undefined) elements.unshift(renderShare(step.share, actual === undefined, words));
  return elements;
}

/** A bar whose length is the node's own part of the whole, with the figure in words. */
function renderShare(share: number, isCost: boolean, words: SqlWords): HTMLElement {
  const percent = `${Math.round(share * 100)} %`;
  const bar = createElement('span', { class: 'study-explain-bar', 'aria-hidden': 'true' }, createElement('span', {}));
  bar.style.setProperty('--share', String(share));
  const sentence = fillIn(isCost ? words.planCost : words.planTime, { share: percent });
  return createElement('p', { class: 'study-explain-share' }, bar, createElement('span', {}, sentence));
}
