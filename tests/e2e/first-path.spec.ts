/**
 * The way of who comes for the first time, by the keyboard alone and without an explanation: a note, its code, a card, a tick,
 * and the home page that knows of all that. What is counted is keys; a longer way is a worse one.
 */
import { expect, type Locator, type Page } from '@playwright/test';
import { test } from './warm.ts';

/** Python is loaded by the first run, which takes its time on a busy machine. */
const RUN = { timeout: 60_000 };
/** Keys that do something, and the most presses of Tab between two of them: from the text of a note to its end. */
const ACTIONS = 12;
const STOPS = 120;

class Keyboard {
  actions = 0;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  async press(key: string): Promise<void> {
    this.actions += 1;
    await this.#page.keyboard.press(key);
  }

  async tabTo(target: Locator): Promise<void> {
    await expect(target).toBeVisible();
    for (let stops = 0; !(await hasFocus(target)); stops += 1) {
      expect(stops, 'presses of Tab').toBeLessThan(STOPS);
      await this.#page.keyboard.press('Tab');
    }
  }

  /** Past the header, as who uses a keyboard does on each page. */
  async skip(): Promise<void> {
    await this.tabTo(this.#page.locator('a[href="#_top"]').first());
    await this.press('Enter');
  }
}

function hasFocus(target: Locator): Promise<boolean> {
  return target.evaluate((element) => element === document.activeElement);
}

test('home, note, run, card, tick, today: a first visit by the keyboard alone', async ({ page }) => {
  test.slow();
  const keyboard = new Keyboard(page);
  await page.goto('');
  await keyboard.skip();
  await keyboard.tabTo(page.locator('.study-card-notes a').first());
  await keyboard.press('Enter');
  const title = await page.locator('h1').textContent();
  expect(title).not.toBeNull();
  await expect(page.locator('study-run[data-ready]').first()).toBeAttached();

  await keyboard.skip();
  await keyboard.tabTo(page.locator('[data-run="run"]').first());
  await keyboard.press('Enter');
  await expect(page.getByText('Output of your run').first()).toBeVisible(RUN);

  await keyboard.tabTo(page.locator('.study-related a[href*="/flashcards/"]'));
  await keyboard.press('Enter');
  await keyboard.tabTo(page.getByRole('link', { name: 'Review this deck' }));
  await keyboard.press('Enter');
  await keyboard.tabTo(page.getByRole('button', { name: 'Start', exact: true }));
  await keyboard.press('Enter');
  await expect(page.locator('[data-part="card"]')).toBeFocused();
  await keyboard.press('Enter');
  await expect(page.locator('study-review')).toHaveAttribute('data-answered');
  await keyboard.press('3');
  await expect(page.locator('study-review[data-view="card"][data-answered]')).toHaveCount(0);

  // The key that the page names for the note of a card.
  await keyboard.press('l');
  await expect(page.locator('h1')).toHaveText(title ?? '');
  const box = page.locator('.study-item').getByRole('checkbox').first();
  await keyboard.tabTo(box);
  await keyboard.press('Space');
  await expect(box).toBeChecked();

  await keyboard.tabTo(page.locator('a.site-title'));
  await keyboard.press('Enter');
  const today = page.locator('study-today');
  await expect(today).toBeVisible();
  await expect(today).toContainText(`Where you left off: ${title}`);
  await expect(today.locator('[data-today="due"]')).toHaveText('Cards for today: 10');
  expect(keyboard.actions).toBe(ACTIONS);
});
