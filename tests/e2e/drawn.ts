/** What of a page is drawn, and what is left of it where a system forces its own colors. Each part runs in the page. */
import { expect, type Page } from '@playwright/test';

/** Asserts that nothing which is drawn is lost where a system forces its colors, and that pictures can be read. */
export async function expectForcedColors(page: Page): Promise<void> {
  await page.emulateMedia({ forcedColors: 'none', colorScheme: 'light' });
  // What had the focus fades away.
  await page.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)));
  await noteDrawn(page);
  await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
  expect(await listLost(page), 'drawn by a background alone').toEqual([]);
  expect(await listFaint(page), 'words of pictures, light on dark').toEqual([]);
  expect(await listEdgeless(page), 'controls without an edge').toEqual([]);
  expect(await listUnmarked(page), 'no mark of focus').toEqual([]);
  await page.emulateMedia({ colorScheme: 'light' });
  expect(await listFaint(page), 'words of pictures, dark on light').toEqual([]);
}

/** Notes what a background alone draws, without a word or a border, while colors are the page's own. */
function noteDrawn(page: Page): Promise<void> {
  return page.evaluate(() => {
    const drawn: [Element, string | null][] = [];
    for (const element of document.querySelectorAll('body *')) {
      if (element.closest('svg')) continue;
      if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
      for (const part of [null, '::before', '::after']) {
        const style = getComputedStyle(element, part);
        if (part !== null && !/^"\s*"/.test(style.content)) continue;
        if (part === null && (element.textContent?.trim() || element.querySelector('svg, img, input'))) continue;
        const { width, height } = part === null ? element.getBoundingClientRect() : style;
        const isSeen = Number.parseFloat(String(width)) >= 2 && Number.parseFloat(String(height)) >= 2;
        const isPainted = style.backgroundColor !== 'rgba(0, 0, 0, 0)' || style.backgroundImage !== 'none';
        if (isSeen && isPainted) drawn.push([element, part]);
      }
    }
    Object.assign(window, { drawn });
  });
}

/** What was noted and now has the color of its ground, and no border. The three dots of a terminal are an ornament. */
function listLost(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const drawn: [Element, string | null][] = Reflect.get(window, 'drawn');
    const isClear = (color: string) => /, 0\)$/.test(color);
    const groundOf = (element: Element | null): string => {
      if (element === null) return '';
      const { backgroundColor } = getComputedStyle(element);
      return isClear(backgroundColor) ? groundOf(element.parentElement) : backgroundColor;
    };
    return drawn
      .filter(([element, part]) => {
        if (element.matches('.is-terminal .header, input, select, textarea, button')) return false;
        const style = getComputedStyle(element, part);
        const hasBorder = ['top', 'right', 'bottom', 'left'].some(
          (side) => Number.parseFloat(style.getPropertyValue(`border-${side}-width`)) > 0,
        );
        const ground = groundOf(part === null ? element.parentElement : element);
        return !hasBorder && (isClear(style.backgroundColor) || style.backgroundColor === ground);
      })
      .map(([element, part]) => `${element.tagName}.${element.className}${part ?? ''}`);
  });
}

/** Words of pictures that stand out less than 4.5:1 from what lies below them. Outlined ones stand on their outline. */
export function listFaint(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const luminance = (color: string) => {
      const unit = color.startsWith('color(') ? 1 : 255;
      const [red = 0, green = 0, blue = 0] = (color.match(/[\d.]+/g) ?? []).slice(0, 3).map((text) => {
        const part = Number(text) / unit;
        return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const canvas = getComputedStyle(document.body).backgroundColor;
    const faint: string[] = [];
    for (const svg of document.querySelectorAll('main svg')) {
      const shapes = [...svg.querySelectorAll<SVGElement>('rect, circle, polygon')].filter(
        (shape) => /^(rgb|color)/.test(getComputedStyle(shape).fill) && !shape.closest('defs'),
      );
      for (const text of svg.querySelectorAll('text')) {
        const { fill, stroke } = getComputedStyle(text);
        const { left, top, width, height } = text.getBoundingClientRect();
        if (width === 0 || stroke !== 'none' || !text.checkVisibility({ visibilityProperty: true })) continue;
        const [x, y] = [left + width / 2, top + height / 2];
        const below = shapes.findLast((shape) => {
          const box = shape.getBoundingClientRect();
          const isBefore = shape.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_FOLLOWING;
          return isBefore && box.left <= x && box.right >= x && box.top <= y && box.bottom >= y;
        });
        const ground = below === undefined ? canvas : getComputedStyle(below).fill;
        const [high = 0, low = 0] = [luminance(fill), luminance(ground)].sort((a, b) => b - a);
        if ((high + 0.05) / (low + 0.05) < 4.5) faint.push(`${text.textContent?.trim()}: ${fill} on ${ground}`);
      }
    }
    return faint;
  });
}

/** Fields and buttons without an edge that can be seen. */
function listEdgeless(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('button, select, textarea, input:not([type=file])')]
      .filter((control) => control.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
      .filter((control) => {
        // What a browser draws by itself has its edge.
        if (control.matches('[type=checkbox], [type=radio]')) return false;
        const { borderTopWidth, borderTopStyle } = getComputedStyle(control);
        return borderTopStyle === 'none' || Number.parseFloat(borderTopWidth) === 0;
      })
      .map((control) => `${control.tagName}.${control.className}: ${control.textContent?.trim().slice(0, 30)}`),
  );
}

/** What can have the focus and does not show it. The focus goes there as by the keyboard. */
async function listUnmarked(page: Page): Promise<string[]> {
  await page.keyboard.press('Tab');
  return page.evaluate(() => {
    const unmarked: string[] = [];
    const stops = 'a[href], button, input, select, textarea, summary, [tabindex="0"], .cm-content';
    for (const stop of document.querySelectorAll<HTMLElement | SVGElement>(stops)) {
      if (!stop.checkVisibility({ visibilityProperty: true })) continue;
      stop.focus({ preventScroll: true });
      if (document.activeElement !== stop) continue;
      // An editor's frame is marked, not its text; of a field that is not seen, its label.
      const isUnseen = stop.matches('[type=file]') && !stop.checkVisibility({ opacityProperty: true });
      const marked = stop.closest('.study-editor') ?? (isUnseen ? stop.previousElementSibling : stop);
      const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(marked ?? stop);
      const isMarked = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0 && !/, 0\)$/.test(outlineColor);
      if (!isMarked)
        unmarked.push(`${stop.tagName}.${stop.getAttribute('class')}: ${stop.textContent?.trim().slice(0, 30)}`);
    }
    return unmarked;
  });
}
