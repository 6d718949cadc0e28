/**
 * Takes what the check calls dead out of the content that stays: what led to something that is gone. The check finds the places,
 * and finds what is empty or incomplete after that, until it finds nothing more.
 */
import { checkContent } from '../../content/check/check-content.ts';
import { foldersOf } from '../../content/check/checked-site.ts';
import { isError, type Problem } from '../../content/problem.ts';
import { listRecordable } from '../../content/record-translation.ts';
import type { Site } from '../../content/site-config.ts';
import type { DraftFiles } from './draft-files.ts';
import { unlink } from './unlink.ts';
import { type Cut, cutYaml, type Extent } from './yaml-cut.ts';

/** After so many rounds something is wrong that taking away does not mend. */
const MOST_ROUNDS = 10;

/** @param known problems that were there before, which are not ours to mend */
export function mendContent(draft: DraftFiles, site: Site, today: Date, known: readonly Problem[]): void {
  // A hint names what is near, and lines move: neither makes a problem another one.
  const nameOf = ({ file, code, message }: Problem) => `${file} ${code} ${message}`;
  const before = new Set(known.map(nameOf));
  const find = () => checkContent(draft, site, { today }).filter((problem) => !before.has(nameOf(problem)));
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const dead = Map.groupBy(find().filter(isMendable), ({ file }) => file);
    if (dead.size === 0) break;
    for (const [file, problems] of dead) mendFile(draft, file, problems);
  }
  // What a translation says has not moved away from its original: both have lost the same.
  const behind = new Set(
    find()
      .filter(({ code }) => code === 'translation-behind')
      .map(({ file }) => file),
  );
  for (const { path, record } of listRecordable(draft, foldersOf(site)))
    if (behind.has(path)) draft.write(path, record());
}

/** Of a list of pages one goes; of a stage, a section or a question everything, since it is about that one thing. */
function extentOf({ code }: Problem, text: string, at: number): Extent {
  if (code === 'key-unknown') return 'entry';
  return code === 'reference-unknown' && !isValueOf(/\b(note|exercise|project|interview):[ \t]*$/, text, at)
    ? 'entry'
    : 'element';
}

function isValueOf(key: RegExp, text: string, at: number): boolean {
  return key.test(text.slice(text.lastIndexOf('\n', at - 1) + 1, at).replace(/["']$/, ''));
}

function isMendable(problem: Problem): boolean {
  const { code, file } = problem;
  if (code === 'file-unread') return /^content\/(exercises|projects|examples)\//.test(file);
  return (
    isError(problem) && /^(link-|reference-unknown|interview-section|key-unknown|key-missing|value-invalid)/.test(code)
  );
}

function mendFile(draft: DraftFiles, file: string, problems: readonly Problem[]): void {
  // It may have gone with an exercise in this round.
  if (!draft.has(file)) return;
  const { text } = draft.read(file);
  const links = problems.filter(({ code }) => code.startsWith('link-'));
  if (links.length > 0) {
    const targets = links.flatMap(({ message }) => /^"([^"]+)"/.exec(message)?.[1] ?? []);
    return draft.write(file, targets.reduce(unlink, text));
  }
  const mended = file.endsWith('.txt') ? cutLines(text, problems) : cutData(text, file, problems);
  if (mended === undefined) removeWhole(draft, file);
  else draft.write(file, mended);
}

/** `Link: django/orm` of a card. */
function cutLines(text: string, problems: readonly Problem[]): string {
  const gone = new Set(problems.map(({ line }) => line));
  return text
    .split('\n')
    .filter((_, index) => !gone.has(index + 1))
    .join('\n');
}

function cutData(text: string, file: string, problems: readonly Problem[]): string | undefined {
  const cuts = problems.map((problem): Cut => {
    const at = offsetOf(text, problem);
    return { at, extent: extentOf(problem, text, at) };
  });
  if (file.endsWith('.yaml')) return cutYaml(text, cuts, 'element');
  // Frontmatter: blanks stand for what is around it, so that places stay the same.
  const [whole = '', open = '', yaml = ''] = /^(---\r?\n)([\s\S]*?)^---/m.exec(text) ?? [];
  const cut = cutYaml(
    yaml,
    cuts.map(({ at, extent }) => ({ at: at - open.length, extent })),
  );
  return cut === undefined ? undefined : text.replace(whole, () => `${open}${cut}---`);
}

function offsetOf(text: string, { line, column }: Problem): number {
  const lines = text.split('\n').slice(0, line - 1);
  return lines.reduce((sum, { length }) => sum + length + 1, 0) + column - 1;
}

/** An exercise is a folder, and a project a file and one. */
function removeWhole(draft: DraftFiles, file: string): void {
  const folder = /^(content\/exercises\/[^/]+\/)/.exec(file)?.[1] ?? file.replace(/\.yaml$/, '/');
  for (const path of draft.list()) if (path === file || path.startsWith(folder)) draft.remove(path);
}
