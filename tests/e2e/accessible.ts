/** What axe says of a page in both themes, for the price of little more than one. */
import { expect, type Page } from '@playwright/test';
import { listObjections, type Question } from './axe.ts';
import { listInks, NEW_INK } from './inks.ts';

const THEMES = ['light', 'dark'] as const;

type Theme = (typeof THEMES)[number];
/** By theme, the inks that axe was asked of. */
export type Inks = Readonly<Record<Theme, Set<string>>>;

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

/**
 * Asserts the same of a page, and that fingers hit what they mean (WCAG 2.5.8).
 * @returns the inks of its text
 */
export async function expectAccessibleTargets(page: Page): Promise<Inks> {
  const inks = { light: new Set<string>(), dark: new Set<string>() };
  await expectNoObjection(page, { rules: { 'target-size': true } }, inks);
  return inks;
}

async function expectNoObjection(page: Page, question: Question, inks?: Inks): Promise<void> {
  for (const theme of THEMES) {
    await showTheme(page, theme);
    const asked = theme === 'light' ? question : { ...question, rules: {}, only: COLOR_RULES };
    expect(await listObjections(page, asked), `in ${theme}`).toEqual([]);
    for (const ink of inks ? await listInks(page) : []) inks?.[theme].add(ink);
  }
}

/** Header, sidebar and contents, which stand beside a text on a desk and in menus on a phone. */
const FRAME = ['.page > header', 'nav.sidebar', '.right-sidebar-container'];

/**
 * Asserts the same at another width of a page that was looked at: its text has the colors that it had, which take axe most of
 * its time, so those are asked of the frame alone.
 * @param inks to which those of the frame are added
 */
export async function expectAccessibleFrame(page: Page, inks: Inks): Promise<void> {
  expect(await listObjections(page, { rules: NO_COLORS })).toEqual([]);
  const parts = await listThere(page, FRAME);
  // The theme that is shown comes first: to show another one takes as long as some questions.
  for (const theme of THEMES.toReversed()) {
    await showTheme(page, theme);
    expect(await listObjections(page, { parts, only: COLOR_RULES }), `the frame in ${theme}`).toEqual([]);
    for (const ink of await listInks(page, { parts })) inks[theme].add(ink);
  }
}

/**
 * Asserts the same in another language of a page that was looked at: what can differ are its words, and what they do to the
 * page. That is asked in one theme, and of the other whether it shows an ink that is new.
 * @param inks of the page in its first language
 */
export async function expectAccessibleWords(page: Page, theme: Theme, inks: Inks): Promise<void> {
  const except = await listThere(page, [UNTRANSLATED]);
  await showTheme(page, theme);
  expect(await listObjections(page, { except }), `in ${theme}`).toEqual([]);
  for (const other of THEMES.filter((name) => name !== theme)) {
    await showTheme(page, other);
    await listInks(page, { known: inks[other] });
    const parts = await listThere(page, [NEW_INK]);
    const objections = parts.length === 0 ? [] : await listObjections(page, { parts, except, only: COLOR_RULES });
    expect(objections, `in ${other}`).toEqual([]);
  }
}

async function listThere(page: Page, selectors: readonly string[]): Promise<string[]> {
  return await page.evaluate((all) => all.filter((selector) => document.querySelector(selector)), selectors);
}

async function showTheme(page: Page, theme: Theme): Promise<void> {
  await page.emulateMedia({ colorScheme: theme });
  await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
}
