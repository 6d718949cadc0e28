/** What a note says of itself at its head, in YAML, as Obsidian and others write it. */
import { isMap, parseDocument, stringify } from 'yaml';
import { bodyOf, findFrontmatter } from '../../content/frontmatter.ts';
import { LEVELS, type Level } from '../../content/kinds/field.ts';
import { isRecord } from '../../content/page.ts';
import { cleanTitle } from '../new/title.ts';

export interface NoteHead {
  readonly title: string | undefined;
  readonly description: string | undefined;
  readonly level: Level | undefined;
  readonly order: number | undefined;
  readonly isDraft: boolean;
  /** Other names that links may use. */
  readonly aliases: readonly string[];
  /** Lines of YAML that have no place here; they are kept as comments. */
  readonly others: readonly string[];
  /** Why the head could not be read, in words. */
  readonly fault: string | undefined;
}

/** @returns the head, and the text below it */
export function readHead(text: string): { readonly head: NoteHead; readonly body: string } {
  const yaml = findFrontmatter(text);
  if (yaml === undefined) return { head: createHead({}, [], undefined), body: text };
  const body = bodyOf(text);
  const document = parseDocument(yaml, { logLevel: 'silent' });
  const [error] = document.errors;
  if (error !== undefined || (document.contents !== null && !isMap(document.contents))) {
    const fault = error?.message.split('\n', 1)[0] ?? 'it is no list of keys and values';
    return { head: createHead({}, yaml.split('\n'), fault), body };
  }
  try {
    const data: unknown = document.toJS({ maxAliasCount: 100 });
    return { head: createHead(isRecord(data) ? data : {}, undefined, undefined), body };
  } catch (error) {
    // A bomb of aliases.
    return { head: createHead({}, yaml.split('\n'), error instanceof Error ? error.message : String(error)), body };
  }
}

function createHead(
  data: Readonly<Record<string, unknown>>,
  lines: readonly string[] | undefined,
  fault: string | undefined,
): NoteHead {
  const { title, description, summary, level, order, draft, publish, ...others } = data;
  const known = LEVELS.find((name) => name === level);
  const said = readText(description) ?? readText(summary);
  const kept = {
    ...others,
    ...(known === undefined && level !== undefined && { level }),
    ...(said !== readText(summary) && { summary }),
  };
  return {
    title: readText(title),
    description: said,
    level: known,
    order: Number.isSafeInteger(order) ? Number(order) : undefined,
    isDraft: draft === true || publish === false,
    aliases: listTexts(data.aliases ?? data.alias),
    others: lines ?? listLines(kept),
    fault,
  };
}

function readText(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' ? cleanTitle(String(value)) : undefined;
}

function listTexts(value: unknown): string[] {
  const list: unknown[] = Array.isArray(value) ? value : typeof value === 'string' ? value.split(',') : [];
  return list.flatMap((entry) => readText(entry) ?? []);
}

function listLines(data: Readonly<Record<string, unknown>>): string[] {
  if (Object.values(data).every((value) => value === undefined)) return [];
  return stringify(data, { lineWidth: 0 }).trimEnd().split('\n');
}
