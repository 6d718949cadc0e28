/** The first five minutes of a reader. */
import { expect, test } from '@playwright/test';

for (const query of ['global interpreter lock', 'GIL', '_is_gil_enabled']) {
  test(`a newcomer finds the note on the GIL by “${query}”, ticks, reloads, and goes on in Spanish`, async ({
    page,
  }) => {
    const problems: string[] = [];
    page.on('console', (message) => problems.push(message.text()));
    page.on('pageerror', (error) => problems.push(error.message));

    await page.goto('');
    await page.keyboard.press('/');
    await page.keyboard.type(query);
    await page.getByRole('dialog').getByRole('option', { name: 'The GIL and free threading' }).first().click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('The GIL and free threading');

    const boxes = page.locator('.study-item').getByRole('checkbox');
    await boxes.nth(0).click();
    await boxes.nth(1).click();
    await page.reload();
    await expect(boxes.nth(0)).toBeChecked();
    await expect(boxes.nth(1)).toBeChecked();

    // The focus is on a tick box, which is no place to write a slash.
    await boxes.nth(1).focus();
    await page.keyboard.press('/');
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.keyboard.press('Escape');

    await page.getByLabel('Select language').first().selectOption({ label: 'Español' });
    await expect(page).toHaveURL(/\/es\/python-internals\/gil\//);
    await expect(boxes.nth(0)).toBeChecked();
    await expect(boxes.nth(1)).toBeChecked();
    await expect(boxes.nth(2)).not.toBeChecked();
    expect(problems).toEqual([]);
  });
}
