/**
 * The catalog of the example programs as a page, in Markdown: by area and folder, each with what it is about, what it needs,
 * the parts of notes that show it, and its folder to download. `src/islands/filtered-list.ts` filters it.
 */
import type { GeneratedText } from './codes/error-page.ts';
import type { Program, ShowingPlace } from './example-catalog.ts';
import { escapeHtml } from './exercise/html.ts';
import { escapeMarkdown } from './markdown/escape.ts';
import type { Translate } from './markdown/words.ts';
import { areaOf } from './place.ts';
import type { NoteTarget } from './roadmap-page.ts';

/** Path of the page, and folder of the downloads. */
export const EXAMPLES_PAGE = 'examples';

/** How servers and systems are called. */
const NAMES: Readonly<Record<string, string>> = {
  postgres: 'PostgreSQL',
  redis: 'Redis',
  linux: 'Linux',
  darwin: 'macOS',
  win32: 'Windows',
};
/** Value of the filter for what runs everywhere. */
export const NOTHING = 'nothing';

export interface ExamplePageOptions {
  /** Language of the page and of the programs' own words, as tags. */
  readonly lang: string;
  readonly mainLang: string;
  readonly t: Translate;
  /** The areas in order. */
  readonly areas: readonly { readonly id: string; readonly title: string }[];
  findNote(id: string, part: string | undefined): NoteTarget | undefined;
  /** Address of a folder as a zip. */
  download(group: string): string;
}

export function nameNeed(need: string): string {
  return NAMES[need] ?? need;
}

/** The area that shows a program most, of several the first; `undefined` where none does. */
export function areaOfProgram({ places }: Program): string | undefined {
  const areas = [...Map.groupBy(places, ({ page }) => areaOf(page))];
  return areas.toSorted(([, a], [, b]) => b.length - a.length)[0]?.[0];
}

export function writeExamplePage(programs: readonly Program[], options: ExamplePageOptions): GeneratedText {
  const { t, areas } = options;
  const groups = [...Map.groupBy(programs, ({ group }) => group).values()];
  const known = new Set(areas.map(({ id }) => id));
  const byArea = Map.groupBy(groups, ([first]) => {
    const area = first && areaOfProgram(first);
    return area !== undefined && known.has(area) ? area : undefined;
  });
  const other = { id: undefined, title: t('study.resources.other') };
  return {
    title: t('study.examples.title'),
    description: t('study.examples.description'),
    body: [...areas, other]
      .flatMap(({ id, title }) => {
        const own = byArea.get(id);
        if (own === undefined) return [];
        const body = own.map((group) => writeGroup(group, options)).join('\n\n');
        return `<section data-filtered-group>\n\n## ${escapeMarkdown(title)}\n\n${body}\n\n</section>`;
      })
      .join('\n\n'),
  };
}

function writeGroup(programs: readonly Program[], options: ExamplePageOptions): string {
  const [{ group } = { group: '' }] = programs;
  return [
    '<section data-filtered-group>',
    `### \`${group}\``,
    `<p class="study-example-download"><a href="${escapeHtml(options.download(group))}" download>${escapeHtml(options.t('study.examples.download'))}</a></p>`,
    programs.map((program) => writeProgram(program, options)).join('\n\n'),
    '</section>',
  ].join('\n\n');
}

function writeProgram(program: Program, { lang, mainLang, t, findNote }: ExamplePageOptions): string {
  const { path, group, summary, needs, places } = program;
  const links = places.flatMap((place) => writeLink(place, findNote));
  const foreign = lang === mainLang ? '' : ` lang="${mainLang}"`;
  const filters = `data-area="${areaOfProgram(program) ?? ''}" data-needs="${needs.join(' ') || NOTHING}"`;
  const facts = needs.map((need) => `<span>${escapeHtml(nameNeed(need))}</span>`).join('');
  return [
    `- **\`${path.slice(group.length + 1)}\`**`,
    `  <div class="study-example" data-filtered ${filters}>`,
    `  <p${foreign}>${escapeHtml(summary)}</p>`,
    ...(facts ? [`  <p class="study-card-facts not-content">${facts}</p>`] : []),
    ...(links.length > 0 ? [`  ${t('study.examples.shownIn')} ${links.join(' · ')}`] : []),
    '  </div>',
  ].join('\n\n');
}

function writeLink({ page, anchor }: ShowingPlace, findNote: ExamplePageOptions['findNote']): string[] {
  const note = findNote(page, anchor);
  return note === undefined ? [] : [`[${escapeMarkdown(note.title)}](${note.href})`];
}
