/**
 * The first screens of each kind of page, against pictures that somebody looked at: `looks/`. One font stands for all, so
 * that the pictures do not depend on the fonts of a machine; half the pixels are enough to see that something moved, has
 * another color, or is gone. After a change that is meant: `npm run test:e2e -- looks --update-snapshots`, and look.
 */
import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { sumShifts, watchShifts } from './shifts.ts';
import { LANGUAGES, MISSING, TEMPLATES } from './templates.ts';

const PAGES = {
  ...TEMPLATES,
  // A seed of its own is drawn for each visit.
  interview: `${TEMPLATES.interview}?seed=1`,
  'note-es': LANGUAGES.es + TEMPLATES['note-sql'],
  missing: MISSING,
};
const WIDTHS = [360, 768, 1440];
const SCHEMES = ['light', 'dark'] as const;
const FONT = '/looks-font.ttf';
const FONT_FILE = 'node_modules/@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf';
/** They show what the reader's log says, which takes a moment more. */
const TOOLS =
  'study-exercise, study-filtered-list, study-interview, study-plan, study-playground, study-review, study-run';
const UNREADY = `:is(${TOOLS}):not([data-ready])`;
/** Of the 0.1 that Web Vitals call good: what moves while scripts, fonts and the record of a reader come. */
const MOST_SHIFT = 0.05;
/** Pages say how far the week is, and when something was checked. */
const NOW = new Date('2026-06-17T10:00:00Z');

test.use({ deviceScaleFactor: 0.3, bypassCSP: true, timezoneId: 'UTC', locale: 'en-US', serviceWorkers: 'block' });

for (const [name, path] of Object.entries(PAGES)) {
  test(`looks: ${name}`, async ({ page }) => {
    await page.clock.setFixedTime(NOW);
    await page.route(`**${FONT}`, (route) => route.fulfill({ body: readFileSync(FONT_FILE), contentType: 'font/ttf' }));
    await watchShifts(page);
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 1100 });
      // What lies between a phone and a desk is reached by turning the phone.
      if (width !== 768) {
        await page.goto(path);
        await page.waitForLoadState('networkidle');
        await expect(page.locator(UNREADY)).toHaveCount(0);
        expect(await sumShifts(page), `moves at ${width} px`).toBeLessThan(MOST_SHIFT);
        await useOneFont(page);
      }
      for (const colorScheme of SCHEMES) {
        await page.emulateMedia({ colorScheme });
        await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme);
        await expect.soft(page).toHaveScreenshot([`${name}-${width}-${colorScheme}.png`]);
      }
    }
  });
}

async function useOneFont(page: Page): Promise<void> {
  await page.addStyleTag({
    content: `@font-face { font-family: Looks; src: url('${FONT}'); }
      *, ::before, ::after { font-family: Looks !important; }`,
  });
  await page.evaluate(() => document.fonts.ready);
}
