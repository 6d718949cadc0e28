/**
 * `npm run bench`: how fast the content check is, Anki's files, the estimates of topics, and in a browser a reader's record, their reviews and the
 * code of a page, beside their budgets. `npm run bench -- study` measures one of them. Above one process a core, every figure is that much too high.
 * Two are measured only by their name, since they take a built site: `npm run bench -- bytes`, what the first visit of a page
 * fetches, and `npm run bench -- serve`, what nginx serves, which takes programs that few have.
 */
import { availableParallelism, loadavg } from 'node:os';
import { benchAnki } from './bench/anki.ts';
import { benchBytes } from './bench/bytes.ts';
import { benchContent } from './bench/content.ts';
import { printFigures } from './bench/figure.ts';
import { benchReview } from './bench/review.ts';
import { benchRunners } from './bench/runners.ts';
import { benchServe } from './bench/serve.ts';
import { benchStudy } from './bench/study.ts';
import { benchWeakness } from './bench/weakness.ts';

const BENCHES = {
  content: benchContent,
  study: benchStudy,
  review: benchReview,
  weakness: benchWeakness,
  anki: benchAnki,
  runners: benchRunners,
  bytes: benchBytes,
  serve: benchServe,
};
/** Not measured unless named. */
const ON_REQUEST = ['bytes', 'serve'];

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !Object.hasOwn(BENCHES, name));
if (unknown.length > 0) {
  console.error(`There is no bench ${unknown.join(', ')}: ${Object.keys(BENCHES).join(', ')}`);
  process.exitCode = 1;
} else {
  for (const [name, bench] of Object.entries(BENCHES)) {
    if (wanted.length > 0 ? !wanted.includes(name) : ON_REQUEST.includes(name)) continue;
    console.log(`\n${name}\n`);
    console.log(printFigures(await bench()));
  }
  const [load = 0] = loadavg();
  console.log(`\nprocesses that want to run, for each core: ${(load / availableParallelism()).toFixed(1)}`);
}
