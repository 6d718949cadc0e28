/** What stands around every page: theme, language, the menu and the sidebar, and what is on the page. */
import { expect, type Page, test } from '@playwright/test';
import { MISSING, TEMPLATES } from './templates.ts';

const PHONE = { width: 360, height: 780 };
const DESK = { width: 1440, height: 900 };

const expectTheme = (page: Page, theme: string) => expect(page.locator('html')).toHaveAttribute('data-theme', theme);
const picker = (page: Page, name: string) => page.getByRole('banner').getByRole('combobox', { name });

test.describe('the theme', () => {
  test.use({ viewport: DESK, colorScheme: 'dark' });

  test('is the system’s until one is chosen, stays chosen, and can be given back', async ({ page }) => {
    await page.goto(TEMPLATES.note);
    await expectTheme(page, 'dark');
    await page.emulateMedia({ colorScheme: 'light' });
    await expectTheme(page, 'light');
    await picker(page, 'Select theme').selectOption('Dark');
    await expectTheme(page, 'dark');
    await page.goto(TEMPLATES.area);
    await expectTheme(page, 'dark');
    await expect(picker(page, 'Select theme')).toHaveValue('dark');
    await picker(page, 'Select theme').selectOption('Auto');
    await expectTheme(page, 'light');
    await page.reload();
    await expectTheme(page, 'light');
  });

  test('can be chosen where a browser keeps nothing', async ({ page }) => {
    await page.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get: () => {
          throw new DOMException('denied', 'SecurityError');
        },
      });
    });
    await page.goto(TEMPLATES.note);
    await expectTheme(page, 'dark');
    await picker(page, 'Select theme').selectOption('Light');
    await expectTheme(page, 'light');
  });
});

test.describe('the language', () => {
  test.use({ viewport: DESK });

  test('leads to the same page, and is right again on the way back', async ({ page }) => {
    await page.goto(TEMPLATES.note);
    await picker(page, 'Select language').selectOption('Español');
    await expect(page).toHaveURL(`/some/base/es/${TEMPLATES.note}`);
    await expect(picker(page, 'Seleccionar idioma').locator(':checked')).toHaveText('Español');
    await page.goBack();
    await expect(picker(page, 'Select language').locator(':checked')).toHaveText('English');
  });

  test('leads from an address that does not exist to the first page', async ({ page }) => {
    await page.goto(MISSING);
    await picker(page, 'Select language').selectOption('Português');
    await expect(page).toHaveURL('/some/base/pt-br/');
  });
});

test.describe('the menu of a phone', () => {
  test.use({ viewport: PHONE });

  test('opens and closes by keys, and nothing behind it can be reached meanwhile', async ({ page }) => {
    await page.goto(TEMPLATES.note);
    const menu = page.getByRole('button', { name: 'Menu' });
    const current = page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'The GIL' });
    await expect(current).toBeHidden();
    await menu.press('Enter');
    await expect(current).toBeVisible();
    await expect(page.locator('.main-frame')).toHaveAttribute('inert');
    await page.keyboard.press('Escape');
    await expect(current).toBeHidden();
    await expect(page.locator('.main-frame')).not.toHaveAttribute('inert');
    await expect(menu).toBeFocused();
  });
});

test.describe('where no script runs', () => {
  test.use({ javaScriptEnabled: false, colorScheme: 'light', viewport: PHONE });

  test('the theme is the system’s, the menu opens, and what needs a script is not there', async ({ page }) => {
    await page.goto(TEMPLATES.note);
    await expect(page.locator('body')).toHaveCSS('background-color', 'rgb(252, 252, 253)');
    await page.getByRole('button', { name: 'Menu' }).click();
    await expect(page.getByRole('link', { name: 'Review', exact: true })).toBeVisible();
    await expect(page.getByRole('combobox')).toHaveCount(0);
  });
});

test.describe('the sidebar of a desk', () => {
  test.use({ viewport: { width: 1200, height: 400 } });

  test('is on the next page of the area as it was left, and on another area as new', async ({ page }) => {
    await page.goto(TEMPLATES.note);
    const sidebar = page.locator('#study__sidebar');
    await page.keyboard.press('Escape');
    await expect(sidebar).toBeVisible();
    await sidebar.evaluate((pane) => pane.scrollTo(0, 150));
    await sidebar.locator('summary').press('Enter');
    const scrolled = await sidebar.evaluate((pane) => pane.scrollTop);
    expect(scrolled).toBeGreaterThan(0);
    await page.getByRole('main').getByRole('link', { name: 'Python internals' }).first().click();
    await expect(page).toHaveURL(`/some/base/${TEMPLATES['area-internals']}`);
    await expect(sidebar.locator('details')).not.toHaveAttribute('open');
    expect(await sidebar.evaluate((pane) => pane.scrollTop)).toBe(scrolled);
    await page.goto(TEMPLATES.area);
    await expect(sidebar.locator('details')).toHaveAttribute('open');
    expect(await sidebar.evaluate((pane) => pane.scrollTop)).toBe(0);
  });
});

test.describe('what is on the page', () => {
  test('marks the section that is read, in the column of a desk', async ({ page }) => {
    await page.setViewportSize(DESK);
    await page.goto(TEMPLATES.note);
    const contents = page.locator('.contents-column');
    await expect(contents.locator('[aria-current]')).toHaveText('Overview');
    const third = contents.getByRole('link').nth(3);
    await third.click();
    await expect(third).toHaveAttribute('aria-current', 'true');
    await expect(contents.locator('[aria-current]')).toHaveCount(1);
    await page.evaluate(() => scrollTo(0, 0));
    await expect(contents.locator('[aria-current]')).toHaveText('Overview');
  });

  test('unfolds below the header of a phone, and folds when it was used', async ({ page }) => {
    await page.setViewportSize(PHONE);
    await page.goto(TEMPLATES.note);
    const bar = page.locator('.contents-bar');
    const summary = bar.locator('summary');
    const links = bar.getByRole('link');
    await summary.press('Enter');
    await expect(links.first()).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(links.first()).toBeHidden();
    await expect(summary).toBeFocused();
    await summary.click();
    await page.mouse.click(180, 770);
    await expect(links.first()).toBeHidden();
    await summary.click();
    const name = await links.nth(2).textContent();
    await links.nth(2).click();
    await expect(links.first()).toBeHidden();
    await expect(bar.locator('.contents-current')).toHaveText(name ?? '');
  });
});
