/** Checks data against its schema and says where each problem stands and what was probably meant. */
import { z } from 'astro/zod';
import type { Code } from '../codes/table.ts';
import { findNearest } from '../nearest.ts';
import type { Problem } from '../problem.ts';
import type { DataPath, YamlText } from './yaml-text.ts';

/** A problem whose file the caller knows. */
export type Finding = Omit<Problem, 'file'>;

export interface Validated<T> {
  /** `undefined` where there are problems. */
  readonly data: T | undefined;
  readonly problems: readonly Finding[];
  /** Paths of the keys that must be there and are not. */
  readonly missing: readonly DataPath[];
}

/** Problems of a schema name the code that they stand for: `refine(isId, { params: { code: 'id-form' } })`. */
const paramsSchema = z.object({ code: z.custom<Code>((value) => typeof value === 'string') });
/**
 * What a key is called elsewhere or was called before, and what it is called here. Set as the schema's metadata:
 * `z.strictObject({ level }).meta({ renamed: { difficulty: 'level' } })`.
 */
const metaSchema = z.object({ renamed: z.record(z.string(), z.string()) });

export function validate<T>(schema: z.ZodType<T>, yaml: YamlText): Validated<T> {
  if (yaml.problems.length > 0) return { data: undefined, problems: yaml.problems, missing: [] };
  const objects: (z.core.$ZodType | undefined)[] = [];
  const value = yaml.value ?? {};
  const result = schema.safeParse(value, {
    // The only place where an issue still knows the schema that it comes from: its message carries that over.
    error: (issue) => {
      if (issue.code !== 'unrecognized_keys') return undefined;
      return String(objects.push(issue.inst instanceof z.ZodType ? issue.inst : undefined) - 1);
    },
  });
  if (result.success) return { data: result.data, problems: [], missing: [] };
  const missing: DataPath[] = [];
  const renamed = new Set<string>();
  const found = result.error.issues.flatMap((issue): { path: DataPath; finding: Finding }[] => {
    const path = issue.path.filter((step) => typeof step !== 'symbol');
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => {
        const schema = objects[Number(issue.message)];
        const newName = newNameOf(key, schema);
        if (newName === undefined) return { path, finding: unknownKey(yaml, path, key, schema) };
        renamed.add(JSON.stringify([...path, newName]));
        const isThere = valueAt(value, [...path, newName]) !== undefined;
        return { path, finding: renamedKey(yaml, path, key, newName, isThere) };
      });
    }
    if (issue.code === 'invalid_key') return [{ path, finding: invalidKey(issue, path, yaml) }];
    if (valueAt(value, path) === undefined) missing.push(path);
    return [{ path, finding: describeIssue(issue, path, value, yaml) }];
  });
  // What is there under another name is not missing besides.
  const isOnce = ({ path }: { path: DataPath }) => !renamed.has(JSON.stringify(path));
  return { data: undefined, problems: found.filter(isOnce).map(({ finding }) => finding), missing };
}

function newNameOf(key: string, schema: z.core.$ZodType | undefined): string | undefined {
  const meta = metaSchema.safeParse(schema === undefined ? undefined : z.globalRegistry.get(schema));
  return meta.success && Object.hasOwn(meta.data.renamed, key) ? meta.data.renamed[key] : undefined;
}

function renamedKey(yaml: YamlText, path: DataPath, key: string, newName: string, isThere: boolean): Finding {
  const hint = isThere ? `take it out, since ${newName} is there too` : `write ${newName} instead of ${key}`;
  const message = `"${key}" is called ${newName} here`;
  return { ...yaml.positionOfKey(path, key), code: 'key-renamed', message, hint };
}

function unknownKey(yaml: YamlText, path: DataPath, key: string, schema: z.core.$ZodType | undefined): Finding {
  const known = schema instanceof z.ZodObject ? listKeys(schema) : [];
  const nearest = findNearest(key, known);
  const hint = nearest.length > 0 ? `did you mean ${nearest.join(', ')}?` : `these are known: ${known.join(', ')}`;
  const where = path.length === 0 ? 'this file' : nameOf(path);
  return { ...yaml.positionOfKey(path, key), code: 'key-unknown', message: `${where} has no key "${key}"`, hint };
}

/** Keys but for those that are named only to be refused. */
function listKeys({ shape }: z.ZodObject): string[] {
  const isRefused = (field: unknown) => field instanceof z.ZodOptional && field.unwrap() instanceof z.ZodNever;
  return Object.keys(shape).filter((key) => !isRefused(shape[key]));
}

/** Of a mapping whose keys are ids. */
function invalidKey(issue: z.core.$ZodIssueInvalidKey, path: DataPath, yaml: YamlText): Finding {
  const key = String(path.at(-1));
  const [inner] = issue.issues;
  const hint = inner === undefined ? 'write another' : hintFor(inner, key);
  const position = yaml.positionOfKey(path.slice(0, -1), key);
  return { ...position, code: codeOf(inner), message: `${nameOf(path.slice(0, -1))} has the key "${key}"`, hint };
}

function describeIssue(issue: z.core.$ZodIssue, path: DataPath, root: unknown, yaml: YamlText): Finding {
  const value = valueAt(root, path);
  const position = yaml.positionOf(path);
  const name = nameOf(path);
  if (value === undefined && path.at(-1) === 'id') {
    const message = `this ${path.length === 1 ? 'file' : 'entry'} has no id`;
    return { ...position, code: 'id-missing', message, hint: 'run npm run ids, or add id: …' };
  }
  if (value === undefined) {
    const hint = isPlain(issue.message) ? `add ${path.at(-1)}: …` : issue.message;
    return { ...position, code: 'key-missing', message: `${name} is missing`, hint };
  }
  const message = value === null ? `${name} is empty` : `${name} is ${show(value)}`;
  return { ...position, code: codeOf(issue), message, hint: hintFor(issue, value) };
}

function codeOf(issue: z.core.$ZodIssue | undefined): Code {
  const params = issue?.code === 'custom' ? paramsSchema.safeParse(issue.params) : undefined;
  return params?.success ? params.data.code : 'value-invalid';
}

function hintFor(issue: z.core.$ZodIssue, value: unknown): string {
  if (!isPlain(issue.message)) return issue.message.charAt(0).toLowerCase() + issue.message.slice(1);
  switch (issue.code) {
    case 'invalid_value':
      return suggestValue(issue.values.map(String), value);
    case 'invalid_type':
      return suggestType(issue.expected, value);
    case 'invalid_union': {
      const [first, ...others] = issue.errors.flatMap(([inner]) =>
        inner === undefined ? [] : [hintFor(inner, value)],
      );
      const alternatives = others.map((hint) => hint.replace(/^write /, '').replace(/ instead$/, ''));
      return [first?.replace(/ instead$/, ''), ...new Set(alternatives)].join(', or ');
    }
    case 'too_small':
      if (issue.origin === 'string') return 'write something';
      if (issue.origin === 'array')
        return `give it ${issue.minimum === 1 ? 'an entry' : `${issue.minimum} entries`} or more`;
      return issue.inclusive === false ? `write more than ${issue.minimum}` : `write ${issue.minimum} or more`;
    case 'too_big':
      return `write ${issue.maximum} or less`;
    case 'invalid_format':
      return issue.format === 'url' ? 'write a whole address: https://example.org/page' : 'write it otherwise';
    default:
      return issue.message.charAt(0).toLowerCase() + issue.message.slice(1);
  }
}

/** What is nearly right is only written in another way. */
function suggestType(expected: string, value: unknown): string {
  const isScalar = ['string', 'number', 'boolean'].includes(typeof value);
  if (value === null) return `write ${article(expected)}`;
  if (expected === 'string' && isScalar) return `put it in quotes, which make a text of it: "${value}"`;
  if (expected === 'array' && isScalar) return `write a list instead: [${value}]`;
  const isNumber = typeof value === 'string' && value.trim() !== '' && !Number.isNaN(Number(value));
  return expected === 'number' && isNumber ? 'take the quotes away' : `write ${article(expected)} instead`;
}

function suggestValue(values: readonly string[], value: unknown): string {
  const nearest = findNearest(String(value), values);
  const known = `write ${values.slice(0, -1).join(', ')} or ${values.at(-1)}`;
  return nearest.length > 0 && nearest.length < values.length ? `did you mean ${nearest.join(', ')}? ${known}` : known;
}

/** Whether a message is the library's own and not one that a schema of ours gives. */
function isPlain(message: string): boolean {
  return /^(Invalid|Too)/.test(message);
}

const TYPES: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'keys and values',
  record: 'keys and values',
};

function article(type: string): string {
  return TYPES[type] ?? type;
}

function valueAt(root: unknown, path: DataPath): unknown {
  let value = root;
  for (const step of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = Reflect.get(value, step);
  }
  return value;
}

/** The place says the rest: `url`, or `entry 2 of requires`. */
function nameOf(path: DataPath): string {
  const [last = 'this', parent] = path.toReversed();
  return typeof last === 'number' ? `entry ${last + 1} of ${parent ?? 'this file'}` : last;
}

const MAX_SHOWN = 60;

function show(value: unknown): string {
  const text = value instanceof Date ? value.toISOString().slice(0, 10) : JSON.stringify(value);
  return text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}…` : text;
}
