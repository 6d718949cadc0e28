/**
 * The journeys of readers, on the built site, which is below a base path, and one on the fixture, at the root of a host.
 * Most walk through our notes: a fork runs what holds of every site, and its own journeys, which lie in `tests/e2e/own`.
 * `npm run test:e2e` builds both first. Tests go to relative addresses: `page.goto('django/orm/')`.
 */
import { defineConfig } from '@playwright/test';
import site from './site.config.ts';
import { findBrowser } from './src/cli/setup/browser.mjs';

const executablePath = process.env.CHROMIUM_PATH ?? findBrowser();
const isOurs = site.siteId === 'pskb';
const EVERY_SITE = ['every-site.spec.ts', 'own/**/*.spec.ts'];
const FIXTURE = ['root.spec.ts', 'every-site.spec.ts', 'fixture.spec.ts'];
const isCI = Boolean(process.env.CI) && process.env.CI !== 'false';

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  fullyParallel: true,
  // One more than the cores that a machine may have: journeys wait, for a moment to pass or a program to run out of time.
  workers: 3,
  retries: 0,
  forbidOnly: isCI,
  // Generous, since what is slow on a busy machine is not wrong.
  timeout: 90_000,
  expect: {
    timeout: 10_000,
    toHaveScreenshot: {
      pathTemplate: '{testDir}/looks/{arg}{ext}',
      scale: 'device',
      // Edges of letters differ between versions of a browser.
      threshold: 0.25,
      maxDiffPixelRatio: 0.02,
    },
  },
  reporter: [['list'], ['json', { outputFile: '.cache/test/e2e.json' }]],
  use: {
    browserName: 'chromium',
    reducedMotion: 'reduce',
    serviceWorkers: 'allow',
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(executablePath !== undefined && { executablePath }),
      args: [
        '--no-sandbox',
        '--disable-background-networking',
        '--disable-component-update',
        '--no-first-run',
        // A headless shell places letters on whole pixels by itself, and its pages would be wider than a reader's.
        '--font-render-hinting=none',
      ],
    },
  },
  projects: [
    {
      name: 'base',
      ...(isOurs ? { testIgnore: FIXTURE } : { testMatch: EVERY_SITE }),
      use: { baseURL: `http://localhost:${process.env.E2E_BASE_PORT}/some/base/` },
    },
    {
      name: 'root',
      testMatch: FIXTURE,
      use: { baseURL: `http://localhost:${process.env.E2E_ROOT_PORT}/` },
    },
  ],
  // Each server takes a free port and says which; Playwright puts the named group into the environment.
  webServer: [
    {
      command: 'node src/cli/preview.mjs --folder .cache/e2e --port 4391',
      wait: { stdout: /http:\/\/localhost:(?<e2e_base_port>\d+)/ },
    },
    {
      command: 'node src/cli/preview.mjs --folder tests/sites/.built/root/dist --port 4491',
      wait: { stdout: /http:\/\/localhost:(?<e2e_root_port>\d+)/ },
    },
  ],
});
