/** What the server wrote into a page of interviews. */
import type { DrawableExercise, DrawSection } from '../domain/interview/draw.ts';
import type { InterviewRecord } from '../domain/interview/interview-record.ts';
import type { Words } from './page-words.ts';

/** A note that teaches what is asked. */
export interface InterviewTopic {
  readonly title: string;
  readonly href: string;
  /** Whether the anchors of references are those of the page. */
  readonly hasParts: boolean;
  /** Of its title, where that is not the page's. */
  readonly lang?: string;
}

export interface InterviewLink {
  readonly title: string;
  readonly href: string;
  readonly lang?: string;
}

/** What a debrief and a history need. */
export interface DebriefData {
  readonly overview: string;
  readonly interviews: Readonly<Record<string, InterviewLink>>;
  readonly topics: Readonly<Record<string, InterviewTopic>>;
  readonly words: Words;
}

export interface InterviewExercise extends DrawableExercise, InterviewLink {
  readonly notes: readonly string[];
}

export interface InterviewData extends DebriefData {
  readonly id: string;
  /** `undefined` where the reader chooses them. */
  readonly sections?: readonly (DrawSection & { readonly title: string; readonly minutes: number })[];
  readonly exercises: readonly InterviewExercise[];
  /** Tags by which exercises may be drawn. */
  readonly tags: readonly string[];
  readonly areas: readonly { readonly id: string; readonly title: string }[];
}

/** Where a reference leads; `undefined` where the note is gone. @param reference `area/note#part` */
export function findTopic({ topics }: Pick<DebriefData, 'topics'>, reference: string): InterviewLink | undefined {
  const [id = '', part] = reference.split('#');
  const topic = topics[id];
  if (topic === undefined) return undefined;
  return { ...topic, href: part !== undefined && topic.hasParts ? `${topic.href}#${part}` : topic.href };
}

/** What an interview is called; its id where it is gone from the content. */
export function titleOfInterview(
  { interviews }: DebriefData,
  { interview }: Pick<InterviewRecord, 'interview'>,
): string {
  return interviews[interview]?.title ?? interview;
}

export function formatScore(score: number): string {
  return new Intl.NumberFormat(document.documentElement.lang, { maximumFractionDigits: 1 }).format(score);
}

export function formatDate(time: number): string {
  return new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: 'medium' }).format(time);
}
