/**
 * Fingers hit what they mean (WCAG 2.5.8), nothing moves for who asks for less motion, and what speaks to a screen reader is
 * there before it does.
 */
import { expect, type Page } from '@playwright/test';
import { listObjections } from './axe.ts';

export async function expectComfort(page: Page): Promise<void> {
  expect(await listObjections(page, { only: ['target-size'] })).toEqual([]);
  expect(await listMoving(page)).toEqual([]);
}

/** What would move for longer than a millisecond: a change of place or size. Colors and what fades may take their time. */
export function listMoving(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const MOVES =
      /^(all|transform|translate|scale|rotate|inset|top|left|right|bottom|width|height|(inline|block)-size|margin|grid)/;
    const seconds = (text: string) => Math.max(...text.split(',').map(Number.parseFloat));
    const moving: string[] = [];
    if (getComputedStyle(document.documentElement).scrollBehavior === 'smooth') moving.push('scrolls smoothly');
    for (const element of document.querySelectorAll('*')) {
      for (const part of [null, '::before', '::after']) {
        const { transitionProperty, transitionDuration, animationName, animationDuration } = getComputedStyle(
          element,
          part,
        );
        const isSliding = transitionProperty.split(', ').some((property) => MOVES.test(property));
        const isMoving =
          (isSliding && seconds(transitionDuration) > 0.001) ||
          (animationName !== 'none' && seconds(animationDuration) > 0.001);
        if (isMoving) moving.push(`${element.tagName}.${element.getAttribute('class')}${part ?? ''}`);
      }
    }
    return [...new Set(moving)];
  });
}

/** Regions that are not in the page's tree, though the part that they belong to is: their first words would not be heard. */
export function listMute(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('[role=status]')]
      .filter((region) => region.parentElement?.checkVisibility() && !region.closest('dialog:not([open])'))
      .filter((region) => getComputedStyle(region).display === 'none')
      .map((region) => region.outerHTML.slice(0, 120)),
  );
}
