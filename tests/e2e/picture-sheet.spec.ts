/** The sheet of all pictures, for writers: none is missing, in both schemes at once, on a phone and without a script. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { LANGUAGES } from './templates.ts';

const SITE = '.cache/e2e';
const SHEET = 'authoring/pictures/';
const FIGURE = /<figure class="study-(?:diagram|picture|timeline) /g;
const MAP = /class="study-map not-content"/g;

function count(html: string, pattern: RegExp): number {
  return html.match(pattern)?.length ?? 0;
}

/** The right address of a page, below the base. */
function canonicalOf(html: string): string {
  return /rel="canonical" href="[^"]*?\/some\/base\/([^"]*)"/.exec(html)?.[1] ?? '';
}

for (const [lang, prefix] of Object.entries(LANGUAGES))
  test(`${lang}: every picture of the pages is on the sheet, twice`, () => {
    const read = (file: string) => readFileSync(path.join(SITE, prefix, file), 'utf8');
    const others = Object.values(LANGUAGES).filter((other) => other !== prefix && other !== '');
    const pages = readdirSync(path.join(SITE, prefix), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('index.html') && file !== `${SHEET}index.html`)
      .filter((file) => !others.some((other) => file.startsWith(other)))
      .map(read)
      // What is not translated is on the sheet of the language that it is written in, which is the right address of it.
      .filter((html) => canonicalOf(html).startsWith(prefix));
    const sheet = read(`${SHEET}index.html`);
    for (const pattern of [FIGURE, MAP]) {
      const drawn = pages.reduce((sum, html) => sum + count(html, pattern), 0);
      expect(drawn).toBeGreaterThan(0);
      expect(count(sheet, pattern)).toBe(2 * drawn);
    }
  });

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false });

  for (const width of [360, 1440])
    test(`both schemes and all steps are seen at ${width} px`, async ({ page }) => {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(SHEET);
      const map = page.locator('.study-sheet', { hasText: 'Data model, slots' }).first();
      const [light, dark] = [map.locator('.study-sheet-light'), map.locator('.study-sheet-dark')];
      const inkOf = (cell: typeof light) =>
        cell
          .locator('text')
          .first()
          .evaluate((text) => getComputedStyle(text).fill);
      expect(await inkOf(light)).not.toBe(await inkOf(dark));
      const [one, other] = [await light.boundingBox(), await dark.boundingBox()];
      if (width > 1000) expect(one?.y).toBe(other?.y);
      else expect(one?.x).toBe(other?.x);
      const scrolled = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(scrolled).toBeLessThanOrEqual(0);
      const steps = page.locator('.study-sheet-dark study-picture').first().getByRole('listitem');
      await expect(steps.last()).toBeVisible();
      expect(await steps.count()).toBeGreaterThan(1);
    });
});

test('a picture leads to its page and to its line, and the page is accessible', async ({ page }) => {
  await page.goto(`es/${SHEET}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Todas las imágenes');
  await expectAccessible(page, '.sl-markdown-content > p', '.sl-heading-wrapper', '.study-sheet > * > figure');
  const place = page.getByRole('link', { name: /^content\/docs\/es\/python-internals\/index\.md:\d+$/ });
  await expect(place).toHaveAttribute('href', /\/content\/docs\/es\/python-internals\/index\.md\?plain=1#L\d+$/);
  await page.locator('main h3 a').first().click();
  await expect(page).toHaveURL(/\/es\/(?!authoring)/);
});
