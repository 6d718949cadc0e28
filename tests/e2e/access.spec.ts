/**
 * WCAG 2.2 AA and more on one page of each kind: axe in three languages and both themes, reflow, text spacing, focus, targets,
 * motion, forced colors. In two tests, since to load a page takes longer than most questions about it.
 */
import { expect, type Page, test } from '@playwright/test';
import { expectAccessible, expectAccessibleFrame, expectAccessibleTargets } from './accessible.ts';
import { listMoving, listMute } from './comfort.ts';
import { expectForcedColors } from './drawn.ts';
import { recordForeignRequests } from './origins.ts';
import { LANGUAGES, MISSING, TEMPLATES } from './templates.ts';

/** 320 px are 1280 at a zoom of 400 %. */
const NARROW = { width: 320, height: 256 };
const WIDE = { width: 1440, height: 800 };
const PHONE = { width: 360, height: 800 };
/** Sidebar and contents stand beside the text on a desk, and in menus on a phone; words are what differs by language. */
const TRANSLATIONS = [
  { lang: 'es', size: WIDE },
  { lang: 'pt-BR', size: PHONE },
] as const;
/** What WCAG 1.4.12 lets a reader set. */
const TEXT_SPACING = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
  p { margin-block-end: 2em !important; }`;
/** So many stops of the Tab key show header, sidebar, contents and the first of what a page is for. */
const STOPS = 60;

for (const [name, path] of [...Object.entries(TEMPLATES), ['missing', MISSING] as const]) {
  test(`${name}: axe, the console and other hosts have nothing to say, in any language and theme`, async ({ page }) => {
    const said: string[] = [];
    const foreign = recordForeignRequests(page.context());
    page.on('console', (message) => said.push(message.text()));
    page.on('pageerror', (error) => said.push(error.message));
    page.on('response', (response) => response.status() < 400 || said.push(`${response.status()} ${response.url()}`));
    await page.setViewportSize(PHONE);
    await open(page, 'en', path);
    expect(await scrollsSideways(page), 'scrolls sideways at 360 px').toBe(false);
    expect(await listMoving(page), 'moves where less motion is asked for').toEqual([]);
    expect(await listMute(page), 'regions that speak and are not there').toEqual([]);
    await expectAccessibleTargets(page);
    await page.setViewportSize(WIDE);
    await expectAccessibleFrame(page);
    for (const { lang, size } of path === MISSING ? [] : TRANSLATIONS) {
      await page.setViewportSize(size);
      await open(page, lang, path);
      await expectAccessible(page);
    }
    expect(said).toEqual([]);
    expect(foreign).toEqual([]);
  });

  test(`${name}: nothing is cut off at 400 %, by wider spacing or in forced colors, and each stop of Tab is seen`, async ({
    page,
  }) => {
    await page.setViewportSize(WIDE);
    await page.goto(path);
    expect(await scrollsSideways(page), 'scrolls sideways at 1440 px').toBe(false);
    expect(await listUnseenStops(page)).toEqual([]);
    await openAll(page);
    await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur());

    await page.setViewportSize(NARROW);
    expect(await scrollsSideways(page), 'scrolls sideways at 320 px').toBe(false);
    const spacing = await page.addStyleTag({ content: TEXT_SPACING });
    expect(await scrollsSideways(page), 'scrolls sideways with wider spacing').toBe(false);
    expect(await listClipped(page), 'cut off with wider spacing').toEqual([]);
    await spacing.evaluate((style) => style.parentNode?.removeChild(style));

    await page.setViewportSize(WIDE);
    await expectForcedColors(page);
  });
}

async function open(page: Page, lang: keyof typeof LANGUAGES, path: string): Promise<void> {
  await page.goto(LANGUAGES[lang] + path);
  await expect(page.locator('html')).toHaveAttribute('lang', lang);
  await openAll(page);
}

/** Pages with something to tick show it once the script has read the reader's record; what is folded counts too. */
async function openAll(page: Page): Promise<void> {
  const progress = page.locator('main study-progress').first();
  if ((await progress.count()) > 0) await expect(progress).toHaveAttribute('data-ready');
  await page.locator('main details').evaluateAll((all) => all.forEach((details) => details.setAttribute('open', '')));
}

function scrollsSideways(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
}

/** Text that is higher or wider than the box that hides the rest of it. */
function listClipped(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('body *')]
      .filter((element) => {
        const { overflowX, overflowY, clipPath, position, textOverflow } = getComputedStyle(element);
        if (!element.checkVisibility({ visibilityProperty: true }) || element.closest('svg')) return false;
        if (![...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim()))
          return false;
        // What only a screen reader is meant to read.
        if (
          element.matches('study-note-state') ||
          clipPath !== 'none' ||
          (position === 'absolute' && element.clientWidth <= 1)
        )
          return false;
        const hides = (overflow: string) => overflow === 'hidden' || overflow === 'clip';
        const isCutBelow = hides(overflowY) && element.scrollHeight > element.clientHeight + 2;
        const isCutBeside =
          hides(overflowX) && textOverflow !== 'ellipsis' && element.scrollWidth > element.clientWidth + 2;
        return isCutBelow || isCutBeside;
      })
      .map((element) => `${element.tagName}.${element.className}: ${element.textContent?.trim().slice(0, 60)}`),
  );
}

/** Where the Tab key stops without a mark that can be seen, or below something else. */
async function listUnseenStops(page: Page): Promise<string[]> {
  const unseen: string[] = [];
  for (let stop = 0; stop < STOPS; stop += 1) {
    await page.keyboard.press('Tab');
    const problem = await page.evaluate(() => {
      const focused = document.activeElement;
      if (!(focused instanceof HTMLElement) || focused === document.body) return '';
      const name = `${focused.tagName} ${focused.getAttribute('aria-label') ?? focused.textContent?.trim().slice(0, 40)}`;
      // An editor's frame is marked, not its text.
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(focused.closest('.study-editor') ?? focused);
      const isMarked = (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0) || boxShadow !== 'none';
      if (!isMarked) return `${name}: no mark of focus`;
      const isSeen = [...focused.getClientRects()].some(({ left, right, top, bottom }) => {
        const points = [0.1, 0.5, 0.9].map((part) => [(left + right) / 2, top + (bottom - top) * part] as const);
        return points.some(([x, y]) => {
          const above = document.elementFromPoint(x, y);
          return above !== null && (focused.contains(above) || above.contains(focused));
        });
      });
      return isSeen ? '' : `${name}: is not in view`;
    });
    if (problem !== '') unseen.push(problem);
  }
  return unseen;
}
