/** The languages of a site, from their tags: `es` or `en, pt-BR`. */
import type { Site } from '../../content/site-config.ts';
import { Refusal } from '../new/refusal.ts';

type Locales = Site['locales'];

/**
 * @param text tags with commas between them, the main language first
 * @param known locales that have a label already, which is kept
 * @throws {Refusal} naming the tag that is none
 * @example readLanguages('es', {}) // { root: { label: 'Español', lang: 'es', dir: 'ltr' } }
 */
export function readLanguages(text: string, known: Locales): Locales {
  const tags = text
    .split(/[\s,]+/)
    .filter((tag) => tag !== '')
    .map(readTag);
  if (tags.length === 0) throw new Refusal('name one language at least, such as en or es');
  const twice = tags.find((tag, index) => tags.indexOf(tag) !== index);
  if (twice !== undefined) throw new Refusal(`${twice} stands there twice`);
  const labels = new Map(Object.values(known).map(({ lang, label }) => [lang, label]));
  return Object.fromEntries(
    tags.map((lang, index) => [
      index === 0 ? 'root' : lang.toLowerCase(),
      { label: labels.get(lang) ?? nameLanguage(lang), lang, dir: directionOf(lang) },
    ]),
  );
}

/** @example writeLanguages({ root: { lang: 'es', … } }) // 'es' */
export function writeLanguages(locales: Locales): string {
  const { root, ...others } = locales;
  return [root, ...Object.values(others)].flatMap((locale) => locale?.lang ?? []).join(', ');
}

function readTag(text: string): string {
  const tag = canonicalOf(text.replaceAll('_', '-'));
  // Names of languages look like tags that nobody has registered.
  if (tag !== undefined && /^[a-z]{2,3}(-|$)/.test(tag) && nameLanguage(tag).toLowerCase() !== tag.toLowerCase())
    return tag;
  throw new Refusal(`"${text}" is no tag of a language: write en, es or pt-BR`);
}

function canonicalOf(text: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(text)[0];
  } catch {
    return undefined;
  }
}

/** The language's own name, with a capital letter as in a list. */
function nameLanguage(lang: string): string {
  const name = new Intl.DisplayNames(lang, { type: 'language', languageDisplay: 'dialect' }).of(lang) ?? lang;
  return name.charAt(0).toLocaleUpperCase(lang) + name.slice(1);
}

const RIGHT_TO_LEFT = new Set(['Adlm', 'Arab', 'Hebr', 'Nkoo', 'Rohg', 'Syrc', 'Thaa']);

function directionOf(lang: string): 'ltr' | 'rtl' {
  return RIGHT_TO_LEFT.has(new Intl.Locale(lang).maximize().script ?? '') ? 'rtl' : 'ltr';
}
