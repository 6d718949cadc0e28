/** From what was said, what is suggested and what is asked for to everything that the set-up has to know. */
import type { Site } from '../../content/site-config.ts';
import { Refusal, UsageError } from '../new/refusal.ts';
import { cleanTitle } from '../new/title.ts';
import { readBasePath } from './base-path.ts';
import { FIELDS, type Field, type Given } from './given.ts';
import { type Keep, readKeep } from './keep.ts';
import { readLanguages, writeLanguages } from './language.ts';
import { type RepositoryAddress, readRepositoryAddress } from './repository-address.ts';
import { FIRST_SITE_ID, readSiteId, suggestSiteId } from './site-id.ts';

/** What is written into `site.config.ts`, and what stays of the content. */
export interface Answers
  extends Pick<Site, 'title' | 'author' | 'description' | 'url' | 'base' | 'siteId' | 'locales'> {
  readonly repository: string;
  readonly keep: Keep;
}

export interface Question {
  readonly field: Field;
  readonly message: string;
  readonly suggestion: string | undefined;
  /** Why this cannot be the answer. */
  refuse(text: string): string | undefined;
}

/** Asks a person, until the answer can be one. */
export type Ask = (question: Question) => Promise<string>;

export interface Situation {
  readonly site: Site;
  /** Areas that are there. */
  readonly areas: readonly string[];
  /** The words of a language that a site's description is made of; nothing for one that we do not speak. */
  suggestDescription(lang: string, title: string): string;
}

const MESSAGES: Readonly<Record<Field, string>> = {
  title: 'What is the site called?',
  author: 'Who writes it?',
  languages: 'In which languages? Tags with commas between them, the main one first.',
  description: 'What is it, in one sentence?',
  repository: 'Where is its repository?',
  url: 'Where will it be published, without the path?',
  base: 'Below which path?',
  'site-id': 'Under which name do browsers keep what a reader does? It can never be changed.',
  keep: 'What stays of the content that is there? all, none, or areas with commas between them.',
};

/** Whether this is the site as it was cloned, so that nothing it says of itself can be suggested. */
export function isFirstTime({ siteId }: Pick<Site, 'siteId'>): boolean {
  return siteId === FIRST_SITE_ID;
}

/**
 * @param ask left out where nobody is to be asked
 * @throws {UsageError} with everything that is wrong or missing
 */
export async function completeAnswers(
  given: Given,
  { site, areas, suggestDescription }: Situation,
  ask?: Ask,
): Promise<Answers> {
  const wrong: string[] = [];

  /** One answer; `undefined` where it is wrong or missing, which is told with all others at the end. */
  async function answer<T>(
    field: Field,
    suggestion: string | undefined,
    read: (text: string) => T,
  ): Promise<T | undefined> {
    const refuse = (text: string) => findRefusal(() => read(text));
    const said = given[field];
    const text = said ?? (ask ? await ask({ field, message: MESSAGES[field], suggestion, refuse }) : suggestion);
    if (text === undefined) {
      wrong.push(`--${field} is missing: ${FIELDS[field]}`);
      return undefined;
    }
    const refusal = refuse(text);
    if (refusal === undefined) return read(text);
    wrong.push(`--${field}: ${refusal}`);
    return undefined;
  }

  const now = isFirstTime(site) ? undefined : site;
  const title = await answer('title', now?.title, readLine);
  const author = await answer('author', now?.author, readLine);
  const locales = await answer('languages', writeLanguages(site.locales), (text) => readLanguages(text, site.locales));
  const usual = now?.description ?? suggestDescription(locales?.root?.lang ?? '', title ?? '');
  const description = await answer('description', cut(usual), readDescription);
  const repository = await answer('repository', now?.repository.url, readRepository);
  const isSame = now !== undefined && repository?.url === now.repository.url;
  const pages = isSame ? { url: now.url, base: now.base } : repository?.pages;
  // Of a repository that is wrong nothing follows, and one complaint is enough.
  const isLost = repository === undefined && given.url === undefined;
  const url = isLost ? undefined : await answer('url', pages?.url, readUrl);
  const base = await answer('base', pages?.base ?? '/', readBasePath);
  const siteId = await answer(
    'site-id',
    now?.siteId ?? suggestSiteId(title ?? '', repository?.url.split('/').at(-1) ?? ''),
    readSiteId,
  );
  const keep = await answer('keep', 'all', (text) => readKeep(text, areas));

  if (title && author && locales && description && repository && url && base && siteId && keep && wrong.length === 0) {
    return { title, author, locales, description, repository: repository.url, url, base, siteId, keep };
  }
  throw new UsageError(`Nothing was written:\n${wrong.map((sentence) => `  ${sentence}`).join('\n')}`);
}

function findRefusal(read: () => unknown): string | undefined {
  try {
    read();
    return undefined;
  } catch (error) {
    if (error instanceof Refusal) return error.message;
    throw error;
  }
}

function readLine(text: string): string {
  const line = cleanTitle(text);
  if (line === undefined) throw new Refusal('it is empty');
  return line;
}

const MOST = 160;

function readDescription(text: string): string {
  const line = readLine(text);
  if (line.length > MOST) throw new Refusal(`it has ${line.length} characters, and ${MOST} are the most`);
  return line;
}

function cut(text: string): string {
  return text.length > MOST ? `${text.slice(0, MOST - 1).toWellFormed()}…` : text;
}

function readRepository(text: string): RepositoryAddress {
  const address = readRepositoryAddress(text);
  if (address !== undefined) return address;
  throw new Refusal(`"${text}" names no repository: write it as https://github.com/me/my-notes`);
}

function readUrl(text: string): string {
  const typed = text.trim();
  const whole = /^[a-z]+:\/\//i.test(typed) ? typed : `https://${typed}`;
  const url = URL.canParse(whole) ? new URL(whole) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol)) {
    throw new Refusal(`"${typed}" is no address: write https://me.github.io`);
  }
  if (url.pathname !== '/' || url.search !== '' || url.hash !== '') {
    throw new Refusal(`"${typed}" has a path: write ${url.origin}, and ${url.pathname} as the base`);
  }
  return url.origin;
}
