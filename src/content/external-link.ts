/** Every address outside the site that the content sends readers to, with the places that name it. */
import { listTexts, readDataFiles } from './data-file.ts';
import type { ContentFiles } from './files/content-files.ts';
import type { Languages } from './kinds/field.ts';
import { readPages } from './page.ts';

export interface ExternalLink {
  /** Without the part after the hash, which servers are not asked for. */
  readonly url: string;
  /** `content/roadmaps/sprint.yaml:12`, in order. */
  readonly places: readonly string[];
}

/** Addresses in examples, which nobody is sent to. */
const EXAMPLE = /^https?:\/\/(?:(?:[^/]+\.)?example\.(?:org|com|net)|localhost|127\.0\.0\.1)(?:[:/]|$)/;

/** @returns links in the order of their addresses; `formerUrl` is where something was, and not listed */
export function listExternalLinks(
  files: ContentFiles,
  locales: readonly string[],
  languages: Languages,
): ExternalLink[] {
  const pages = readPages(files, locales).flatMap(({ file, document, yaml }) => [
    ...document.links.map(({ url, line }) => ({ url, place: `${file}:${line}` })),
    ...listTexts(yaml.value, (key) => key === 'url').map(({ text, path }) => ({
      url: text,
      place: `${file}:${yaml.positionOf(path).line}`,
    })),
  ]);
  const data = readDataFiles(files, languages).flatMap(({ path: file, yaml }) =>
    listTexts(yaml.value, (key) => key === 'url').map(({ text, path }) => ({
      url: text,
      place: `${file}:${yaml.positionOf(path).line}`,
    })),
  );
  const wanted = [...pages, ...data]
    .filter(({ url }) => /^https?:\/\//.test(url) && URL.canParse(url) && !EXAMPLE.test(url))
    .map(({ url, place }) => ({ url: withoutHash(url), place }));
  return [...Map.groupBy(wanted, ({ url }) => url)]
    .map(([url, found]) => ({ url, places: [...new Set(found.map(({ place }) => place))] }))
    .sort((a, b) => a.url.localeCompare(b.url));
}

function withoutHash(url: string): string {
  const address = new URL(url);
  address.hash = '';
  return address.href;
}
