/** What axe says of a page in both themes, for the price of little more than one. */
import { expect, type Page } from '@playwright/test';
import { listObjections, type Question } from './axe.ts';

/** The rules whose answer depends on colors: the only ones that the second theme can answer differently. */
const COLOR_RULES = ['color-contrast', 'link-in-text-block'];
const NO_COLORS = Object.fromEntries(COLOR_RULES.map((rule) => [rule, false]));

/** The text of a page that is not translated yet: it was looked at in its own language. */
const UNTRANSLATED = 'html:not([lang=en]) main[lang=en] .sl-markdown-content';

/**
 * Asserts that axe objects to nothing, in light and in dark.
 * @param parts selectors to look at; the whole page where there are none
 */
export async function expectAccessible(page: Page, ...parts: readonly string[]): Promise<void> {
  await expectNoObjection(page, { parts, except: await listThere(page, [UNTRANSLATED]) });
}

/** Asserts the same of a page, and that fingers hit what they mean (WCAG 2.5.8). */
export async function expectAccessibleTargets(page: Page): Promise<void> {
  await expectNoObjection(page, { rules: { 'target-size': true } });
}

async function expectNoObjection(page: Page, question: Question): Promise<void> {
  await showTheme(page, 'light');
  expect(await listObjections(page, question), 'in light').toEqual([]);
  await showTheme(page, 'dark');
  expect(await listObjections(page, { ...question, rules: {}, only: COLOR_RULES }), 'in dark').toEqual([]);
}

/** Header, sidebar and contents, which stand beside a text on a desk and in menus on a phone. */
const FRAME = ['.page > header', 'nav.sidebar', '.right-sidebar-container'];

/**
 * Asserts the same at another width of a page that was looked at: its text has the colors that it had, which take axe most of
 * its time, so those are asked of the frame alone.
 */
export async function expectAccessibleFrame(page: Page): Promise<void> {
  await showTheme(page, 'light');
  expect(await listObjections(page, { rules: NO_COLORS }), 'in light').toEqual([]);
  const frame: Question = { parts: await listThere(page, FRAME), only: COLOR_RULES };
  expect(await listObjections(page, frame), 'the frame in light').toEqual([]);
  await showTheme(page, 'dark');
  expect(await listObjections(page, frame), 'the frame in dark').toEqual([]);
}

async function listThere(page: Page, selectors: readonly string[]): Promise<string[]> {
  return await page.evaluate((all) => all.filter((selector) => document.querySelector(selector)), selectors);
}

async function showTheme(page: Page, theme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme: theme });
  await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
}
