import { configDefaults, defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import site from './site.config.ts';

const MINUTE = 60_000;

/** Begun last, the longest file would keep one core busy while the other waits. */
const LONGEST = ['exercises.test.ts', 'scripts.test.ts', 'projects.test.ts', 'sql-exercises.test.ts', 'blocks.test.ts'];

/** They say of our content what need not hold of another, or set up a clone, which a fork no longer is: it runs the rest. */
const OURS_ALONE = [
  'tests/unit/example-programs.test.ts',
  'tests/unit/interview-questions.test.ts',
  'tests/unit/roadmap-targets.test.ts',
  'tests/sites/setup.test.ts',
  'tests/sites/newcomer.test.ts',
];
const exclude = [...configDefaults.exclude, ...(site.siteId === 'pskb' ? [] : OURS_ALONE)];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => LONGEST.findIndex((name) => moduleId.endsWith(`/${name}`)) >>> 0;
    return (await super.sort(files)).sort((a, b) => rank(a) - rank(b));
  }
}

/** The projects are the groups of `npm test`: each runs alone with `npm run test:<name>`. */
export default defineConfig({
  test: {
    // By itself, Vitest leaves a core to whoever watches: half of a machine that has two.
    maxWorkers: '100%',
    sequence: { sequencer: LongestFirst },
    projects: [
      // Generous, since what is slow on a busy machine is not wrong.
      {
        test: {
          name: 'unit',
          include: ['src/**/*.test.ts', 'tests/unit/**/*.test.ts'],
          exclude,
          testTimeout: MINUTE,
          // Files share a process and what they import: to load it for each takes as long as the tests.
          isolate: false,
          // What one replaces, the next finds as it was.
          restoreMocks: true,
          unstubGlobals: true,
          unstubEnvs: true,
        },
      },
      {
        // Pyodide takes seconds to start, and blocks may use real time.
        test: {
          name: 'python',
          include: ['tests/python/**/*.test.ts'],
          globalSetup: ['tests/python/services.setup.ts'],
          testTimeout: 2 * MINUTE,
          hookTimeout: 2 * MINUTE,
        },
      },
      {
        // Each file builds sites; two builds at once would only slow each other down.
        test: {
          name: 'sites',
          include: ['tests/sites/*.test.ts'],
          exclude,
          fileParallelism: false,
          // So that they share the site that most of them only look at.
          isolate: false,
          testTimeout: 5 * MINUTE,
          hookTimeout: 5 * MINUTE,
        },
      },
    ],
  },
});
