/** Projects: found by what stands in the address, ticked one criterion after the other, and counted wherever they count. */
import { expect, type Page, test } from '@playwright/test';
import { expectAccessible } from './accessible.ts';

const card = (page: Page, name: string) => page.locator('.study-projects .study-card').filter({ hasText: name });
const must = (page: Page) => page.locator('[data-need=must]').getByRole('checkbox');

async function expectNoOverflow(page: Page): Promise<void> {
  const width = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(width).toBeLessThanOrEqual(0);
}

test('a project is chosen by keyboard, ticked until it is done, and counts in the catalog, the progress and its roadmap', async ({
  page,
}) => {
  await page.goto('projects/');
  await expect(page.locator('.study-filtered')).toHaveAttribute('data-ready');
  await page.getByRole('combobox', { name: 'Judged by' }).focus();
  await page.keyboard.press('ArrowDown');
  await expect(page).toHaveURL(/judge=tests/);
  await expect(card(page, 'Web scraper')).toBeHidden();
  await card(page, 'Task manager for the command line').getByRole('link').focus();
  await page.keyboard.press('Enter');

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Task manager for the command line');
  const state = page.locator('.study-facts study-project-state');
  await expect(must(page).first()).toBeEnabled();
  await must(page).first().focus();
  await page.keyboard.press('Space');
  await expect(state).toHaveText('Started');
  const count = await must(page).count();
  expect(count).toBeGreaterThan(5);
  for (let index = 1; index < count; index += 1) await must(page).nth(index).check();
  await expect(state).toHaveText('Done');
  await expect(page.locator('.study-facts study-progress')).toContainText(`${count} of`);

  await page.goto('projects/?state=done');
  await expect(page.getByRole('status').filter({ hasText: 'projects' })).toHaveText(/^1 of \d+ projects$/);
  await expect(card(page, 'Task manager')).toContainText(`${count} of`);
  await expect(page.locator('.study-projects-built')).toContainText(/^\s*1 of \d+ projects done/);

  await page.goto('progress/');
  await expect(page.locator('.study-tiles li').filter({ hasText: 'Projects' })).toContainText(/1 of \d+ done/);
  await expect(page.locator('.study-totals li').filter({ hasText: 'Zero to senior' })).toContainText(
    '1 of 17 projects done; aim for 12',
  );

  await page.goto('roadmaps/zero-to-senior/');
  await expect(page.locator('.study-roadmap-projects')).toHaveText('1 of 17 projects done; aim for 12');
  const item = page.locator('#build-cli-task-manager');
  await expect(item.locator('study-project-state')).toHaveText('Done');
  await expect(item.getByRole('link', { name: 'Task manager for the command line' })).toHaveAttribute(
    'href',
    /\/projects\/cli-task-manager\/$/,
  );
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 800 } });

  test('catalog and page fit, and axe has nothing to say', async ({ page }) => {
    await page.goto('projects/');
    await expect(page.locator('.study-filtered')).toHaveAttribute('data-ready');
    await expectNoOverflow(page);
    await expectAccessible(page, '.study-projects-built', '.study-filters', '.study-projects .study-card:first-child');
    await page.goto('projects/todo-api/');
    await expect(must(page).first()).toBeEnabled();
    await expectNoOverflow(page);
    await page.locator('.study-project-tests summary').click();
    await expectAccessible(page, '.study-facts', '[data-need]', '.study-project-rubric', '.study-project-tests');
  });
});

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false });

  test('the catalog, the criteria, the contract and the tests are there to read and to take', async ({ page }) => {
    await page.goto('es/projects/');
    await expect(page.locator('.study-filters')).toBeHidden();
    await page.getByRole('main').getByRole('link', { name: 'API de tareas' }).click();
    await expect(must(page)).not.toHaveCount(0);
    await expect(page.locator('main')).toContainText('POST /todos');
    const address = await page.getByRole('link', { name: 'Descargar las pruebas' }).getAttribute('href');
    const zip = await page.request.get(address ?? '');
    expect((await zip.body()).subarray(0, 2).toString()).toBe('PK');
  });
});
