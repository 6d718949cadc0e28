/** The Markdown twin of a page: its title, where it is published, its text, what it leads to and what it rests on. */
import { escapeMarkdown } from '../markdown/escape.ts';
import { type TwinText, writeTwinBody } from './twin-body.ts';

/** A line of a list of pages. */
export interface TwinLink {
  readonly title: string;
  /** The whole address. */
  readonly href: string;
  readonly description: string;
}

export interface TwinSection {
  readonly title: string;
  readonly links: readonly TwinLink[];
}

export interface Twin extends TwinText {
  readonly title: string;
  readonly description: string;
  /** The whole address of the page. */
  readonly address: string;
  /** What the page shows beside its text. */
  readonly more: string;
  readonly sections: readonly TwinSection[];
}

export function writeTwin(twin: Twin): string {
  const { title, description, address, more, sections } = twin;
  const parts = [
    `# ${escapeMarkdown(title)}`,
    ...(description === '' ? [] : [`> ${escapeMarkdown(description)}`]),
    `<${address}>`,
    // Pages that are a list and nothing else repeat their description.
    ...[twin.body.trim() === description ? '' : writeTwinBody(twin), more].filter((text) => text !== ''),
    ...sections.filter(({ links }) => links.length > 0).map(writeSection),
  ];
  return `${parts.join('\n\n')}\n`;
}

/** Sections of `llms.txt` look the same. */
export function writeSection({ title, links }: TwinSection): string {
  return [`## ${escapeMarkdown(title)}`, '', ...links.map(writeLink)].join('\n');
}

function writeLink({ title, href, description }: TwinLink): string {
  return `- [${escapeMarkdown(title)}](${href})${description === '' ? '' : `: ${escapeMarkdown(description)}`}`;
}
