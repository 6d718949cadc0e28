import { defineConfig } from 'vitest/config';

const MINUTE = 60_000;

/** The projects are the groups of `npm test`: each runs alone with `npm run test:<name>`. */
export default defineConfig({
  test: {
    projects: [
      // Generous, since what is slow on a busy machine is not wrong.
      { test: { name: 'unit', include: ['src/**/*.test.ts', 'tests/unit/**/*.test.ts'], testTimeout: MINUTE } },
      {
        // Pyodide takes seconds to start, and blocks may use real time.
        test: {
          name: 'python',
          include: ['tests/python/**/*.test.ts'],
          testTimeout: 2 * MINUTE,
          hookTimeout: 2 * MINUTE,
        },
      },
      {
        // Each file builds sites; two builds at once would only slow each other down.
        test: {
          name: 'sites',
          include: ['tests/sites/*.test.ts'],
          fileParallelism: false,
          testTimeout: 5 * MINUTE,
          hookTimeout: 5 * MINUTE,
        },
      },
    ],
  },
});
