/** What the review, and the estimate of topics, need to know of their site. */
import site from 'virtual:study/site';
import { viewAddressOf } from '../content/repository-link.ts';
import { languageKey } from './decks.ts';

/** Address of the published decks of a language, with a slash at its end. */
export function cardFolder(locale: string | undefined): string {
  return `${site.base.replace(/\/$/, '')}/cards/${languageKey(locale ?? 'root')}/`;
}

/** Address of what the topics of a language are made of. */
export function topicFile(locale: string | undefined): string {
  return `${site.base.replace(/\/$/, '')}/topics/${languageKey(locale ?? 'root')}.json`;
}

/** Address before the path of a file, where the repository shows it by lines. */
export function sourceAddress(): string {
  return viewAddressOf(site.repository);
}
