/** YAML with the place of every key and value, so that a problem can be pointed at. */
import { type Document, isMap, isNode, isScalar, LineCounter, parseDocument, visit, type YAMLError } from 'yaml';
import type { Position, Problem } from '../problem.ts';
import { explainYaml } from './yaml-problem.ts';

/** A key or a position within a list. */
export type DataPath = readonly (string | number)[];

export interface YamlText {
  /** Plain data; `undefined` where the text is not YAML. */
  readonly value: unknown;
  readonly problems: readonly Omit<Problem, 'file'>[];
  /** Where a value stands; of one that is not there, where the nearest thing around it does. */
  positionOf(path: DataPath): Position;
  /** Where a key of a mapping stands. */
  positionOfKey(path: DataPath, key: string): Position;
}

/**
 * @param text the YAML
 * @param firstLine 1-based line of the file on which it begins
 */
export function readYaml(text: string, firstLine = 1): YamlText {
  const lines = new LineCounter();
  const document = parse(text, lines);
  // Places are asked for where something is wrong, and what the parser makes takes much more memory than its text.
  let kept = new WeakRef(document);
  const open = () => {
    const opened = kept.deref() ?? parse(text);
    kept = new WeakRef(opened);
    return opened;
  };
  const toPosition = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1) + firstLine - 1, column: Math.max(col, 1) };
  };
  const toProblem = ({ code, message, pos }: YAMLError) => ({
    ...toPosition(pos[0]),
    code: 'yaml-syntax' as const,
    ...explainYaml(code, message.split('\n')[0] ?? message),
  });
  // What the parser only warns of, a tag that it does not know, is an error for others that read the same text.
  const found = [...document.errors, ...document.warnings];
  const { value, problem } = found.length > 0 ? {} : toPlain(document);
  return {
    value,
    problems:
      problem === undefined
        ? withoutFollowers(found).map(toProblem)
        : [{ ...toPosition(problem.offset), code: 'yaml-syntax', message: problem.message, hint: problem.hint }],
    positionOf(path) {
      for (let length = path.length; length > 0; length -= 1) {
        const node = open().getIn(path.slice(0, length), true);
        if (isNode(node) && node.range) return toPosition(node.range[0]);
      }
      return { line: firstLine, column: 1 };
    },
    positionOfKey(path, key) {
      const node = path.length === 0 ? open().contents : open().getIn(path, true);
      const pair = isMap(node) ? node.items.find((item) => isScalar(item.key) && item.key.value === key) : undefined;
      return isScalar(pair?.key) && pair.key.range ? toPosition(pair.key.range[0]) : this.positionOf(path);
    },
  };
}

function parse(text: string, lineCounter?: LineCounter): Document {
  return parseDocument(text, {
    ...(lineCounter && { lineCounter }),
    prettyErrors: false,
    logLevel: 'error',
    // As Astro reads frontmatter: a bare 2026-11-24 is a day, and no title.
    customTags: ['timestamp'],
  });
}

/** After the first error of syntax the parser is out of step, and what it says then only misleads. */
function withoutFollowers(errors: readonly YAMLError[]): YAMLError[] {
  const [first] = errors;
  return errors.filter((error) => error === first || error.code === 'DUPLICATE_KEY');
}

/** Aliases to nothing, and those that grow without end, are refused by the parser with an exception. */
function toPlain(document: Document): {
  value?: unknown;
  problem?: { readonly offset: number; readonly message: string; readonly hint: string };
} {
  try {
    return { value: document.toJS() };
  } catch (error) {
    const lost = findLostAlias(document);
    const message = lost
      ? `*${lost.name} is read as an alias, and nothing has that name`
      : `the aliases cannot be followed: ${error instanceof Error ? error.message : String(error)}`;
    const hint = 'put a text that begins with * or & in quotes: "*args"';
    return { problem: { offset: lost?.offset ?? 0, message, hint } };
  }
}

function findLostAlias(document: Document): { name: string; offset: number } | undefined {
  let lost: { name: string; offset: number } | undefined;
  visit(document, {
    Alias(_, alias) {
      if (alias.resolve(document) !== undefined) return undefined;
      lost = { name: alias.source, offset: alias.range?.[0] ?? 0 };
      return visit.BREAK;
    },
  });
  return lost;
}
