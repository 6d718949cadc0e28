/**
 * Light stemming: forms of a word become one term, `caching` and `caches` both `cach`. The index and the query are cut by
 * the same rules, so a stem need not be a word; it only has to be the same for what belongs together.
 *
 * Light, because the words here are those of a trade, many of them names: a whole Snowball stemmer makes `generic` and
 * `generator` one term, and a reader who looks for either does not want the other.
 */

/** Takes a word in lower case without accents. */
export type Stemmer = (word: string) => string;

/** A suffix, what takes its place, and how many letters must stand before it. The first that fits is taken. */
type Rule = readonly [suffix: string, put: string, least: number];

const ENGLISH_PLURALS: readonly Rule[] = [
  ['sses', 'ss', 1],
  ['ies', 'y', 2],
  ['xes', 'x', 1],
  ['ches', 'che', 2],
  ['shes', 'sh', 2],
  ['ss', 'ss', 1],
  ['us', 'us', 1],
  ['is', 'is', 1],
  ['s', '', 3],
];

const ENGLISH_SUFFIXES: readonly Rule[] = [
  ['isation', 'iz', 2],
  ['ization', 'iz', 2],
  ['ability', 'abl', 2],
  // An annotation is not what `annotate` makes.
  ['ation', 'ation', 3],
  ['ator', 'at', 3],
  ['ment', '', 4],
  ['ency', 'ent', 3],
  ['ence', 'ent', 3],
  ['tion', 't', 3],
  ['sion', 's', 3],
  ['tor', 't', 3],
  ['ness', '', 4],
  ['ise', 'iz', 4],
  ['is', 'iz', 5],
  ['ize', 'iz', 3],
  ['er', '', 5],
  ['ly', '', 4],
  ['y', 'i', 2],
  ['e', '', 3],
];

const SPANISH: readonly Rule[] = [
  ...['amientos', 'imientos', 'aciones', 'amiento', 'imiento', 'adoras', 'adores'].map(toCut),
  ...['acion', 'ancia', 'adora', 'iendo', 'mente', 'ador', 'ando', 'ados', 'adas', 'idos', 'idas'].map(toCut),
  ['idades', 'idad', 3],
  ['ciones', 'cion', 2],
  ['siones', 'sion', 2],
  ...['ado', 'ada', 'ido', 'ida', 'es', 'os', 'as', 'ar', 'er', 'ir', 'o', 'a', 'e', 's'].map(toCut),
];

const PORTUGUESE: readonly Rule[] = [
  ...['amentos', 'imentos', 'amento', 'imento', 'adoras', 'adores', 'acoes', 'acao', 'mente'].map(toCut),
  ...['adora', 'ador', 'ando', 'endo', 'indo', 'ados', 'adas', 'idos', 'idas', 'oes', 'ao'].map(toCut),
  ['ais', 'al', 2],
  ['eis', 'el', 2],
  ['ns', 'm', 2],
  ['idades', 'idade', 3],
  ...['ado', 'ada', 'ido', 'ida', 'es', 'os', 'as', 'ar', 'er', 'ir', 'o', 'a', 'e', 's'].map(toCut),
];

function toCut(suffix: string): Rule {
  return [suffix, '', suffix.length > 3 ? 3 : 4];
}

function applyFirst(word: string, rules: readonly Rule[]): string {
  for (const [suffix, put, least] of rules) {
    if (word.length - suffix.length >= least && word.endsWith(suffix)) {
      return word.slice(0, word.length - suffix.length) + put;
    }
  }
  return word;
}

function stemEnglish(word: string): string {
  if (word.length < 4) return word;
  const stem = applyFirst(cutVerbEnding(applyFirst(word, ENGLISH_PLURALS)), ENGLISH_SUFFIXES);
  // `management` by way of `manage`.
  return stem.length > 4 && stem.endsWith('e') ? stem.slice(0, -1) : stem;
}

/** `running`, `matched`; not `string` and `need`, whose rest is no word. */
function cutVerbEnding(word: string): string {
  if (word.endsWith('ied') && word.length > 4) return `${word.slice(0, -3)}y`;
  const ending = ['ing', 'ed'].find((one) => word.endsWith(one) && word.length - one.length > 2);
  if (ending === undefined) return word;
  const rest = word.slice(0, -ending.length);
  if (!/[aeiouy]/.test(rest) || rest.endsWith('e')) return word;
  return /([bdglmnprt])\1$/.test(rest) ? rest.slice(0, -1) : rest;
}

const STEMMERS: Readonly<Record<string, Stemmer>> = {
  en: stemEnglish,
  es: (word) => applyFirst(word, SPANISH),
  pt: (word) => applyFirst(word, PORTUGUESE),
};

/** @param lang tag of a language; in one without rules, words stay as they are */
export function stemmerOf(lang: string): Stemmer {
  return STEMMERS[baseOf(lang)] ?? ((word) => word);
}

/**
 * Words that say how others belong together. They are looked for in titles and headings only, where `for` and `with`
 * may be Python's.
 */
const STOP_WORDS: Readonly<Record<string, string>> = {
  en: 'a an and are about as at be been between but by can did difference do does for from had has have how i if in into is it its my not of on or so than that the their them then there they this to too versus vs was we were what when where which who why will with would you your',
  es: 'a al como con cual cuando de del diferencia donde el ella en entre es esta este la las lo los mas no o para pero por que se sin sobre son su sus un una unas uno unos y ya',
  pt: 'a ao aos as com como da das de diferenca do dos e em entre esta este na nas no nos nao o os ou para pela pelo por porque qual quando que se sem sobre sua seu um uma umas uns',
};

export function stopWordsOf(lang: string): ReadonlySet<string> {
  return new Set(STOP_WORDS[baseOf(lang)]?.split(' '));
}

function baseOf(lang: string): string {
  return lang.toLowerCase().split('-')[0] ?? '';
}
