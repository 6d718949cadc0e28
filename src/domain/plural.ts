/**
 * Which form of a word goes with a number. The files of `content/i18n` hold the forms beside each other, as i18next reads them
 * too: `study.search.results` is the form of most numbers, `study.search.results_one` that of 1 (in Portuguese of 0 too), and a
 * language that has more of them adds `_few`, `_many` and so on.
 */

/** What the key of a form ends in; nothing for the form of most numbers. */
function endingOf(count: number, rules: Intl.PluralRules): string {
  const form = rules.select(count);
  return form === 'other' ? '' : `_${form}`;
}

/**
 * The endings that a language needs for what is counted on pages: its form for a million is not among them.
 *
 * @example listEndings('pl') // ['_many', '_one', '_few']
 */
export function listEndings(lang: string): string[] {
  const rules = new Intl.PluralRules(lang);
  const endings = Array.from({ length: 201 }, (_, count) => endingOf(count, rules));
  return [...new Set(endings)].filter((ending) => ending !== '');
}

/**
 * @param lang language tag
 * @example pickForm({ rows: '{count} rows', rows_one: '{count} row' }, 'rows', 1, 'en') // '{count} row'
 */
export function pickForm<Words extends object>(
  words: Words,
  name: keyof Words & string,
  count: number,
  lang: string,
): string {
  const forms = [name + endingOf(count, new Intl.PluralRules(lang)), name].map((key): unknown =>
    Reflect.get(words, key),
  );
  return String(forms.find((form) => form !== undefined) ?? '');
}
