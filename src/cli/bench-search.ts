/**
 * `npm run bench:search`: how well search answers queries whose answers are known (tests/search), what it fetches, how fast
 * it is in a browser, and how long indexing takes. `-- --scale 10000` measures bytes and times over as many pages, made of
 * the text of the built ones; `-- --misses` names the queries that are not answered first.
 */
import { parseArgs } from 'node:util';
import { printFigures } from './bench/figure.ts';
import { benchSearch } from './bench/search.ts';
import { judge, openBuiltEngine, type Verdict } from './bench/search-judge.ts';
import { LANGUAGES, printScores, readLanguageQueries } from './bench/search-score.ts';
import { build } from './site/build.mjs';

const { values } = parseArgs({ options: { scale: { type: 'string' }, misses: { type: 'boolean' } } });

const { base } = await build(process.execPath);
for (const language of LANGUAGES) {
  const engine = openBuiltEngine('dist', language);
  const verdicts = await judge(engine, readLanguageQueries(language.lang), language.locale);
  console.log(`\n${language.lang}\n\n${printScores(verdicts)}`);
  if (values.misses)
    console.log(
      `\n${verdicts
        .filter(({ rank }) => rank !== 1)
        .map(printMiss)
        .join('\n')}`,
    );
}
const scale = values.scale === undefined ? undefined : Number.parseInt(values.scale, 10);
console.log(`\n${scale === undefined ? 'this site' : `${scale} pages`}\n`);
console.log(printFigures(await benchSearch(base, scale)));

function printMiss({ kind, query, rank, targets, found }: Verdict): string {
  return `${kind}: ${query} → ${targets.join(', ')} at ${rank ?? '–'} of ${found.slice(0, 5).join(', ')}`;
}
