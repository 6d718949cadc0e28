/**
 * The first screens of each kind of page, against pictures that somebody looked at: `looks/`. One font stands for all, so
 * that the pictures do not depend on the fonts of a machine; half the pixels are enough to see that something moved, has
 * another color, or is gone. After a change that is meant: `npm run test:e2e -- looks --update-snapshots`, and look.
 */
import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';

const PAGES = {
  home: '',
  area: 'databases/',
  note: 'python-internals/gil/',
  'note-es': 'es/databases/transactions-and-isolation/',
  deck: 'flashcards/python-internals/gil/',
  decks: 'flashcards/',
  roadmap: 'roadmaps/sprint/',
  exercise: 'exercises/lru-cache/',
  exercises: 'exercises/',
  project: 'projects/todo-api/',
  interview: 'interviews/mock-1/',
  review: 'review/',
  playground: 'playground/',
  progress: 'progress/',
  resources: 'resources/',
  offline: 'offline/',
  guide: 'authoring/components/',
  missing: '404.html',
};
const WIDTHS = [360, 768, 1440];
const SCHEMES = ['light', 'dark'] as const;
const FONT = '/looks-font.ttf';
const FONT_FILE = 'node_modules/@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf';
/** Pages say how far the week is, and when something was checked. */
const NOW = new Date('2026-06-17T10:00:00Z');

test.use({ deviceScaleFactor: 0.3, bypassCSP: true, timezoneId: 'UTC', locale: 'en-US', serviceWorkers: 'block' });

for (const [name, path] of Object.entries(PAGES)) {
  test(`looks: ${name}`, async ({ page }) => {
    await page.clock.setFixedTime(NOW);
    await page.route(`**${FONT}`, (route) => route.fulfill({ body: readFileSync(FONT_FILE), contentType: 'font/ttf' }));
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 1100 });
      await page.goto(path);
      await settle(page);
      for (const colorScheme of SCHEMES) {
        await page.emulateMedia({ colorScheme });
        await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme);
        await expect.soft(page).toHaveScreenshot([`${name}-${width}-${colorScheme}.png`]);
      }
    }
  });
}

/** Waits until the page's scripts have shown what they know, in the one font. */
async function settle(page: Page): Promise<void> {
  await page.addStyleTag({
    content: `@font-face { font-family: Looks; src: url('${FONT}'); }
      *, ::before, ::after { font-family: Looks !important; }`,
  });
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => document.fonts.ready);
}
