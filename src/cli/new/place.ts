/** Places as they are typed: names with slashes between them, which become folders, addresses and permanent ids. */
import { slug } from 'github-slugger';
import { isGeneratedPage } from '../../content/generated-page.ts';
import { idField } from '../../content/kinds/field.ts';
import { KINDS, type Kind, nameKind } from './kind.ts';

/** First parts of the addresses that the site makes itself. */
const TAKEN = ['exercises', 'flashcards', 'interviews', 'progress', 'projects', 'resources', 'review', 'roadmaps'];

/**
 * Why something cannot lie at a place, in a sentence; `undefined` where it can.
 * @param locales folders of the languages other than the main one
 */
export function refusePlace(kind: Kind, place: string, locales: readonly string[]): string | undefined {
  const { names: limits, isByLanguage, folder, example } = KINDS[kind];
  const names = place.split('/');
  const [first = ''] = names;
  const reason = findBadForm(place, names) ?? (isByLanguage ? findLocale(first, locales) : undefined);
  if (reason !== undefined) {
    const better = suggestPlace(place, isByLanguage ? locales : []);
    const isPlace = better !== '' && refusePlace(kind, better, locales) === undefined;
    return `${reason}: ${isPlace ? `did you mean ${better}?` : `write it like ${example.place}`}`;
  }
  const [least, most] = limits;
  if (names.length < least) return `${nameKind(kind)} lies in an area: write its place like ${example.place}`;
  if (names.length > most) return `${nameKind(kind)} is named by one word, without slashes: ${example.place}`;
  if (folder !== 'docs') return undefined;
  if (names.includes('index')) return 'the name "index" is kept for overviews, which npm run new area writes';
  if (TAKEN.includes(first) || isGeneratedPage(place)) return `the site makes the pages of ${first} itself`;
  return undefined;
}

function findBadForm(place: string, names: readonly string[]): string | undefined {
  if (place === '') return 'a place is missing';
  if (place.startsWith('/') || place.endsWith('/')) return `"${place}" begins or ends with a slash`;
  const bad = names.find((name) => !idField.safeParse(name).success);
  if (bad === undefined) return undefined;
  if (bad === '') return `"${place}" has two slashes in a row`;
  if (bad === '.' || bad === '..') return `"${place}" has "${bad}" in it, which is no name`;
  return `"${bad}" is not lower-case letters, digits and hyphens`;
}

function findLocale(first: string, locales: readonly string[]): string | undefined {
  if (!locales.includes(first)) return undefined;
  return `"${first}" is the folder of a language, and every language gets its files at once`;
}

/** What was probably meant, or nothing: of `content/docs/es/Data Bases/Redis.md`, `data-bases/redis`. */
function suggestPlace(place: string, locales: readonly string[]): string {
  const names = place
    .replaceAll('\\', '/')
    .replace(/^\/?content\/[^/]+\//, '')
    .replace(/\.(mdx?|txt|ya?ml)$/i, '')
    .split('/')
    .map(toName)
    .filter((name) => name !== '');
  return (locales.includes(names[0] ?? '') ? names.slice(1) : names).join('/');
}

function toName(text: string): string {
  const plain = slug(text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('_', '-'));
  return plain
    .replace(/[^a-z0-9-]/g, '')
    .replace(/-+/g, '-')
    .replace(/^-|-$/g, '');
}
