/** Files that cannot be read, that have no good address, or that nothing reads. */
import type { Code } from '../codes/table.ts';
import type { ContentFiles } from '../files/content-files.ts';
import { findNearest } from '../nearest.ts';
import { isPagePath } from '../page.ts';
import { type Problem, START } from '../problem.ts';

const IMAGES = 'svg|png|jpe?g|webp|avif|gif';
/** What a page may import or show besides. */
const IMPORTED = 'astro|tsx?|m?js|css|json|ya?ml|csv|py|sql|txt';

/** What is read, by path. */
const READ: readonly RegExp[] = [
  new RegExp(`^content/docs/.+\\.(mdx?|${IMAGES}|${IMPORTED})$`, 'i'),
  /^content\/flashcards\/.+\.txt$/,
  /^content\/(exercises|projects)\/[^/]+\/.+$/,
  /^content\/examples\/.+$/,
  /^content\/(roadmaps|projects|interviews|questions)\/[^/]+\.yaml$/,
  /^content\/(resources|retired|search-synonyms)\.yaml$/,
  /^content\/(LICENSE|README)[^/]*$/,
  // They come with the engine, for the day on which the site is to have that language.
  /^content\/i18n\/(en|es|pt-BR)\.json$/,
];
const FOLDERS = [
  'docs',
  'flashcards',
  'exercises',
  'examples',
  'roadmaps',
  'projects',
  'interviews',
  'questions',
  'i18n',
];
/** What belongs in a folder, for a file that nothing reads there. */
const BELONGS: ReadonlyMap<string, string> = new Map([
  ['docs', 'pages end in .md or .mdx, pictures in .svg, .png, .jpg, .webp, .avif or .gif'],
  ['flashcards', 'flashcards stand in .txt files'],
  ['exercises', 'an exercise is a folder: content/exercises/<id>/exercise.yaml'],
  ['roadmaps', 'a roadmap is one file: content/roadmaps/<id>.yaml'],
  ['projects', 'a project is content/projects/<id>.yaml, and its pack of tests the folder content/projects/<id>/'],
  ['interviews', 'an interview is one file: content/interviews/<id>.yaml'],
  ['questions', 'the questions of an area are one file: content/questions/<area>.yaml'],
]);
const TEXT = /\.(mdx?|txt|ya?ml|json|py|sql|svg)$/i;
const MAY_BE_EMPTY = /^content\/examples\/|\/__init__\.py$/;
/** What becomes an address: the whole path, of an exercise the folder. */
const ADDRESSED = /^content\/(?:(?:docs|flashcards|roadmaps|projects|interviews)\/(.+)|exercises\/([^/]+)\/.+)$/;
const NAME = /^[a-z0-9_][a-z0-9._-]*$/;
/** As ids are made, so that a page can have its path for an id. */
const PAGE_NAME = /^[a-z0-9]+(-[a-z0-9]+)*(\.mdx?)?$/;
/** Other endings that Astro takes for Markdown. */
const UNCHECKED = /^content\/docs\/.+\.(markdown|mdown|mkdn|mkd|mdwn)$/i;

/** @param langs tags of the languages, which name the files of interface words */
export function checkFiles(files: ContentFiles, langs: readonly string[]): Problem[] {
  return files.list().flatMap((path) => {
    const strays = files.read(path).problems.filter(({ code }) => code === 'file-link');
    if (strays.length > 0) return strays;
    if (UNCHECKED.test(path)) return [describeUnchecked(path)];
    const unread = findUnread(path, langs);
    if (unread !== undefined) return [unread];
    return [...findBadName(path), ...findUnreadable(files, path)];
  });
}

/** Astro would publish such a page, and nothing here would have looked at it. */
function describeUnchecked(path: string): Problem {
  const name = path.split('/').at(-1) ?? path;
  const better = name.replace(/\.\w+$/, '.md');
  return problem(path, 'file-name', `"${name}" ends in neither .md nor .mdx`, `rename it ${better}`);
}

function findUnread(path: string, langs: readonly string[]): Problem | undefined {
  if (READ.some((pattern) => pattern.test(path)) || langs.some((lang) => path === `content/i18n/${lang}.json`)) {
    return undefined;
  }
  return problem(path, 'file-unread', 'nothing reads this file', hintForUnread(path, langs));
}

function hintForUnread(path: string, langs: readonly string[]): string {
  const [, folder = '', ...rest] = path.split('/');
  if (folder === 'i18n') {
    const known = langs.map((lang) => `${lang}.json`).join(', ');
    return `the languages in site.config.ts read ${known}: rename it, or name its language there`;
  }
  if (path.endsWith('.yml')) return 'name it .yaml';
  if (rest.length > 0 && !FOLDERS.includes(folder)) {
    const [nearest] = findNearest(folder, FOLDERS);
    return nearest === undefined ? `content has ${FOLDERS.join(', ')}` : `did you mean content/${nearest}?`;
  }
  return BELONGS.get(folder) ?? 'move it to where it is read, or out of content';
}

function findBadName(path: string): Problem[] {
  const [, whole, folder] = ADDRESSED.exec(path) ?? [];
  const names = (whole ?? folder)?.split('/') ?? [];
  const isPage = isPagePath(path);
  const bad = names.find((name) => !(isPage ? PAGE_NAME : NAME).test(name));
  if (bad === undefined) return [];
  const isFile = whole !== undefined && bad === names.at(-1);
  const hint = `rename ${isFile ? 'it' : 'the folder'} ${improveName(bad, isFile)}${isPage ? '; the id stays' : ''}`;
  return [problem(path, 'file-name', `"${bad}" may hold only lower-case letters, digits and hyphens`, hint)];
}

function improveName(name: string, isFile: boolean): string {
  const [extension = ''] = (isFile && /\.[^.]+$/.exec(name)) || [];
  const better = name
    .slice(0, name.length - extension.length)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return `${better || 'name'}${extension.toLowerCase()}`;
}

function findUnreadable(files: ContentFiles, path: string): readonly Problem[] {
  if (!TEXT.test(path)) return [];
  const { text, problems } = files.read(path);
  if (problems.length > 0 || text.trim() !== '' || MAY_BE_EMPTY.test(path)) return problems;
  return [problem(path, 'file-empty', 'this file is empty', 'write it, or take it away')];
}

function problem(file: string, code: Code, message: string, hint: string): Problem {
  return { file, ...START, code, message, hint };
}
