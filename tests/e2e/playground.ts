/** The playground as a reader uses it: code comes in by a link, Run is pressed, the ending is told. */
import { expect, type Page } from '@playwright/test';
import { printFragment, type SharedLanguage } from '../../src/browser/shared-code.ts';

export interface PlaygroundRun {
  readonly ending: string;
  readonly printed: string;
  readonly said: string;
}

/** Starting an engine takes seconds, on a busy machine many. */
const PATIENCE = { timeout: 60_000 };

export async function openPlayground(page: Page): Promise<void> {
  await page.goto('playground/');
  await expect(page.locator('study-playground[data-ready]')).toBeVisible();
}

/** Shows code in the open playground, as a link would. */
export async function showCode(page: Page, code: string, language: SharedLanguage = 'python'): Promise<void> {
  const fragment = await printFragment({ language, code });
  await page.evaluate((hash) => {
    location.hash = hash;
  }, fragment);
  await expect(page.locator('study-playground')).toHaveAttribute('data-shown', fragment);
}

export async function pressRun(page: Page): Promise<void> {
  await page.locator('study-playground [data-run=run]').click();
}

export async function awaitEnding(page: Page): Promise<PlaygroundRun> {
  const playground = page.locator('study-playground');
  await expect(playground).toHaveAttribute('data-ending', /./, PATIENCE);
  return {
    ending: (await playground.getAttribute('data-ending')) ?? '',
    printed: (await playground.locator('.study-run-output samp').textContent()) ?? '',
    said: (await playground.locator('.study-run-bar [role=status]').textContent()) ?? '',
  };
}

export async function runCode(page: Page, code: string, language?: SharedLanguage): Promise<PlaygroundRun> {
  await showCode(page, code, language);
  await pressRun(page);
  return awaitEnding(page);
}
