/**
 * Reads the text of `EXPLAIN`, with or without `ANALYZE`, `BUFFERS`, `COSTS`. Any text: no line is lost, and what is not
 * understood stands among the details of the node above it.
 *
 * A node is a line that begins with `->`; it is below the nearest node that stands to the left of it. Lines without
 * one belong to the node above them, or are a label of the next node (`CTE big`). The first line of all is the root.
 */
import type { Plan, PlanActual, PlanBuffers, PlanEstimate, PlanNode } from './plan-node.ts';

/** A node that is still being read; `column` is that of its arrow, `-1` for a root. */
interface OpenNode {
  readonly column: number;
  readonly head: Omit<PlanNode, 'buffers' | 'details' | 'children'>;
  buffers: PlanBuffers | undefined;
  readonly details: string[];
  readonly children: OpenNode[];
}

const LINE =
  /^(.*?)(?:\s+\(cost=([\d.]+)\.\.([\d.]+) rows=(\d+) width=\d+\))?(?:\s+\(actual (?:time=[\d.]+\.\.([\d.]+) )?rows=([\d.]+) loops=(\d+)\)|\s+\((never executed)\))?$/;
const NAME = String.raw`(?:"(?:[^"]|"")*"|[^\s."]+)`;
const HEAD = new RegExp(String.raw`^(.*?)(?: using (${NAME}))?(?: on (?:${NAME}\.)?(${NAME})(?: ${NAME})?)?$`);
const LABEL = /^(?:InitPlan|SubPlan|CTE) \S.*$/;

export function parsePlan(text: string): Plan {
  const roots: OpenNode[] = [];
  const summary: string[] = [];
  /** From the root to the last node. */
  let path: OpenNode[] = [];
  let label: string | undefined;
  for (const line of text.split(/\r?\n/)) {
    const content = line.trim();
    if (content === '') {
      path = [];
      continue;
    }
    const column = line.length - line.trimStart().length;
    const isChild = content.startsWith('->') && path.length > 0;
    const last = path.at(-1);
    if (isChild) {
      path = path.filter((open) => open.column < column);
      const node = openNode(content.slice(2).trim(), column, label);
      label = undefined;
      (path.at(-1)?.children ?? roots).push(node);
      path.push(node);
    } else if (last === undefined && (roots.length === 0 || (column === 0 && summary.length === 0))) {
      const node = openNode(content, -1, undefined);
      roots.push(node);
      path = [node];
    } else if (last === undefined || column === 0) {
      path = [];
      summary.push(line.trimEnd());
    } else if (LABEL.test(content)) {
      // It stands where the arrows of its siblings do, so what it names is not below the last of them.
      path = path.filter((open) => open.column < column);
      label = label === undefined ? content : `${label}, ${content}`;
    } else addDetail(last, content);
  }
  // A label that no node follows is a line like any other.
  if (label !== undefined) summary.push(label);
  return { roots: roots.map(closeNode), summary };
}

function openNode(line: string, column: number, label: string | undefined): OpenNode {
  const [, text = line, startup, total, rows, ms, actualRows, loops, never] = LINE.exec(line) ?? [];
  const estimate: PlanEstimate | undefined =
    total === undefined ? undefined : { startupCost: Number(startup), totalCost: Number(total), rows: Number(rows) };
  const actual: PlanActual | undefined =
    loops === undefined
      ? undefined
      : { ms: ms === undefined ? undefined : Number(ms), rows: Number(actualRows), loops: Number(loops) };
  const head = { text, ...readHead(text), label, estimate, actual, isNeverExecuted: never !== undefined };
  return { column, head, buffers: undefined, details: [], children: [] };
}

function readHead(text: string): Pick<PlanNode, 'type' | 'relation' | 'index'> {
  const [, type = text, index, target] = HEAD.exec(text) ?? [];
  const [relation, used] = [target, index].map((name) => (name === undefined ? undefined : unquote(name)));
  return type === 'Bitmap Index Scan'
    ? { type, relation: undefined, index: relation }
    : { type: type.replace(/ Backward$/, ''), relation, index: used };
}

function unquote(name: string): string {
  return name.startsWith('"') ? name.slice(1, -1).replaceAll('""', '"') : name;
}

function addDetail(node: OpenNode, line: string): void {
  if (node.buffers === undefined && line.startsWith('Buffers: ')) node.buffers = readBuffers(line);
  else node.details.push(line);
}

/** `Buffers: shared hit=12 read=3, local hit=1, temp read=5 written=6`. */
function readBuffers(line: string): PlanBuffers {
  const sum = (kind: RegExp, figure: RegExp): number =>
    line
      .split(',')
      .filter((part) => kind.test(part))
      .flatMap((part) => [...part.matchAll(figure)])
      .reduce((total, [, count]) => total + Number(count), 0);
  return {
    hit: sum(/\b(shared|local)\b/, /\bhit=(\d+)/g),
    read: sum(/\b(shared|local)\b/, /\bread=(\d+)/g),
    temp: sum(/\btemp\b/, /\b(?:read|written)=(\d+)/g),
  };
}

function closeNode({ head, buffers, details, children }: OpenNode): PlanNode {
  return { ...head, buffers, details, children: children.map(closeNode) };
}
