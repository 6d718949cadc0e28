/** The judged queries of tests/search, on the built index, through the page's own code: no browser is needed. */
import { expect, test } from '@playwright/test';
import { judge, openBuiltEngine, type Verdict } from '../../src/cli/bench/search-judge.ts';
import { LANGUAGES, readLanguageQueries, scoreOf } from '../../src/cli/bench/search-score.ts';

for (const language of LANGUAGES) {
  test(`search in ${language.lang} answers what it is asked`, async () => {
    const engine = openBuiltEngine('.cache/e2e', language);
    const verdicts = await judge(engine, readLanguageQueries(language.lang), language.locale);
    const missed = (least: number, of = verdicts) =>
      of.filter(({ rank = Number.POSITIVE_INFINITY }) => rank > least).map(({ query }: Verdict) => query);
    expect(verdicts.length).toBeGreaterThan(20);
    expect(missed(5)).toEqual([]);
    expect(
      missed(
        2,
        verdicts.filter(({ kind }) => kind === 'code'),
      ),
    ).toEqual([]);
    expect(scoreOf(verdicts).mrr).toBeGreaterThanOrEqual(0.97);
    expect(scoreOf(verdicts.filter(({ kind }) => kind === 'typo')).mrr).toBeGreaterThanOrEqual(0.9);
  });
}
