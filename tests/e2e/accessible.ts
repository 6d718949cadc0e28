/** What axe says of a page in both themes, for the price of little more than one. */
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** The rules whose answer depends on colors: the only ones that the second theme can answer differently. */
const COLOR_RULES = ['color-contrast', 'link-in-text-block'];

/**
 * Asserts that axe objects to nothing, in light and in dark.
 * @param parts selectors to look at; the whole page where there are none
 */
export async function expectAccessible(page: Page, ...parts: readonly string[]): Promise<void> {
  const looks = () => parts.reduce((axe, part) => axe.include(part), startAxe(page));
  await showTheme(page, 'light');
  expect(await listObjections(looks()), 'in light').toEqual([]);
  await showTheme(page, 'dark');
  expect(await listObjections(looks().withRules(COLOR_RULES)), 'in dark').toEqual([]);
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
