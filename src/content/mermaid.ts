/**
 * What a Mermaid fence says beside its drawing: in words what it shows, and where its boxes lead.
 *
 *     %% alt: A leads to B.
 *     graph TD
 *         a[Locks] --> b[Deadlocks]
 *         click a "./locks.md"
 *
 * Mermaid's own `accDescr: …` is read like `%% alt: …`. Where boxes lead somewhere, `accTitle: …` names the whole, since
 * it is no picture then but a group of links.
 */
import { parseMermaid } from 'beautiful-mermaid';
import { findNearest } from './nearest.ts';

export interface MermaidClick {
  /** Id of the box in the fence. */
  readonly box: string;
  /** As written. */
  readonly url: string;
  /** From 1, within the fence. */
  readonly line: number;
}
export interface MermaidText {
  readonly title: string | undefined;
  readonly alternative: string | undefined;
  readonly clicks: readonly MermaidClick[];
  /** The rest, for the library: it knows none of these lines, and would draw some of them as boxes. */
  readonly drawing: string;
}
/** Why a `click` leads nowhere and how to mend it; `line` counts from 1 within the fence. */
export interface MermaidFault {
  readonly line: number;
  readonly message: string;
  readonly hint: string;
}

const ALTERNATIVE = /^\s*(?:%%\s*alt|accDescr)\s*:\s*(\S.*?)\s*$/;
const TITLE = /^\s*accTitle\s*:\s*(\S.*?)\s*$/;
const CLICK = /^\s*click\s+([\w-]+)\s+(?:href\s+)?"([^"]+)"(?:\s+"[^"]*")?(?:\s+_\w+)?\s*;?\s*$/;
/** What stands before an address, and the address. */
const ADDRESS = /^([ \t]*click[ \t]+[\w-]+[ \t]+(?:href[ \t]+)?")([^"]+)/gm;
const IS_CLICK = /^\s*click\s/;
/** Before the first line of a sequence or class diagram the library does not take a comment. */
const BESIDE = /^\s*(?:%%|accTitle\s*:|accDescr\s*:|click\s)/;
/** The kinds of diagrams whose boxes can be links. */
const BOXES = /^\s*(?:graph|flowchart|stateDiagram)/;

export function readMermaid(source: string): MermaidText {
  const lines = source.split(/\r?\n/);
  const find = (pattern: RegExp) => lines.flatMap((line) => pattern.exec(line)?.[1] ?? [])[0];
  const clicks = lines.flatMap((text, index) => {
    const [, box, url] = CLICK.exec(text) ?? [];
    return box === undefined || url === undefined ? [] : [{ box, url, line: index + 1 }];
  });
  const drawing = lines.filter((line) => !BESIDE.test(line)).join('\n');
  return { title: find(TITLE), alternative: find(ALTERNATIVE), clicks, drawing };
}

/** The same fence, with its boxes leading elsewhere: what it is shown on may lie somewhere else. */
export function rewriteClicks(source: string, resolve: (url: string) => string): string {
  return source.replace(ADDRESS, (_, before: string, url: string) => before + resolve(url));
}

/** The `click` lines that cannot be followed; whether their pages exist is asked with all links. */
export function findClickFaults(source: string): MermaidFault[] {
  const { clicks, drawing } = readMermaid(source);
  const boxes = listBoxes(drawing);
  return source.split(/\r?\n/).flatMap((text, index) => {
    if (!IS_CLICK.test(text)) return [];
    const line = index + 1;
    const click = clicks.find((other) => other.line === line);
    if (click === undefined)
      return [
        {
          line,
          message: `\`${text.trim()}\` leads nowhere`,
          hint: 'write click, a box and a page: click locks "./locks.md"',
        },
      ];
    if (boxes === undefined)
      return [{ line, message: 'only boxes of a flowchart lead somewhere', hint: 'take the line out' }];
    if (boxes.includes(click.box)) return [];
    const near = findNearest(click.box, boxes);
    const hint = near.length === 0 ? `it has ${boxes.join(', ')}` : `did you mean ${near.join(', ')}?`;
    return [{ line, message: `the diagram has no box \`${click.box}\``, hint }];
  });
}

/** `undefined` where the kind of diagram has none. */
function listBoxes(drawing: string): string[] | undefined {
  return BOXES.test(drawing) ? [...parseMermaid(drawing).nodes.keys()] : undefined;
}
