/** What is said when something fails: what happened, what is kept, and what to do. */
import { expect, test } from '@playwright/test';
import { expectAccessible } from './accessible.ts';

test('a database that the browser does not open is told of, and ticks are kept all the same', async ({ page }) => {
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('refused', 'UnknownError');
    };
  });
  await page.goto('progress/');
  const notice = page.locator('study-notices').getByText('The browser does not open its database');
  await expect(notice).toBeVisible();
  await expect(notice).toContainText('Nothing in it was changed.');
  await expect(notice).toContainText('reload');
  await expectAccessible(page, 'study-notices');
  await page.locator('study-notices').getByRole('button', { name: 'Close' }).click();
  await expect(notice).toBeHidden();
  await page.goto('python-internals/gil/');
  const box = page.locator('.study-item').getByRole('checkbox').first();
  await box.check();
  await page.reload();
  await expect(box).toBeChecked();
});

test('where nothing can be stored, it is said what to do', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('denied', 'SecurityError');
      },
    });
  });
  await page.goto('es/python-internals/gil/');
  const notice = page.locator('study-notices');
  await expect(notice).toContainText('Este navegador no permite guardar');
  await expect(notice).toContainText('recarga');
  await page.locator('.study-item').getByRole('checkbox').first().check();
  await expect(page.locator('.study-hint')).toHaveCount(0);
});

test('an engine that does not load leaves the code, and the next press tries again', async ({ page }) => {
  await page.route('**/vendor/**', (route) => route.abort());
  await page.goto('playground/');
  await expect(page.locator('study-playground[data-ready]')).toBeVisible();
  await page.locator('study-playground [data-run=run]').click();
  await expect(page.locator('.study-run-bar [role=status]')).toHaveText(
    'It could not be loaded; your code is kept. Check the network and press Run again.',
  );
  await expect(page.locator('study-playground .cm-content')).toContainText('asyncio');
});
