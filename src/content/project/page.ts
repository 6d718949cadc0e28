/**
 * A project as a page, in Markdown: what is to be built and why, its milestones and criteria to tick, how it is reviewed,
 * and the pack that examines it. The keys of the items are those of any checklist, `projects/<id>#<criterion>`.
 */
import type { GeneratedText } from '../codes/error-page.ts';
import { escapeHtml, renderInline, writeDetails } from '../exercise/html.ts';
import type { LocalizedText } from '../kinds/field.ts';
import type { Project } from '../kinds/project.ts';
import { lowerHeadings } from '../lower-headings.ts';
import { escapeMarkdown } from '../markdown/escape.ts';
import type { Translate } from '../markdown/words.ts';
import type { NoteTarget } from '../roadmap-page.ts';
import { CONFTEST, type Pack, type ProjectFolder, testsOf } from './folder.ts';
import { writeCell, writeInline } from './inline-text.ts';
import { readReach } from './reach.ts';

export interface ProjectPageOptions {
  /** Key of the reader's language in the texts, and of the main one. */
  readonly language: string;
  readonly main: string;
  /** Tag of the main language, for texts that this one lacks. */
  readonly mainLang: string;
  readonly t: Translate;
  /** Address of the pack as a zip. */
  readonly download: string;
  /** A page by its id, at a part of it where the reader's language has that. */
  findNote(id: string, part: string | undefined): NoteTarget | undefined;
}

type Say = (text: LocalizedText) => string;

/** Whether a project is told in a language; without that its page is the main language's with other words around it. */
export function isTold({ story }: Project, language: string): boolean {
  return story[language] !== undefined;
}

export function writeProjectPage(folder: ProjectFolder, options: ProjectPageOptions): GeneratedText {
  const { project, pack } = folder;
  const { t } = options;
  const say = createSay(options, writeInline);
  const plain = (text: LocalizedText) => text[options.language] ?? text[options.main] ?? '';
  const parts: readonly (readonly [heading: string, body: string])[] = [
    [t('study.project.features'), writeList(project.features, say)],
    [t('study.project.skills'), writeList(project.skills, say)],
    [t('study.requires'), writeRequires(project.requires ?? [], options)],
    [t('study.project.milestones'), writeMilestones(project, say)],
    [t('study.project.criteria'), writeCriteria(folder, say, t)],
    [t('study.project.signals'), writeList(project.signals ?? [], say)],
    [t('study.project.stretch'), writeList(project.stretch ?? [], say)],
    [t('study.project.rubric'), writeRubric(project.rubric ?? [], options)],
    [t('study.project.mistakes'), writeList(project.mistakes ?? [], say)],
    [t('study.project.contract'), pack === undefined ? '' : writeContract(pack, options)],
    [t('study.project.examine'), pack === undefined ? '' : writeExamination(project, pack, options)],
  ];
  return {
    title: plain(project.title),
    description: plain(project.description),
    body: [
      escapeMarkdown(plain(project.description)),
      say(project.story),
      ...parts.filter(([, body]) => body !== '').map(([heading, body]) => `## ${heading}\n\n${body}`),
    ].join('\n\n'),
  };
}

/** A text in the reader's language, or in the main one and marked as such. */
function createSay({ language, main, mainLang }: ProjectPageOptions, write: (text: string) => string): Say {
  return (text) => {
    const own = text[language];
    return own === undefined ? inLanguage(write(text[main] ?? ''), mainLang, language !== main) : write(own);
  };
}

function inLanguage(text: string, lang: string, isForeign: boolean): string {
  return isForeign ? `<span lang="${lang}">${text}</span>` : text;
}

function writeList(texts: readonly LocalizedText[], say: Say): string {
  return texts.map((text) => `- ${say(text)}`).join('\n');
}

function writeRequires(references: readonly string[], { findNote }: ProjectPageOptions): string {
  return references
    .flatMap((reference) => {
      const [id = '', part] = reference.split('#');
      const found = findNote(id, part);
      return found ? [`- [${escapeMarkdown(found.title)}](${encodeURI(found.href)})`] : [];
    })
    .join('\n');
}

function writeMilestones({ milestones }: Project, say: Say): string {
  return milestones.map(({ id, title, text }) => `- [ ] **${say(title)}** ^${id}\n\n  ${say(text)}`).join('\n\n');
}

/** What it must meet, then what it should: each says whether the pack examines it. */
function writeCriteria({ project, pack }: ProjectFolder, say: Say, t: Translate): string {
  const mark = ` <span class="study-project-examined">${t('study.project.examined')}</span>`;
  const groups = (['must', 'should'] as const).flatMap((wanted) => {
    const items = project.criteria
      .filter(({ need }) => need === wanted)
      .map(({ id, text }) => `- [ ] ${say(text)}${testsOf(pack, id).length > 0 ? mark : ''} ^${id}`);
    const heading = `### ${t(`study.project.${wanted}`)}`;
    const group = [`<section data-need="${wanted}">`, heading, items.join('\n'), '</section>'];
    return items.length > 0 ? [group.join('\n\n')] : [];
  });
  const judge = t(pack === undefined ? 'study.project.judgedByYou' : 'study.project.judgedByTests');
  return [`${t('study.project.rule')} ${judge}`, ...groups].join('\n\n');
}

/** One row for each aspect, its levels from weak to strong; a row may have fewer of them than another. */
function writeRubric(rubric: NonNullable<Project['rubric']>, options: ProjectPageOptions): string {
  if (rubric.length === 0) return '';
  const { t } = options;
  const say = createSay(options, writeCell);
  const count = Math.max(...rubric.map(({ levels }) => levels.length));
  const numbers = Array.from({ length: count }, (_, index) => index + 1);
  const head = [
    t('study.project.aspect'),
    ...numbers.map((number) => t('study.project.rubricLevel', { number, total: count })),
  ];
  const rows = rubric.map(({ title, levels }) => [
    `**${say(title)}**`,
    ...levels.map(say),
    ...numbers.slice(levels.length).map(() => ''),
  ]);
  const table = [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
  return `<div class="study-project-rubric">\n\n${table}\n\n</div>`;
}

function writeContract({ contract }: Pack, { language, main, mainLang }: ProjectPageOptions): string {
  const text = lowerHeadings(contract.replace(/^# .*\n+/, ''));
  return language === main ? text : `<div lang="${mainLang}">\n\n${text}\n\n</div>`;
}

function writeExamination(project: Project, pack: Pack, options: ProjectPageOptions): string {
  const { t, download } = options;
  const { variable, preset } = readReach(pack.code[CONFTEST] ?? '');
  const where = t(variable === 'COMMAND' ? 'study.project.command' : 'study.project.baseUrl');
  const otherwise = preset === undefined ? '' : ` ${t('study.project.preset', { preset: `\`${preset}\`` })}`;
  return [
    t('study.project.how'),
    `<p class="study-project-download not-content" data-pagefind-ignore><a href="${escapeHtml(download)}" download>${t('study.project.download')}</a></p>`,
    '```sh\npython -m pip install -r requirements.txt\npython -m pytest\n```',
    `${where}${otherwise}`,
    writeDetails('class="study-project-tests"', t('study.project.tests'), writeTests(project, pack, options)),
  ].join('\n\n');
}

/** What the tests demand, by criterion. */
function writeTests({ criteria }: Project, pack: Pack, options: ProjectPageOptions): string {
  const { language, main, mainLang } = options;
  const lang = language === main ? '' : ` lang="${mainLang}"`;
  const groups = criteria.flatMap(({ id }) => {
    const tests = testsOf(pack, id).map(({ name, title = name }) => `<li>${renderInline(title)}</li>`);
    return tests.length > 0 ? [`<dt><a href="#${id}">${id}</a></dt><dd><ul>${tests.join('')}</ul></dd>`] : [];
  });
  return `<dl${lang}>\n${groups.join('\n')}\n</dl>`;
}
