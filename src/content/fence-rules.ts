/** What in the fences of a document does not follow the grammar in `fence.ts`. */
import { parseLanes } from '../domain/lanes-text.ts';
import { parsePicture } from '../domain/picture.ts';
import { parseTimeline } from '../domain/timeline-text.ts';
import { listBeside } from './example.ts';
import {
  type Fence,
  type FenceWord,
  getBlockMode,
  isCode,
  isExecuted,
  isRecorded,
  OWN_WORDS,
  placeOfWord,
  SYSTEMS,
} from './fence.ts';
import { findClickFaults } from './mermaid.ts';
import { findNearest } from './nearest.ts';
import type { Problem } from './problem.ts';
import { SERVICES } from './service.ts';

type Finding = Omit<Problem, 'file'>;
type Message = readonly [code: Problem['code'], message: string, hint: string];

/** Words of Expressive Code and of its plugins, which reads them in any case. */
const HIGHLIGHTER = [
  ...['title', 'frame', 'mark', 'ins', 'add', 'del', 'rem', 'collapse', 'wrap', 'preserveIndent', 'hangingIndent'],
  ...['lang', 'useDiffSyntax', 'showLineNumbers', 'startLineNumber'],
];
const SHARED_WORDS = ['run', 'norun', 'group', 'raises'];
/** The own words that mean something on a fence, by its language. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  python: [...SHARED_WORDS, 'cpython', 'clock', 'stdin', 'needs', 'timeline', 'with', 'example'],
  sql: [...SHARED_WORDS, 'engine', 'postgres'],
  output: ['sample', 'lanes'],
  timeline: [],
  picture: [],
};
const FLAGS = ['run', 'cpython'];
/** Words without a value that are no labels. */
const MARKS = ['timeline', 'lanes'];
/** A fence has one of these. */
const LABELS = ['run', 'cpython', 'example', 'norun'];
/** Which label gives a word its effect. */
const LABELS_OF: ReadonlyMap<string, readonly string[]> = new Map([
  ['group', ['run']],
  ['clock', ['run']],
  ['engine', ['run']],
  ['postgres', ['run']],
  ['timeline', ['run']],
  ['with', ['cpython']],
  ['needs', ['cpython', 'example']],
  ['raises', ['run', 'cpython', 'example']],
  ['stdin', ['run', 'cpython', 'example']],
]);
/** Words that only another language has. */
const ELSEWHERE: ReadonlyMap<string, readonly [code: Problem['code'], hint: string]> = new Map([
  ['engine', ['fence-conflict', 'an engine is what SQL runs on: take the word out']],
  ['postgres', ['fence-conflict', 'it is the oldest PostgreSQL of an SQL block: Python says `needs=postgres`']],
  ['cpython', ['fence-conflict', 'CPython runs Python: write `sql run`']],
  ['needs', ['fence-conflict', 'only `python cpython` needs a system or a service: take the word out']],
  ['clock', ['fence-value', 'only Python has a clock to choose: take the word out']],
  ['stdin', ['fence-value', 'only Python reads input: take the word out']],
  ['timeline', ['fence-conflict', 'only Python has tasks to draw: take the word out']],
  ['with', ['fence-conflict', 'only `python cpython` has files beside it: take the word out']],
  ['example', ['fence-conflict', 'only Python is shown from an example: take the word out']],
  ['sample', ['fence-word', 'it is a word of the output: write ```output sample="…"']],
  ['lanes', ['fence-word', 'it is a word of the output: write ```output lanes']],
]);
const ALIASES: readonly (readonly [RegExp, string])[] = [
  [/^py/i, 'python'],
  [/^(sql|postgres|psql|pgsql|plpgsql)/i, 'sql'],
];

/**
 * Checks all fences of one document, in their order.
 * @param options `strictCode`: every Python and SQL block must say whether it runs
 */
export function checkFences(fences: readonly Fence[], options: { readonly strictCode: boolean }): Finding[] {
  return fences.flatMap((fence, index) => {
    if (fence.lang === 'output')
      return [...checkWords(fence), ...checkPlace(fence, fences[index - 1]), ...checkLanes(fence)];
    if (fence.lang === 'timeline') {
      const [before, second] = [fences[index - 1], fences[index - 2]];
      return [...checkWords(fence), ...checkTimeline(fence, before?.lang === 'output' ? second : before)];
    }
    if (fence.lang === 'picture') return [...checkWords(fence), ...checkPicture(fence)];
    if (fence.lang === 'mermaid') return [...checkForeign(fence), ...checkClicks(fence)];
    if (!isCode(fence)) return checkForeign(fence);
    const findings = checkWords(fence);
    return findings.length > 0 ? findings : checkLabel(fence, options.strictCode);
  });
}

function checkWords(fence: Fence): Finding[] {
  const named = fence.meta.words.filter(({ name }) => name !== '' && !isHighlighting(name));
  return named.flatMap((word, index) => {
    const isRepeated = named.findIndex(({ name }) => name === word.name) < index;
    const message = checkMeaning(fence, word) ?? checkValue(fence, word) ?? checkEffect(fence, word);
    if (message !== undefined) return [findingAt(fence, word, message)];
    if (!isRepeated) return [];
    return [
      findingAt(fence, word, ['fence-conflict', `\`${word.name}\` stands twice on this fence`, 'keep one of them']),
    ];
  });
}

/** A word must belong to the grammar, and to this language. */
function checkMeaning({ lang }: Fence, { name, text }: FenceWord): Message | undefined {
  const words = WORDS[lang] ?? [];
  if (words.includes(name)) return undefined;
  const elsewhere = lang === 'output' ? undefined : ELSEWHERE.get(name);
  const message = `\`${text}\` means nothing after \`${lang}\``;
  if (elsewhere !== undefined) return [elsewhere[0], message, elsewhere[1]];
  const near = OWN_WORDS.some((own) => own === name) ? [] : findNearest(name, [...words, ...HIGHLIGHTER]);
  if (words.length === 0) return ['fence-word', message, 'take it out'];
  return ['fence-word', message, suggest(near, `what can follow \`${lang}\`: ${listWords(words)}`)];
}

function checkValue(fence: Fence, { name, value, text }: FenceWord): Message | undefined {
  const wrong = (message: string, hint: string): Message => ['fence-value', message, hint];
  if (FLAGS.includes(name) || MARKS.includes(name))
    return value === undefined ? undefined : wrong(`\`${text}\` has a value`, `write \`${name}\``);
  if (name === 'norun') {
    if (value !== undefined && value.trim() !== '') return undefined;
    return ['fence-reason', `\`${text}\` gives no reason`, 'readers see it: write norun="needs a Kafka cluster"'];
  }
  if (value === undefined) return wrong(`\`${text}\` has no value`, `write ${name}=…`);
  if (name === 'stdin') return undefined;
  if (value.trim() === '') return wrong(`\`${text}\` is empty`, `write ${name}=… or take it out`);
  if (name === 'clock' && !['virtual', 'real'].includes(value))
    return wrong(`\`${text}\` is neither virtual nor real`, 'write clock=real, or leave it out for virtual time');
  if (name === 'engine' && value !== 'sqlite')
    return wrong(`\`${text}\` is not known here`, 'write engine=sqlite, or leave it out for PostgreSQL');
  if (name === 'postgres' && !/^[1-9]\d$/.test(value))
    return wrong(`\`${text}\` is no major version`, 'write the oldest that runs the block, as in postgres=18');
  if (name === 'needs') return checkNeeds(value);
  if (name === 'with') return checkBeside(value);
  return name === 'raises' ? checkRaises(fence, value) : undefined;
}

function checkNeeds(value: string): Message | undefined {
  const known = [...SYSTEMS, ...SERVICES];
  const unknown = value.split(',').find((need) => !known.some((name) => name === need));
  if (unknown === undefined) return undefined;
  const hint = `a block can need ${listWords(known)}, separated by commas`;
  const message = `\`needs=${value}\` names \`${unknown}\`, which is not known`;
  return ['fence-value', message, suggest(findNearest(unknown, known), hint)];
}

/** Whether each file can stand beside the block; whether it exists is asked where the files are known. */
function checkBeside(value: string): Message | undefined {
  const names = ['main.py', ...listBeside(value).map((path) => path.split('/').at(-1) ?? path)];
  const twice = names.find((name, index) => names.indexOf(name) < index);
  if (twice === undefined) return undefined;
  const hint =
    twice === 'main.py'
      ? 'the block itself is `main.py`: give the file another name'
      : 'they stand in one folder: keep one of them';
  return ['fence-value', `\`with=${value}\` puts two files named \`${twice}\` beside each other`, hint];
}

function checkRaises({ lang, meta }: Fence, value: string): Message | undefined {
  const isPostgres = lang === 'sql' && meta.values.get('engine') !== 'sqlite';
  if ((isPostgres ? /^[0-9A-Z]{5}$/ : /^[\p{L}_][\p{L}\p{N}_]*$/u).test(value)) return undefined;
  return isPostgres
    ? ['fence-value', `\`raises=${value}\` is no SQLSTATE`, 'write its five characters, as in raises=23505']
    : ['fence-value', `\`raises=${value}\` is no name of an exception`, 'write its bare name, as in raises=KeyError'];
}

/** Words that contradict each other, and words without the label that gives them an effect. */
function checkEffect({ meta, lang }: Fence, { name, text }: FenceWord): Message | undefined {
  const labels = LABELS.filter((label) => meta.words.some((word) => word.name === label));
  if (name === labels.at(-1) && labels.length > 1) {
    const hint = labels.includes('norun')
      ? 'a block with norun is only shown: keep one of them'
      : labels.includes('example')
        ? 'the file of an example runs on CPython: keep example alone, or write the code here'
        : 'keep run for Python in the page, or cpython for the machine’s own';
    return ['fence-conflict', `${listWords(labels)} contradict each other`, hint];
  }
  if (name === 'timeline' && meta.values.get('clock') === 'real') {
    const hint = 'real times differ from run to run: take `clock=real` out, or `timeline`';
    return ['fence-conflict', '`timeline` and `clock=real` contradict each other', hint];
  }
  if (name === 'postgres' && meta.values.get('engine') === 'sqlite') {
    const hint = 'the block runs on SQLite: keep one of them';
    return ['fence-conflict', '`postgres` and `engine=sqlite` contradict each other', hint];
  }
  const wanted = LABELS_OF.get(name)?.filter((label) => WORDS[lang]?.includes(label));
  if (wanted === undefined || wanted.some((label) => labels.includes(label))) return undefined;
  const hint = `make the block ${listWords(wanted, 'or')}, or take \`${name}\` out`;
  return ['fence-conflict', `\`${text}\` has no effect without ${listWords(wanted, 'or')}`, hint];
}

/** Asked only of a fence whose words are right, since a wrong one may be the misspelt label. */
function checkLabel(fence: Fence, isStrict: boolean): Finding[] {
  const { lang, line, column } = fence;
  if (getBlockMode(fence) !== 'unlabelled') return [];
  const labels = lang === 'sql' ? ['run', 'norun="why"'] : ['run', 'cpython', 'norun="why"'];
  const message = `this ${lang} block does not say whether it runs`;
  const hint = `write ${listWords(
    labels.map((label) => `${lang} ${label}`),
    'or',
  )}`;
  return [{ line, column, code: 'fence-label', message, hint, ...(isStrict && { severity: 'error' }) }];
}

function checkForeign(fence: Fence): Finding[] {
  const word = fence.meta.words.find(({ name }) => FLAGS.includes(name));
  if (word === undefined) return [];
  const alias = ALIASES.find(([pattern]) => pattern.test(fence.lang))?.[1];
  const hint = alias === undefined ? 'only python and sql blocks run: take the word out' : `write \`${alias}\``;
  return [
    findingAt(fence, word, ['fence-conflict', `\`${word.text}\` on a \`${fence.lang}\` fence: nothing runs it`, hint]),
  ];
}

/** An output belongs to the fence directly before it, as `readCodeBlocks` pairs them. */
function checkPlace({ line, column }: Fence, before: Fence | undefined): Finding[] {
  if (before !== undefined && isExecuted(before)) return [];
  const [message, hint] = describeOrphan(before);
  return [{ line, column, code: 'output-orphan', message, hint }];
}

function checkLanes({ meta, code, line }: Fence): Finding[] {
  if (!meta.flags.has('lanes')) return [];
  const read = parseLanes(code);
  if (!('message' in read)) return [];
  const hint = 'let a program print it, or take `lanes` out: then it is shown as it was printed';
  return [{ line: line + read.line, column: 1, code: 'lanes-form', message: read.message, hint }];
}

function checkPicture({ code, line }: Fence): Finding[] {
  const read = parsePicture(code);
  if (!('message' in read)) return [];
  return [{ line: line + read.line, column: 1, code: 'picture-form', message: read.message, hint: read.hint }];
}

function checkClicks({ code, line }: Fence): Finding[] {
  return findClickFaults(code).map((fault) => ({ ...fault, line: line + fault.line, column: 1, code: 'diagram-link' }));
}

/** A timeline belongs to a block that is recorded, directly or behind its output. */
function checkTimeline(fence: Fence, block: Fence | undefined): Finding[] {
  const { line, column, code } = fence;
  if (block === undefined || !isRecorded(block)) {
    const where =
      block === undefined ? 'no block stands before this timeline' : `nothing records the block in line ${block.line}`;
    const hint = 'put it behind a block that is `python run timeline`, below its output';
    return [{ line, column, code: 'timeline-orphan', message: where, hint }];
  }
  const read = parseTimeline(code);
  if ('tasks' in read) return [];
  const hint = 'do not write it by hand: --fix-output writes what was recorded';
  return [{ line: line + read.line, column, code: 'timeline-form', message: read.message, hint }];
}

function describeOrphan(before: Fence | undefined): readonly [message: string, hint: string] {
  if (before === undefined) return ['no block stands before this output', 'put it after the block that prints it'];
  const where = `the block in line ${before.line}`;
  if (before.lang === 'output') return [`${where} is an output too`, 'a block has one output: join them'];
  if (before.lang === 'timeline') return [`${where} is a timeline`, 'put the output above it, below the block'];
  if (!isCode(before)) return [`${where} is \`${before.lang}\`, which is not run`, 'show this as ```text instead'];
  if (getBlockMode(before) === 'norun') return [`${where} is not run`, 'show this as ```text instead'];
  return [`${where} does not run`, `label it: \`${before.lang} run\``];
}

function findingAt(fence: Fence, word: FenceWord, [code, message, hint]: Message): Finding {
  return { ...placeOfWord(fence, word), code, message, hint };
}

function isHighlighting(name: string): boolean {
  return HIGHLIGHTER.some((word) => word.toLowerCase() === name.toLowerCase());
}

function suggest(near: readonly string[], hint: string): string {
  return near.length === 0 ? hint : `did you mean ${listWords(near, 'or')}? ${hint}`;
}

/** “`a`, `b` and `c`” */
function listWords(words: readonly string[], last = 'and'): string {
  const quoted = words.map((word) => `\`${word}\``);
  return quoted.length < 2 ? quoted.join('') : `${quoted.slice(0, -1).join(', ')} ${last} ${quoted.at(-1)}`;
}
