/**
 * The grammar of code fences: what a fence says about where its code runs and what it must print.
 *
 * | fence                              | meaning                                                        |
 * | ---------------------------------- | -------------------------------------------------------------- |
 * | `python run`                       | runs on Python 3.14 (Pyodide), on a virtual clock               |
 * | `python run group=name`            | continues the page's earlier blocks of that group              |
 * | `python run raises=ValueError`     | must raise it; its last line ends the output                   |
 * | `python run clock=real stdin="a"`  | real time; answers to `input()`, separated by `\n`             |
 * | `python cpython`                   | runs in the tests on CPython 3.11 or newer, as a script        |
 * | `python cpython needs=linux`       | the same, on Linux only                                        |
 * | `python norun="reason"`            | shown only, with the reason                                    |
 * | `output`                           | what the block before it printed                               |
 * | `output sample="CPython 3.11.7"`   | printed on that machine; depends on it, so it is not compared   |
 */
import { markdownToMdast, mdxToMdast } from 'satteri';

/** A fence's words after the language: bare words and `key=value` pairs. */
export interface FenceMeta {
  readonly flags: ReadonlySet<string>;
  readonly values: ReadonlyMap<string, string>;
}

/** A fenced block of a document. `line` is 1-based and names the line of the opening fence. */
export interface Fence {
  readonly lang: string;
  readonly meta: FenceMeta;
  readonly code: string;
  readonly line: number;
  readonly endLine: number;
}

/** A block that can be executed, together with the output fence that follows it. */
export interface CodeBlock extends Fence {
  readonly output: Fence | undefined;
}

/** `run` on Pyodide, `cpython` on the machine's own Python, `norun` never. */
export type BlockMode = 'run' | 'cpython' | 'norun' | 'unlabelled';

const META = /([\w-]+)(?:=(?:"((?:[^"\\]|\\.)*)"|(\S+)))?/g;

/**
 * Reads the words after a fence's language.
 *
 * @example
 * parseFenceMeta('run group=cells stdin="a\\nb"').values.get('stdin') // 'a\nb'
 */
export function parseFenceMeta(meta: string | null | undefined): FenceMeta {
  const flags = new Set<string>();
  const values = new Map<string, string>();
  for (const [, key = '', quoted, bare] of (meta ?? '').matchAll(META)) {
    const value = quoted?.replaceAll('\\n', '\n').replaceAll('\\"', '"') ?? bare;
    if (value === undefined) flags.add(key);
    else values.set(key, value);
  }
  return { flags, values };
}

/** Says where a block runs. */
export function getBlockMode(fence: Fence): BlockMode {
  if (fence.meta.flags.has('run')) return 'run';
  if (fence.meta.flags.has('cpython')) return 'cpython';
  return fence.meta.values.has('norun') ? 'norun' : 'unlabelled';
}

/** All fenced blocks of a Markdown or MDX text, in order. */
export function readFences(source: string, format: 'md' | 'mdx'): Fence[] {
  const fences: Fence[] = [];
  const root = format === 'mdx' ? mdxToMdast(source) : markdownToMdast(source);
  const visit = (node: object): void => {
    if ('type' in node && node.type === 'code' && 'value' in node) {
      const code = node as { lang?: string; meta?: string; value: string; position?: Range };
      fences.push({
        lang: code.lang ?? '',
        meta: parseFenceMeta(code.meta),
        code: code.value,
        line: code.position?.start.line ?? 0,
        endLine: code.position?.end.line ?? 0,
      });
    }
    if ('children' in node && Array.isArray(node.children)) node.children.forEach(visit);
  };
  visit(root);
  return fences;
}

interface Range {
  start: { line: number };
  end: { line: number };
}

/** The Python blocks of a text, each with the `output` fence that directly follows it. */
export function readPythonBlocks(source: string, format: 'md' | 'mdx'): CodeBlock[] {
  const fences = readFences(source, format);
  return fences.flatMap((fence, index) => {
    if (fence.lang !== 'python') return [];
    const next = fences[index + 1];
    return [{ ...fence, output: next?.lang === 'output' ? next : undefined }];
  });
}
