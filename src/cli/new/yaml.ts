/** Writes YAML that reads the same to every reader of it, whatever text a person typed. */
import { Document, type DocumentOptions, type SchemaOptions, type ToStringOptions } from 'yaml';

/** Astro reads frontmatter by an older standard, in which `yes` and `2026-11-24` are no texts: such are put in quotes. */
const OPTIONS = {
  compat: 'yaml-1.1',
  customTags: ['timestamp'],
  lineWidth: 0,
} as const satisfies DocumentOptions & SchemaOptions & ToStringOptions;

export interface YamlComments {
  /** Above everything. */
  readonly before?: readonly string[];
  /** Below everything. */
  readonly after?: readonly string[];
}

/** @param data a `Date` is written as its day, in UTC */
export function writeYaml(
  data: Readonly<Record<string, unknown>> | readonly unknown[],
  { before = [], after = [] }: YamlComments = {},
): string {
  const text = new Document(data, OPTIONS).toString(OPTIONS);
  return [...before.map(comment), text, ...after.map(comment)].join('');
}

/** Between dashes, as it stands above a page. */
export function writeFrontmatter(data: Readonly<Record<string, unknown>>, comments?: YamlComments): string {
  return `---\n${writeYaml(data, comments)}---\n`;
}

/** The day of a moment, without its time. */
export function dayOf(moment: Date): Date {
  return new Date(moment.toISOString().slice(0, 10));
}

function comment(line: string): string {
  return `# ${line}\n`;
}
