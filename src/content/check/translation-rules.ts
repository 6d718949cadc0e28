/** Translations: which are missing, which fell behind, and whether they are the same page still. */
import { type Fence, isExecuted } from '../fence.ts';
import { keepFor } from '../keep-for.ts';
import { DOCS, type Page } from '../page.ts';
import { type Problem, START } from '../problem.ts';
import { type Section, TOP } from '../section.ts';
import { type Drift, findDrift, readRecord } from '../translation.ts';

/** How many pages a message names. */
const MOST_NAMED = 5;

const keepCompared = keepFor<Page, Problem[]>();

/** @param locales folders of the languages other than the main one */
export function checkTranslations(pages: readonly Page[], locales: readonly string[]): Problem[] {
  const originals = new Map(
    pages.filter(({ place }) => place.locale === 'root').map((page) => [page.place.path, page]),
  );
  return [
    ...locales.flatMap((locale) => findMissing(pages, originals, locale)),
    ...pages
      .filter(({ place, isDraft }) => place.locale !== 'root' && !isDraft)
      .flatMap((page) => {
        const original = originals.get(page.place.path);
        return keepCompared(page, original, () => checkTranslation(page, original));
      }),
  ];
}

/** One problem a language: a page without a translation is shown in the main language, and says so. */
function findMissing(pages: readonly Page[], originals: ReadonlyMap<string, Page>, locale: string): Problem[] {
  const translated = new Set(pages.filter(({ place }) => place.locale === locale).map(({ place }) => place.path));
  const missing = [...originals].filter(([path, { isDraft }]) => !isDraft && !translated.has(path));
  if (missing.length === 0) return [];
  const published = [...originals.values()].filter(({ isDraft }) => !isDraft).length;
  const named = missing.slice(0, MOST_NAMED).map(([path]) => path || 'the home page');
  const more = missing.length > MOST_NAMED ? ', …' : '';
  const message = `the ${locale} translation lacks ${missing.length} of ${published} pages: ${named.join(', ')}${more}`;
  const hint = `copy a page to the same path below ${DOCS}${locale}, translate it, then run npm run translated -- <file>`;
  return [{ file: `${DOCS}${locale}`, ...START, code: 'translation-missing', message, hint }];
}

function checkTranslation(page: Page, original: Page | undefined): Problem[] {
  const { file } = page;
  if (original === undefined) {
    const wanted = `${DOCS}${file.split('/').slice(DOCS.split('/').length).join('/')}`;
    const message = `there is no ${wanted} that this could be a translation of`;
    const hint = 'move it to the path that its original has, or write the original';
    return [{ file, ...START, code: 'translation-orphan', message, hint }];
  }
  if (original.isDraft) {
    const message = `${original.file} is a draft, so on the site this translation has no original`;
    const hint = 'publish the original, or make this page a draft too';
    return [{ file, ...START, code: 'translation-orphan', message, hint }];
  }
  // Of a page that cannot be read neither the record nor the sections are known.
  if (![page, original].every(canBeCompared)) return [];
  return [...findOutdated(page, original), ...findOtherCode(page, original)];
}

function canBeCompared({ yaml, document }: Page): boolean {
  return yaml.problems.length === 0 && document.syntaxProblem === undefined;
}

function findOutdated(page: Page, original: Page): Problem[] {
  const { file } = page;
  if (readRecord(page) === undefined) {
    const message = `this translation does not say which state of ${original.file} it was made from`;
    const hint = `when it says what the original says, run npm run translated -- ${file}`;
    return [{ file, ...START, code: 'translation-unrecorded', message, hint }];
  }
  const drift = findDrift(original, page);
  if (drift === undefined) return [];
  const message = `${original.file} changed since it was translated: ${describeDrift(drift)}`;
  const hint = `translate what changed, then run npm run translated -- ${file}`;
  return [{ file, ...page.yaml.positionOfKey([], 'translated'), code: 'translation-behind', message, hint }];
}

function describeDrift({ changed, added, removed }: Drift): string {
  return [
    ...changed.map(nameSection),
    ...added.map((section) => `${nameSection(section)} (new)`),
    ...removed.map((id) => `#${id} (gone)`),
  ].join(', ');
}

function nameSection({ id, title }: Section): string {
  return id === TOP ? 'what stands above the first heading' : `"${title}"`;
}

/** Only what runs is compared: diagrams and shown-only texts have words to translate. */
function findOtherCode(page: Page, original: Page): Problem[] {
  const [own, wanted] = [page, original].map(({ document }) => document.fences.filter(isExecuted));
  if (own === undefined || wanted === undefined) return [];
  const index = own.findIndex((fence, position) => codeOf(fence) !== codeOf(wanted[position]));
  const [different, theirs] = [own[index], wanted[index]];
  if (different === undefined && own.length === wanted.length) return [];
  const { line, column } = different ?? own.at(-1) ?? START;
  const at = (message: string, hint: string): Problem[] => [
    { file: page.file, line, column, code: 'translation-code', message, hint },
  ];
  if (different === undefined) {
    const blocks = wanted.length === 1 ? '1 block that runs' : `${wanted.length} blocks that run`;
    const message = `${original.file} has ${blocks}, and this page has ${own.length}`;
    return at(message, 'copy those that are missing as they are, with their output');
  }
  return theirs === undefined
    ? at(`${original.file} has no block that runs in this place`, 'take it out, or add it to the original')
    : at(`this block is not the one in line ${theirs.line} of ${original.file}`, 'copy it as it is, with its output');
}

/** Of a fence that shows an example, what it names. */
function codeOf(fence: Fence | undefined): string | undefined {
  return fence?.meta.values.get('example') ?? fence?.code;
}
