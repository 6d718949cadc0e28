/** Where a file of `content/docs` stands: its language, its path within the language, and its address on the site. */
import path from 'node:path';
import { slug } from 'github-slugger';

/** A document's place. `path` is without language, extension and `index`: `python-internals/gil`, or `` for the home page. */
export interface Place {
  /** Folder of the language, or `root`. */
  readonly locale: string;
  readonly path: string;
}

/** What addresses depend on. `locales` holds the folders of the languages other than the main one. */
export interface SiteShape {
  readonly base: string;
  readonly locales: readonly string[];
}

/**
 * Finds the place of a file.
 * @param file path relative to `content/docs`, with either kind of slash
 * @example placeOf('es/django/orm.md', ['es']) // { locale: 'es', path: 'django/orm' }
 */
export function placeOf(file: string, locales: readonly string[]): Place {
  const segments = file
    .replace(/\.mdx?$/, '')
    .split(/[\\/]/)
    .map((segment) => slug(segment));
  const first = segments[0] ?? '';
  const locale = locales.includes(first) ? first : 'root';
  const rest = locale === 'root' ? segments : segments.slice(1);
  if (rest.at(-1) === 'index') rest.pop();
  return { locale, path: rest.join('/') };
}

/** The address of a place, with base and language, ending in a slash. */
export function addressOf(place: Place, { base }: SiteShape): string {
  const parts = [base.replace(/\/$/, ''), place.locale === 'root' ? '' : place.locale, place.path];
  return `${parts.filter((part, index) => index === 0 || part !== '').join('/')}/`;
}

/** The area a path belongs to: its first segment, or `undefined` for the home page. */
export function areaOf(pagePath: string): string | undefined {
  return pagePath.split('/')[0] || undefined;
}

/** Paths with forward slashes, as messages show them on every system. */
export function toPosix(file: string): string {
  return file.split(path.sep).join('/');
}
