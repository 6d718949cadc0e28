/** What scripts are told of running code: where the engines lie, what a first press costs, and the words. */
import site from 'virtual:study/site';
import engines from 'virtual:study/vendor';
import { downloadSize as postgresSize } from '../browser/runners/postgres/assets.ts';
import { downloadSize as pythonSize } from '../browser/runners/python/assets.ts';
import { type AllWords, wordsBelow } from './words-below.ts';

/** All of it: pages that are there to run code have it within them, others load it with the first press. */
export function createRunData(all: AllWords, lang: string) {
  return {
    siteId: site.siteId,
    python: engines.python,
    postgres: engines.postgres,
    first: describeFirstPress(all, lang),
    words: { ...wordsBelow(all, 'study.run.'), hint: all['study.hint.run'] ?? '' },
    sql: wordsBelow(all, 'study.sql.'),
    timeline: wordsBelow(all, 'study.timeline.'),
  };
}

/** What the buttons of a block say before anybody has pressed one. */
export function createRunButtons(all: AllWords, lang: string) {
  const { run, edit, loadFailed } = wordsBelow(all, 'study.run.');
  return { first: describeFirstPress(all, lang), words: { run, edit, loadFailed, hint: all['study.hint.run'] ?? '' } };
}

function describeFirstPress(all: AllWords, lang: string) {
  const format = new Intl.NumberFormat(lang, { style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 });
  const fill = (text = '', bytes: number) => text.replace('{{size}}', format.format(bytes / 1e6));
  return {
    python: fill(all['study.run.firstPython'], pythonSize(engines.python)),
    sql: fill(all['study.run.firstSql'], postgresSize(engines.postgres)),
  };
}
