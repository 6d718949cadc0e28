/**
 * The grammar of code fences: what a fence says about where its code runs and what it must print. `fence-rules.ts`
 * finds what does not follow it.
 *
 * | fence                              | meaning                                                         |
 * | ---------------------------------- | --------------------------------------------------------------- |
 * | `python run`                       | runs on Python 3.14 (Pyodide), on a virtual clock                |
 * | `python run clock=real stdin="a"`  | real time; answers to `input()`, separated by `\n`              |
 * | `python run timeline`              | its tasks are recorded over time                                |
 * | `python cpython`                   | runs in the tests on CPython 3.11 or newer, as a script         |
 * | `python cpython needs=linux,redis` | the same, on Linux only and where a Redis answers               |
 * | `python cpython with=a/b.py,a/c.py` | the same, with these files of `content/examples` beside it       |
 * | `python example=a/b.py#name`       | shows a file of `content/examples`, or its region; runs all of it |
 * | `sql run`                          | runs on PostgreSQL (PGlite), in an empty database of its own    |
 * | `sql run postgres=18`              | the same; a server that is older does not run it in the tests   |
 * | `sql run engine=sqlite`            | the same on SQLite, through Python's `sqlite3` (Pyodide)        |
 * | `run group=name`                   | continues the page's earlier blocks of that group and engine    |
 * | `run raises=ValueError`            | must raise it (for PostgreSQL an SQLSTATE, `raises=23505`)      |
 * | `norun="reason"`                   | shown only, with the reason                                     |
 * | `output`                           | what the block before it printed, or its last result as a table |
 * | `output sample="CPython 3.11.7"`   | printed on that machine; depends on it, so it is not compared    |
 * | `output lanes`                     | sessions in turns, drawn as lanes; compared like any output      |
 * | `timeline`                         | what the tasks of the block before it did; after its output     |
 * | `picture`                          | a picture in steps: `src/domain/picture.ts`                      |
 *
 * Other words belong to the highlighter (Expressive Code): `title="…"`, `{1-3}`, `ins=…`, `"text"`, `/re/`.
 */
import type { Code, Nodes } from 'mdast';
import { markdownToMdast, mdxToMdast } from 'satteri';
import { FEATURES } from './markdown/features.ts';

/** The words that are ours and not the highlighter's. */
export const OWN_WORDS = [
  ...['run', 'cpython', 'norun', 'group', 'raises', 'clock', 'stdin', 'needs', 'engine', 'postgres', 'timeline'],
  ...['with', 'example', 'sample', 'lanes'],
] as const;
/** Systems that a block may need, as `process.platform` names them. */
export const SYSTEMS = ['linux', 'darwin', 'win32'] as const;

/** A word of a fence's meta. */
export interface FenceWord {
  /** As it is written: `group=a`, `title="x"`, `{1-3}`. */
  readonly text: string;
  /** Empty for `{1-3}`, `"text"` and `/re/`. */
  readonly name: string;
  /** Without its quotes; `undefined` for a bare word. */
  readonly value: string | undefined;
  /** Where it begins in the meta, from 0. */
  readonly offset: number;
}

/** What follows a fence's language: bare words and `key=value` pairs, `words` in the order they are written. */
export interface FenceMeta {
  readonly words: readonly FenceWord[];
  readonly flags: ReadonlySet<string>;
  readonly values: ReadonlyMap<string, string>;
}

/** A fenced block of a document. `line` and `column` are 1-based and name the place of the opening fence. */
export interface Fence {
  readonly lang: string;
  readonly meta: FenceMeta;
  readonly code: string;
  readonly line: number;
  readonly column: number;
  /** Where the meta begins; `undefined` when there is none, or escapes in it make its places uncertain. */
  readonly metaColumn: number | undefined;
  readonly endLine: number;
}

/** A Python or SQL block, together with the output and the timeline that follow it. */
export interface CodeBlock extends Fence {
  readonly output: Fence | undefined;
  readonly timeline: Fence | undefined;
}

/** `run` in the page and in the tests, `cpython` and `example` on the machine's own Python, `norun` never. */
export type BlockMode = 'run' | 'cpython' | 'example' | 'norun' | 'unlabelled';

/** As Expressive Code reads them: a delimiter ends a value only where white space follows. */
const WORD =
  /(?:([^\s"'/{}=]+)\s*=\s*)?(?:"((?:[^\\]|\\.)*?)"|'((?:[^\\]|\\.)*?)'|(\/(?:[^\\]|\\.)*?\/|\{(?:[^\\]|\\.)*?\}))(?=\s|$)|([^\s=]+)(?:=(\S*))?|\S+/g;

/**
 * Reads the words after a fence's language.
 *
 * @example
 * parseFenceMeta('run group=cells stdin="a\\nb"').values.get('stdin') // 'a\nb'
 */
export function parseFenceMeta(meta: string | null | undefined): FenceMeta {
  const words = [...(meta ?? '').matchAll(WORD)].map((match): FenceWord => {
    const [text, key, double, single, delimited, bare, bareValue] = match;
    const quoted = (double ?? single)?.replace(/\\(["'\\n])/g, (_, letter) => (letter === 'n' ? '\n' : letter));
    const isMark = key === undefined && (quoted ?? delimited) !== undefined;
    const value = isMark ? undefined : (quoted ?? delimited ?? bareValue);
    return { text, name: isMark ? '' : (key ?? bare ?? text), value, offset: match.index };
  });
  const named = words.filter(({ name }) => name !== '');
  return {
    words,
    flags: new Set(named.flatMap(({ name, value }) => (value === undefined ? [name] : []))),
    values: new Map(named.flatMap(({ name, value }) => (value === undefined ? [] : [[name, value]]))),
  };
}

/** Says where a block runs. */
export function getBlockMode({ lang, meta }: Pick<Fence, 'lang' | 'meta'>): BlockMode {
  if (meta.flags.has('run')) return 'run';
  if (meta.flags.has('cpython') && lang === 'python') return 'cpython';
  if (meta.values.has('example') && lang === 'python') return 'example';
  return meta.values.has('norun') ? 'norun' : 'unlabelled';
}

/** Whether a fence is a block that something can run: Python or SQL. */
export function isCode({ lang }: Pick<Fence, 'lang'>): boolean {
  return lang === 'python' || lang === 'sql';
}

/** Whether a block is run, so that an output may follow it. */
export function isExecuted(fence: Fence): boolean {
  return isCode(fence) && ['run', 'cpython', 'example'].includes(getBlockMode(fence));
}

/** Whether a block runs on PostgreSQL, so that a server could run it, too. */
export function isPostgres(fence: Pick<Fence, 'lang' | 'meta'>): boolean {
  return fence.lang === 'sql' && getBlockMode(fence) === 'run' && !fence.meta.values.has('engine');
}

/** All fenced blocks of a Markdown or MDX text, in order. */
export function readFences(source: string, format: 'md' | 'mdx'): Fence[] {
  const lines = source.split(/\r?\n/);
  const fences: Fence[] = [];
  const visit = (node: Readonly<Nodes>): void => {
    if (node.type === 'code') fences.push(createFence(node, lines));
    if ('children' in node) node.children.forEach(visit);
  };
  visit((format === 'mdx' ? mdxToMdast : markdownToMdast)(source, { features: FEATURES }));
  return fences;
}

function createFence({ lang, meta, value, position }: Readonly<Code>, lines: readonly string[]): Fence {
  const { line = 1, column = 1 } = position?.start ?? {};
  const written = (lines[line - 1] ?? '').trimEnd();
  const text = meta?.trimEnd() ?? '';
  return {
    lang: lang ?? '',
    meta: parseFenceMeta(meta),
    code: value,
    line,
    column,
    metaColumn: text !== '' && written.endsWith(text) ? written.length - text.length + 1 : undefined,
    endLine: position?.end.line ?? line,
  };
}

/** Where a word of a fence stands, 1-based. */
export function placeOfWord({ line, column, metaColumn }: Fence, word: FenceWord): { line: number; column: number } {
  return { line, column: metaColumn === undefined ? column : metaColumn + word.offset };
}

/** Whether the tasks of a block are recorded, so that a timeline may follow it. */
export function isRecorded(fence: Fence): boolean {
  return isExecuted(fence) && fence.meta.flags.has('timeline');
}

/** The Python and SQL blocks of a text, each with the `output` and the `timeline` that directly follow it. */
export function readCodeBlocks(source: string, format: 'md' | 'mdx'): CodeBlock[] {
  const fences = readFences(source, format);
  return fences.flatMap((fence, index) => {
    if (!isCode(fence)) return [];
    const following = fences.slice(index + 1);
    const output = following[0]?.lang === 'output' ? following.shift() : undefined;
    const timeline = isRecorded(fence) && following[0]?.lang === 'timeline' ? following[0] : undefined;
    return [{ ...fence, output, timeline }];
  });
}
