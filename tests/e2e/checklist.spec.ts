import { expect, type Page, test } from '@playwright/test';

const NOTE = 'python-internals/gil/';
const STORE = 'pskb:study';

/** The items of the page’s first checklist, as a reader meets them. */
function items(page: Page) {
  return page.locator('.study-item');
}

function box(page: Page, index: number) {
  return items(page).nth(index).getByRole('checkbox');
}

async function chooseByMenu(page: Page, index: number, state: string) {
  await items(page)
    .nth(index)
    .getByRole('button', { name: /State of/ })
    .click();
  await page.getByRole('menuitemradio', { name: state }).click();
}

test('a click ticks, a reload remembers, and the header and sidebar count', async ({ page }) => {
  await page.goto(NOTE);
  const total = await items(page).count();
  await box(page, 0).click();
  await box(page, 1).click();
  await expect(page.locator('.study-facts')).toContainText(`2 of ${total} done`);
  await page.reload();
  await expect(box(page, 0)).toBeChecked();
  await expect(box(page, 1)).toBeChecked();
  await expect(box(page, 2)).not.toBeChecked();
  await expect(page.locator('.sidebar a[aria-current=page]')).toContainText(`2/${total}`);
  await page.goto('python-internals/');
  await expect(page.locator('.study-facts')).toContainText(/^\s*2 of \d+ done/);
  await expect(page.locator('.study-card', { hasText: 'GIL' }).first()).toContainText(`2 of ${total} done`);
});

test('a tick is saved by the time the click returns', async ({ page }) => {
  await page.goto(NOTE);
  const saved = await box(page, 0).evaluate((element, key) => {
    (element as HTMLInputElement).click();
    return localStorage.getItem(key);
  }, STORE);
  expect(saved).toContain('"state":"done"');
});

test('what is ticked in English is ticked in Spanish and Portuguese', async ({ page }) => {
  await page.goto(NOTE);
  await box(page, 0).click();
  await page.getByLabel('Select language').first().selectOption({ label: 'Español' });
  await expect(page).toHaveURL(/\/es\/python-internals\/gil\/$/);
  await expect(box(page, 0)).toBeChecked();
  await expect(page.locator('.study-facts')).toContainText('1 de');
  await box(page, 1).click();
  await page.goto(`pt-br/${NOTE}`);
  await expect(box(page, 1)).toBeChecked();
  await expect(page.locator('.study-facts')).toContainText('2 de');
});

test('all four states can be chosen by menu, with the mouse', async ({ page }) => {
  await page.goto(NOTE);
  const total = await items(page).count();
  await chooseByMenu(page, 0, 'Doing');
  await expect(items(page).nth(0)).toContainText('Doing');
  expect(await box(page, 0).evaluate((element: HTMLInputElement) => element.indeterminate)).toBe(true);
  await chooseByMenu(page, 1, 'Skipped');
  await expect(items(page).nth(1)).toContainText('Skipped');
  await chooseByMenu(page, 2, 'Done');
  await expect(page.locator('.study-facts')).toContainText(`1 of ${total - 1} done`);
  await page.reload();
  await expect(items(page).nth(0)).toContainText('Doing');
  await expect(items(page).nth(1)).toContainText('Skipped');
  await chooseByMenu(page, 1, 'Open');
  await expect(items(page).nth(1)).not.toContainText('Skipped');
});

test('all four states can be chosen with the keyboard alone', async ({ page }) => {
  await page.goto(NOTE);
  await box(page, 0).focus();
  await page.keyboard.press('Space');
  await expect(box(page, 0)).toBeChecked();
  // The hint of the first tick stands where Tab leads next, until it is dismissed.
  await expect(page.locator('.study-hint')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('2');
  await expect(items(page).nth(0)).toContainText('Doing');
  await page.keyboard.press('4');
  await expect(items(page).nth(0)).toContainText('Skipped');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitemradio', { name: 'Skipped' })).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(page.getByRole('menuitemradio', { name: 'Done' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(box(page, 0)).toBeChecked();
  await expect(page.getByRole('menu')).toBeHidden();
  await expect(items(page).nth(0).getByRole('button')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitemradio', { name: 'Done' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('menu')).toBeHidden();
  await expect(box(page, 0)).toBeChecked();
});

test('another tab follows live', async ({ page, context }) => {
  await page.goto(NOTE);
  const other = await context.newPage();
  await other.goto(NOTE);
  await box(other, 0).click();
  await expect(box(page, 0)).toBeChecked();
  await box(page, 1).click();
  await expect(box(other, 1)).toBeChecked();
  await expect(other.locator('.study-facts')).toContainText('2 of');
});

test('without JavaScript the list can be read', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, ...(baseURL !== undefined && { baseURL }) });
  const page = await context.newPage();
  await page.goto(NOTE);
  await expect(items(page).first()).toBeVisible();
  await expect(box(page, 0)).toBeDisabled();
  await context.close();
});

test.describe('when storage fails, the page works, says so once, and loses nothing that was saved', () => {
  test('forbidden', async ({ page }) => {
    await page.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get: () => {
          throw new DOMException('denied', 'SecurityError');
        },
      });
    });
    await page.goto(NOTE);
    await expect(page.getByText('does not let the site save')).toBeVisible();
    await box(page, 0).click();
    await expect(box(page, 0)).toBeChecked();
    await page.getByRole('button', { name: 'Close', exact: true }).click();
    await box(page, 1).click();
    await expect(page.getByText('does not let the site save')).toBeHidden();
  });

  test('full', async ({ page }) => {
    await page.goto(NOTE);
    await box(page, 0).click();
    await page.evaluate(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
    });
    await box(page, 1).click();
    await expect(page.getByText('storage is full')).toBeVisible();
    await expect(box(page, 1)).toBeChecked();
    await page.reload();
    await expect(box(page, 0)).toBeChecked();
    await expect(box(page, 1)).not.toBeChecked();
  });

  test('corrupt', async ({ page }) => {
    await page.goto(NOTE);
    await page.evaluate((key) => localStorage.setItem(key, '{"version":1,"ticks":{"a'), STORE);
    await page.reload();
    await expect(page.getByText('has been set aside')).toBeVisible();
    await box(page, 0).click();
    await page.reload();
    await expect(box(page, 0)).toBeChecked();
    await expect(page.getByText('has been set aside')).toBeHidden();
    const aside = await page.evaluate(() =>
      Object.entries(localStorage).filter(([key]) => key.startsWith('pskb:quarantine:')),
    );
    expect(aside.map(([, text]) => text)).toEqual(['{"version":1,"ticks":{"a']);
  });
});
