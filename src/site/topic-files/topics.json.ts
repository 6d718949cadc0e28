/** `topics/<language>.json`: the topics of the site, in the order in which they are read. */
import site from 'virtual:study/site';
import type { APIRoute, GetStaticPaths } from 'astro';
import { exercisePath } from '../../content/exercise/path.ts';
import { interviewPath } from '../../content/interview-path.ts';
import type { Exercise } from '../../content/kinds/exercise.ts';
import type { Question } from '../../content/question-file.ts';
import { notesOfRoadmap } from '../../content/roadmap-page.ts';
import { topicOf } from '../../domain/interview/draw-criteria.ts';
import { OWN_INTERVIEW } from '../../domain/interview/interview-event.ts';
import { createItemToken } from '../../domain/item-token.ts';
import type { PublishedExercise, PublishedTopic, TopicFile } from '../../domain/weakness/topic-file.ts';
import { listSiteDecks } from '../deck-pages.ts';
import { langOf, languageKey } from '../decks.ts';
import { listExercisesOf, sayText } from '../exercise-pages.ts';
import { listSiteQuestions } from '../interview-pages.ts';
import { type Area, getLibrary, type Library, type LibraryPage } from '../library.ts';
import { listRoadmaps } from '../roadmaps.ts';

interface Props {
  readonly locale: string;
}

/** What there is for the topics, in one language. */
interface Material {
  readonly library: Library;
  readonly locale: string;
  readonly decks: ReadonlySet<string>;
  /** By the note that they are about. */
  readonly questions: ReadonlyMap<string, readonly Question[]>;
  readonly asked: ReadonlySet<string>;
}

export const getStaticPaths = (() =>
  Object.keys(site.locales).map((locale) => ({
    params: { language: languageKey(locale) },
    props: { locale },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<Props> = async ({ props: { locale } }) => {
  const library = await getLibrary(locale);
  const material: Material = {
    library,
    locale,
    decks: new Set(listSiteDecks(locale).map(({ id }) => id)),
    questions: Map.groupBy(listSiteQuestions(), topicOf),
    asked: new Set(listSiteQuestions().map(({ area }) => area)),
  };
  const described: TopicFile = {
    areas: library.areas.map((area) => describeArea(area, material)),
    roadmaps: Object.fromEntries(listRoadmaps().map((roadmap) => [roadmap.id, notesOfRoadmap(roadmap)])),
  };
  return Response.json(described);
};

function describeArea({ id, overview, notes }: Area, material: Material): TopicFile['areas'][number] {
  const interview = material.library.pages.get(interviewPath(OWN_INTERVIEW));
  return {
    id,
    title: overview.title,
    href: overview.href,
    ...(interview && material.asked.has(id) && { interview: `${interview.href}?areas=${id}` }),
    topics: notes.map((note) => describeTopic(note, material)),
  };
}

function describeTopic(note: LibraryPage, material: Material): PublishedTopic {
  const { id, path, token, title, href, lang, items } = note;
  const { locale, decks, questions } = material;
  return {
    token,
    title,
    href,
    ...(lang !== langOf(locale) && { lang }),
    ...(decks.has(path) && { deck: path }),
    exercises: listExercisesOf(id).flatMap((exercise) => describeExercise(exercise, material)),
    questions: questions.get(id)?.length ?? 0,
    items,
  };
}

function describeExercise({ id, was, title, notes }: Exercise, { library, locale }: Material): PublishedExercise[] {
  const page = library.pages.get(exercisePath(id));
  if (page === undefined) return [];
  const name = sayText(title, locale === 'root' ? undefined : locale);
  const topics = new Set(notes.map((note) => note.split('#')[0])).size;
  return [{ token: createItemToken(id, was ?? []), title: name, href: page.href, ...(topics > 1 && { topics }) }];
}
