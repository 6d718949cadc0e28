/** What axe says of a page in both themes, for the price of little more than one. */
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** The rules whose answer depends on colors: the only ones that the second theme can answer differently. */
const COLOR_RULES = ['color-contrast', 'link-in-text-block'];

/** The text of a page that is not translated yet: it was looked at in its own language. */
const UNTRANSLATED = 'html:not([lang=en]) main[lang=en] .sl-markdown-content';

/**
 * Asserts that axe objects to nothing, in light and in dark.
 * @param parts selectors to look at; the whole page where there are none
 */
export async function expectAccessible(page: Page, ...parts: readonly string[]): Promise<void> {
  const left = (await page.locator(UNTRANSLATED).count()) > 0 ? [UNTRANSLATED] : [];
  const looks = () =>
    left.reduce(
      (axe, part) => axe.exclude(part),
      parts.reduce((axe, part) => axe.include(part), startAxe(page)),
    );
  await showTheme(page, 'light');
  expect(await listObjections(looks()), 'in light').toEqual([]);
  await showTheme(page, 'dark');
  expect(await listObjections(looks().withRules(COLOR_RULES)), 'in dark').toEqual([]);
}

/** Header, sidebar and contents, which stand beside a text on a desk and in menus on a phone. */
const FRAME = ['.page > header', 'nav.sidebar', '.right-sidebar-container'];

/**
 * Asserts the same at another width of a page that was looked at: its text has the colors that it had, which take axe most of
 * its time, so those are asked of the frame alone.
 */
export async function expectAccessibleFrame(page: Page): Promise<void> {
  await showTheme(page, 'light');
  expect(await listObjections(startAxe(page).disableRules(COLOR_RULES)), 'in light').toEqual([]);
  const parts: string[] = [];
  for (const part of FRAME) if ((await page.locator(part).count()) > 0) parts.push(part);
  const frame = () => parts.reduce((axe, part) => axe.include(part), startAxe(page)).withRules(COLOR_RULES);
  expect(await listObjections(frame()), 'the frame in light').toEqual([]);
  await showTheme(page, 'dark');
  expect(await listObjections(frame()), 'the frame in dark').toEqual([]);
}

/**
 * Describing each of the thousands of elements that are as they should be takes longer than to examine them, and so does
 * the second page that axe opens to gather the results of frames, of which the site has none.
 */
export function startAxe(page: Page): AxeBuilder {
  return new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode(true);
}

async function showTheme(page: Page, theme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme: theme });
  await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
}

async function listObjections(axe: AxeBuilder): Promise<[rule: string, targets: string[]][]> {
  const { violations } = await axe.analyze();
  return violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target.join(' '))]);
}
