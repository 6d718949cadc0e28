/** How many tests a runner passed and failed, from the report that it wrote. */
import { existsSync, readFileSync } from 'node:fs';

/** @typedef {{ passed: number, failed: number, skipped: number }} Tally */

/**
 * @param {'vitest' | 'playwright'} runner
 * @param {string} file path of its JSON report
 * @param {number} code its exit code; a runner that failed without a failed test counts as one failed
 * @returns {Tally}
 */
export function readTally(runner, file, code) {
  const tally = existsSync(file)
    ? READERS[runner](JSON.parse(readFileSync(file, 'utf8')))
    : { passed: 0, failed: 0, skipped: 0 };
  return code !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally;
}

/** A step that is one check. */
export function tallyOf(code) {
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 };
}

const READERS = {
  /** A file that could not be loaded has failed without any test; it counts as one. */
  vitest({ numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults }) {
    const broken = testResults.filter(
      ({ status, assertionResults }) =>
        status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
    );
    return { passed: numPassedTests, failed: numFailedTests + broken.length, skipped: numPendingTests + numTodoTests };
  },
  playwright({ stats }) {
    return { passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped };
  },
};
