/**
 * The inks of a page: what decides whether its text can be read, so that a text in an ink which axe was asked of need not be
 * asked again in another language.
 */
import type { Page } from '@playwright/test';

/** Marks text in an ink that was not there before. */
export const NEW_INK = '[data-new-ink]';

/**
 * Looks at all text that is shown: its color, whether it is large, bold or underlined, what it stands in, and the grounds
 * below it.
 * @param options.parts selectors to look into; the whole page where none are named
 * @param options.known inks of an earlier look: text in another one is marked
 * @returns the inks, in the theme that is shown
 */
export async function listInks(
  page: Page,
  { parts = ['body'], known }: { readonly parts?: readonly string[]; readonly known?: Iterable<string> } = {},
): Promise<string[]> {
  return await page.evaluate(
    ([selector, known]) => {
      const grounds = new Map<Element, string>();
      const groundOf = (element: Element | null): string => {
        if (element === null) return '';
        const noted = grounds.get(element);
        if (noted !== undefined) return noted;
        const { backgroundColor, backgroundImage, opacity } = getComputedStyle(element);
        const isClear = backgroundColor === 'rgba(0, 0, 0, 0)' && backgroundImage === 'none' && opacity === '1';
        const below = groundOf(element.parentElement);
        const ground = isClear ? below : `${below} / ${backgroundColor} ${backgroundImage} ${opacity}`;
        grounds.set(element, ground);
        return ground;
      };
      const inkOf = (element: Element): string => {
        const { color, fontSize, fontWeight, textDecorationLine, textShadow } = getComputedStyle(element);
        const around = element.parentElement && getComputedStyle(element.parentElement).color;
        // WCAG calls text large from 18 points on, bold text from 14.
        const isBold = Number(fontWeight) >= 700;
        const isLarge = Number.parseFloat(fontSize) >= (isBold ? 18.66 : 24);
        return `${color} ${isLarge} ${isBold} ${textDecorationLine} ${textShadow} in ${around} on ${groundOf(element)}`;
      };
      const isShown = (element: Element) =>
        [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim()) &&
        element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
      const inks = new Set<string>();
      for (const element of document.querySelectorAll(selector)) {
        const ink = isShown(element) ? inkOf(element) : undefined;
        if (ink !== undefined) inks.add(ink);
        if (known) element.toggleAttribute('data-new-ink', ink !== undefined && !known.includes(ink));
      }
      return [...inks];
    },
    [parts.map((part) => `${part}, ${part} *`).join(), known && [...known]] as const,
  );
}
