/**
 * A roadmap as a page, in Markdown: its picture, its stages as headings, their items to tick with the way to where each
 * is taught. The keys of the items are those of any checklist, `roadmaps/<id>#<item id>`.
 */
import { createItemToken } from '../domain/item-token.ts';
import { type FormerIds, formerKeys, itemKey } from './checklist.ts';
import type { GeneratedText } from './codes/error-page.ts';
import type { LocalizedText } from './kinds/field.ts';
import type { Roadmap } from './kinds/roadmap.ts';
import { escapeMarkdown } from './markdown/escape.ts';
import type { Translate } from './markdown/words.ts';
import { writeBuiltProjects, writeProjectState } from './project/state-html.ts';
import type { ProjectTokens } from './project/token.ts';
import { drawRoadmapMap, type MapStation } from './roadmap-map.ts';

/** Path of their folder's page, without base and language. */
export const ROADMAPS = 'roadmaps';

type Stage = Roadmap['stages'][number];
type Item = NonNullable<Stage['items']>[number];
type Hours = Roadmap['hours'];

/** Where a page lies and what it is called in the reader's language. */
export interface NoteTarget {
  /** Address relative to the roadmap's own file. */
  readonly href: string;
  readonly title: string;
}

/** A project with what tells how far the reader is with it. */
export interface ProjectTarget extends NoteTarget {
  readonly tokens: ProjectTokens;
}

export interface RoadmapPageOptions {
  /** Key of the reader's language in the texts, and of the main one. */
  readonly language: string;
  readonly main: string;
  readonly t: Translate;
  /** A page by its id, at a part of it where the reader's language has that. */
  findNote(id: string, part: string | undefined): NoteTarget | undefined;
  findExercise(id: string): NoteTarget | undefined;
  findProject(id: string): ProjectTarget | undefined;
  findInterview(id: string): NoteTarget | undefined;
}

/** Path of a roadmap's page, and the id under which its items are ticked. */
export function roadmapPath(id: string): string {
  return `${ROADMAPS}/${id}`;
}

/** Items of a stage, those of its sections included, in order. */
export function itemsOfStage(stage: Stage): readonly Item[] {
  return [...(stage.items ?? []), ...(stage.sections ?? []).flatMap(({ items }) => items)];
}

/** Ids of the projects that a roadmap leads to, in order. */
export function projectsOfRoadmap({ stages }: Roadmap): string[] {
  return stages.flatMap(itemsOfStage).flatMap(({ project }) => project ?? []);
}

/** Ids of the notes that a roadmap leads to, in order. */
export function notesOfRoadmap({ stages }: Roadmap): string[] {
  const notes = stages.flatMap(itemsOfStage).flatMap(({ note }) => note?.split('#')[0] ?? []);
  return [...new Set(notes)];
}

/** What a roadmap's page says of the ids that it and its items had. */
export function formerIdsOf(roadmap: Roadmap): FormerIds {
  const items = roadmap.stages.flatMap(itemsOfStage).filter(({ was }) => was !== undefined);
  return {
    ...(roadmap.was && { was: roadmap.was.map(roadmapPath) }),
    wasItems: Object.fromEntries(items.map(({ id, was = [] }) => [id, was])),
  };
}

/** Tokens of a stage's items, by which the reader's record is asked. */
export function tokensOfStage(roadmap: Roadmap, stage: Stage): string[] {
  const page = roadmapPath(roadmap.id);
  const former = formerIdsOf(roadmap);
  return itemsOfStage(stage).map(({ id }) => createItemToken(itemKey(page, id), formerKeys(page, id, former)));
}

/** Hours of a stage: its own, those of its sections, or an hour for each item. */
export function hoursOfStage(stage: Stage): number {
  const own = meanOf(stage.hours);
  if (own !== undefined) return own;
  const sections = (stage.sections ?? []).map(({ hours, items }) => meanOf(hours) ?? items.length);
  return sections.reduce((sum, hours) => sum + hours, stage.items?.length ?? 0);
}

export function writeRoadmapPage(roadmap: Roadmap, options: RoadmapPageOptions): GeneratedText {
  const say = (text: LocalizedText) => text[options.language] ?? text[options.main] ?? '';
  const facts = [roadmap.duration && say(roadmap.duration), formatHours(roadmap.hours, options.t)].filter(Boolean);
  return {
    title: say(roadmap.title),
    description: say(roadmap.description),
    body: [
      escapeMarkdown(say(roadmap.description)),
      ...(facts.length > 0 ? [`*${facts.map((fact) => escapeMarkdown(String(fact))).join(' · ')}*`] : []),
      ...countProjects(roadmap, options),
      `<nav class="study-map not-content" aria-label="${options.t('study.roadmap.map').replaceAll('"', '&quot;')}">${drawMaps(roadmap, say)}</nav>`,
      ...roadmap.stages.flatMap((stage, index) =>
        writeStage(stage, nameStage(roadmap.stagesAre, index, say(stage.title), options.t), say, options),
      ),
    ].join('\n\n'),
  };
}

/** How many of the roadmap's projects are done, where it has any. */
function countProjects(roadmap: Roadmap, { t, findProject }: RoadmapPageOptions): string[] {
  const tokens = projectsOfRoadmap(roadmap).flatMap((id) => findProject(id)?.tokens ?? []);
  if (tokens.length === 0) return [];
  const words = nameBuilt(roadmap, tokens.length, t);
  return [`<p class="study-roadmap-projects" data-pagefind-ignore>${writeBuiltProjects(tokens, words)}</p>`];
}

/** How many of its projects are done, with `{done}` to be filled in. */
export function nameBuilt({ projectAim: aim }: Roadmap, count: number, t: Translate): string {
  const values = { done: '{done}', count };
  return aim === undefined ? t('study.projects.built', values) : t('study.projects.builtAim', { ...values, aim });
}

function createStation(roadmap: Roadmap, stage: Stage, say: (text: LocalizedText) => string): MapStation {
  const items = tokensOfStage(roadmap, stage);
  return { anchor: `stage-${stage.id}`, title: say(stage.title), items };
}

/** Two drawings, of which the style sheet shows the one that fits. */
export function drawMaps(roadmap: Roadmap, say: (text: LocalizedText) => string): string {
  const stations = roadmap.stages.map((stage) => createStation(roadmap, stage, say));
  const map = (name: string, columns: number) =>
    `<div class="study-map-${name}">${drawRoadmapMap(stations, columns)}</div>`;
  return map('wide', 3) + map('narrow', 1);
}

/** A day and a phase are counted, a level has a name of its own. */
function nameStage(kind: Roadmap['stagesAre'], index: number, title: string, t: Translate): string {
  return kind === 'levels' ? title : t(`study.roadmap.${kind}`, { number: index + 1, title });
}

function writeStage(
  stage: Stage,
  name: string,
  say: (text: LocalizedText) => string,
  options: RoadmapPageOptions,
): string[] {
  const facts = [
    formatHours(stage.hours, options.t),
    stage.cards === undefined ? undefined : options.t('study.roadmap.cards', { count: stage.cards }),
  ].filter((fact) => fact !== undefined);
  return [
    `<div class="study-stage" id="stage-${stage.id}" data-stage="${stage.id}"></div>`,
    `## ${escapeMarkdown(name)}`,
    ...(facts.length > 0 ? [`*${facts.join(' · ')}*`] : []),
    ...(stage.description ? [escapeMarkdown(say(stage.description))] : []),
    ...(stage.items ? [writeItems(stage.items, say, options)] : []),
    ...(stage.sections ?? []).flatMap((section) => [
      `### ${escapeMarkdown(say(section.title))}`,
      writeItems(section.items, say, options),
    ]),
  ];
}

function writeItems(items: readonly Item[], say: (text: LocalizedText) => string, options: RoadmapPageOptions): string {
  return items
    .map((item) => {
      const links = linksOf(item, options);
      return `- [ ] ${[escapeMarkdown(say(item.text)), ...links].join(' · ')} ^${item.id}`;
    })
    .join('\n');
}

/** A note, an exercise, a project or an interview by its title, and a page elsewhere by its host. */
function linksOf({ note, exercise, project, interview, url }: Item, options: RoadmapPageOptions): string[] {
  const { findNote, findExercise, findProject, findInterview, t } = options;
  const built = project === undefined ? undefined : findProject(project);
  const [id = '', part] = note?.split('#') ?? [];
  const link = ({ title, href }: NoteTarget) => `[${escapeMarkdown(title)}](${encodeURI(href)})`;
  const targets = [
    note && findNote(id, part),
    exercise && findExercise(exercise),
    interview && findInterview(interview),
  ];
  return [
    ...(built ? [`${link(built)} ${writeProjectState(built.tokens, t)}`] : []),
    ...targets.flatMap((target) => (target ? [link(target)] : [])),
    ...(url === undefined ? [] : [`[${escapeMarkdown(new URL(url).host.replace(/^www\./, ''))}](<${url}>)`]),
  ];
}

function meanOf(hours: Hours): number | undefined {
  if (hours === undefined || typeof hours === 'number') return hours;
  return (hours[0] + hours[1]) / 2;
}

function formatHours(hours: Hours, t: Translate): string | undefined {
  if (hours === undefined) return undefined;
  return t('study.roadmap.hours', { hours: typeof hours === 'number' ? hours : hours.join('–') });
}
