/**
 * What of a clone is content of the site that it was cloned from. Whoever keeps none of it loses these files, and nothing
 * else: an area of their own beside them stays.
 */

/** Folders of notes, cards and questions. A test compares them with what is there. */
export const OUR_AREAS = [
  'architecture',
  'databases',
  'devops',
  'django',
  'fastapi',
  'foundations',
  'python-internals',
  'testing',
] as const;

/** Below `content/`. */
const PLACES = ['exercises/', 'interviews/', 'projects/', 'roadmaps/', 'resources.yaml', 'search-synonyms.yaml'];

/** What proves that our notes are found: queries, and where they should lead. */
export const OUR_PROOFS = ['tests/search'] as const;
/** A folder for each project that has tests, with programs that pass and fail them. */
export const PROOFS_OF_PROJECTS = 'tests/python/projects';
/** Of our site, for the README. */
export const SCREENSHOT = 'docs/screenshot.png';

/** The guide for writers and its pages: in English, so that it stays where English is the main language. */
export const GUIDE = 'content/docs/authoring/';

/** A program that the guide shows, with its tests and what they take: it stays with the guide. */
export const SHOWN_BY_GUIDE: readonly string[] = [
  'content/examples/databases/conftest.py',
  'content/examples/databases/lanes.py',
  'content/examples/databases/test_lanes.py',
  'content/examples/pytest.ini',
  'content/examples/requirements.in',
  'content/examples/requirements.txt',
];

/** @param locales folders of languages other than the main one */
export function isOurContent(file: string, locales: readonly string[]): boolean {
  if (OUR_AREAS.some((area) => isOfArea(file, area, locales))) return true;
  const path = file.replace(/^content\//, '');
  if (PLACES.some((place) => (place.endsWith('/') ? path.startsWith(place) : path === place))) return true;
  return file.startsWith('content/docs/') && /^(index|method)\.mdx?$/.test(withoutLocale(file, locales));
}

/** Whether it is a page, a deck or the questions of an area. */
export function isOfArea(file: string, area: string, locales: readonly string[]): boolean {
  if (!/^content\/(docs|flashcards|questions)\//.test(file)) return false;
  const name = withoutLocale(file, locales);
  return name.startsWith(`${area}/`) || name === `${area}.yaml`;
}

/** `content/docs/es/django/orm.md` is `django/orm.md`. */
function withoutLocale(file: string, locales: readonly string[]): string {
  const rest = file.split('/').slice(2);
  return (locales.includes(rest[0] ?? '') ? rest.slice(1) : rest).join('/');
}
