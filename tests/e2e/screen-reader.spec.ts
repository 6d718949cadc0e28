/** What a screen reader finds and says on a reader's ways: names, roles, states, and what changes without the focus. */
import { expect, test } from '@playwright/test';
import { expectHeard, forgetHeard, listen } from './heard.ts';
import { TEMPLATES } from './templates.ts';

test.beforeEach(({ page }) => listen(page));

test('an item of a checklist says its state, whether a key or its menu chose it', async ({ page }) => {
  await page.goto(TEMPLATES.note);
  const item = page.locator('.study-item').first();
  const box = item.getByRole('checkbox', { name: /^Predict which of four increments/ });
  await box.press('4');
  await expectHeard(page, 'Skipped');
  await item.getByRole('button', { name: /^State of “Predict/ }).press('Enter');
  await expect(page.getByRole('menu')).toMatchAriaSnapshot(`
    - menu "Choose a state":
      - menuitemradio "Open"
      - menuitemradio "Doing"
      - menuitemradio "Done"
      - menuitemradio "Skipped" [checked]`);
  await page.getByRole('menuitemradio', { name: 'Skipped' }).press('2');
  await expectHeard(page, 'Doing');
  await expect(item).toMatchAriaSnapshot(`
    - checkbox /Predict/ [checked=mixed]
    - button /State of/`);
});

test('a note’s tools, pictures and previews have names, and a note of one’s own says that it is saved', async ({
  page,
}) => {
  await page.goto(TEMPLATES.note);
  await page.locator('.study-settings summary').press('Enter');
  await expect(page.locator('.study-settings')).toMatchAriaSnapshot(`
    - group:
      - group "Text size":
        - radio "Small"
        - radio "Normal" [checked]
      - group "Line width":
        - radio "Narrow"
        - radio "Normal" [checked]
        - radio "Wide"`);
  await page.keyboard.press('Escape');

  const notes = page.getByRole('button', { name: 'Your notes', exact: true });
  await notes.press('Enter');
  await expect(notes).toHaveAttribute('aria-pressed', 'true');
  await page.getByRole('textbox', { name: 'Your note on “The GIL and free threading”' }).fill('Ask Ana.');
  await expectHeard(page, 'Saved in this browser.');
  await page.getByRole('button', { name: 'Delete', exact: true }).press('Enter');
  await expectHeard(page, /^Deleted/);

  const picture = page.getByRole('figure', { name: 'The GIL changes hands' });
  await picture.getByRole('button', { name: 'Next' }).press('Enter');
  await expectHeard(page, /^Step 2 of 5\s?: 5 ms are over/);
  await expect(picture).toMatchAriaSnapshot(`
    - list:
      - listitem:
        - img "The GIL changes hands. Step 2 of 5"
    - group "Go through it step by step":
      - button "Back"
      - button "Next"
      - status`);

  const link = page.locator('.study-note a[href$="/memory-management/"]').first();
  await link.focus();
  await expect(page.getByRole('tooltip').filter({ hasText: 'Memory management' })).toBeVisible();
  await expect(link).toHaveAccessibleDescription(/^Memory management/);
  await page.getByRole('button', { name: 'Copy Markdown' }).press('Enter');
  await expectHeard(page, /^(Copied|Could not be copied)/);
});

test('a review says each question by the focus, each answer by itself, and its end by a heading', async ({ page }) => {
  await page.clock.install({ time: new Date('2026-11-24T10:00:00') });
  await page.goto('review/?deck=python-internals/gil');
  await page.getByRole('button', { name: 'Start' }).press('Enter');
  const card = page.locator('study-review').getByRole('article');
  await expect(card).toBeFocused();
  const question = (await page.locator('#review-question').textContent()) ?? '';
  await expect(card).toHaveAccessibleName(question.replaceAll(/\s+/g, ' ').trim());
  await page.keyboard.press('Space');
  await expectHeard(page, /^Answer: /);
  await expect(page.getByRole('group', { name: 'How well did you know it?' })).toMatchAriaSnapshot(`
    - button /^Again .+/
    - button /^Hard .+/
    - button /^Good .+/
    - button /^Easy .+/`);
  await page.keyboard.press('3');
  await expect(page.locator('study-review')).not.toHaveAttribute('data-answered');
  await expect(card).toBeFocused();
  await expect(card).not.toHaveAccessibleName(question.replaceAll(/\s+/g, ' ').trim());
  await page.keyboard.press('-');
  await expectHeard(page, 'Put off until tomorrow.');
  await page.getByRole('button', { name: 'Finish' }).press('Enter');
  await expect(page.getByRole('heading', { name: 'Done for now' })).toBeFocused();
});

test('a plan says its days while they change, that it is saved, and which day is done', async ({ page }) => {
  await page.clock.setFixedTime(new Date('2026-11-25T10:00:00'));
  await page.goto(TEMPLATES.roadmap);
  await page.locator('study-plan summary').press('Enter');
  await page.getByRole('spinbutton', { name: 'Hours a day' }).fill('8');
  await expectHeard(page, 'Study days: 9, Nov 25, 2026 to Dec 7, 2026');
  await page.getByRole('button', { name: 'Make this my plan' }).press('Enter');
  await expectHeard(page, 'Saved in this browser.');
  await page.getByRole('radio', { name: 'Weeks' }).press('Space');
  const days = page.getByRole('region', { name: 'Your study days' });
  await expect(days).toMatchAriaSnapshot(`
    - table:
      - rowgroup:
        - row:
          - columnheader "Mon"
          - columnheader "Tue"
      - rowgroup:
        - row:
          - cell:
            - time
          - cell:
            - time
          - cell:
            - time
            - link "Python internals"`);
  await expect(days.locator('[aria-current=date]')).toContainText('Nov 25');
});

test('filters say how much they leave', async ({ page }) => {
  await page.goto(TEMPLATES.decks);
  const filters = page.getByRole('form', { name: 'Filter the decks' });
  await expect(page.locator('.study-filtered')).toHaveAttribute('data-ready');
  await filters.getByRole('combobox', { name: 'Area' }).selectOption('databases');
  await expectHeard(page, /^\d+ of \d+ decks$/);
});

test('search says how many it found, which one is active, and closes to where it came from', async ({ page }) => {
  await page.goto(TEMPLATES.text);
  const open = page.getByRole('button', { name: /^Search/ });
  await open.press('Enter');
  const field = page.getByRole('combobox', { name: 'Search the site' });
  await expect(field).toBeFocused();
  await field.pressSequentially('global interpreter lock');
  await expectHeard(page, /^\d+ results$/);
  await expect(field).toHaveAttribute('aria-expanded', 'true');
  await field.press('ArrowDown');
  const active = page.getByRole('listbox').getByRole('option', { selected: true });
  await expect(active).toHaveCount(1);
  await expect(field).toHaveAttribute('aria-activedescendant', (await active.getAttribute('id')) ?? '');
  await expect(page.getByRole('dialog')).toMatchAriaSnapshot(`
    - dialog "Search the site":
      - combobox "Search the site" [expanded]
      - button "Close search"
      - group "Kind"
      - status
      - listbox "Search the site":
        - group "Notes":
          - option [selected]`);
  await field.press('Escape');
  await expect(open).toBeFocused();
});

test('an interview says what is asked by the focus, and how much time is left by itself', async ({ page }) => {
  await page.clock.install({ time: new Date('2026-11-25T10:00:00') });
  await page.goto('interviews/mock-1/?seed=k7f3q9');
  await page.getByRole('button', { name: 'Start the interview' }).press('Enter');
  const question = page.locator('study-interview').getByRole('heading', { level: 2 });
  await expect(question).toBeFocused();
  await expect(page.getByRole('textbox', { name: 'Your notes' })).toHaveAccessibleDescription(/Kept on this device/);
  await page.clock.runFor('05:01');
  await expectHeard(page, 'Five minutes left in this section.');
  page.once('dialog', (dialog) => dialog.accept());
  await page.getByRole('button', { name: 'End the interview' }).press('Enter');
  await expect(page.locator('[data-part=assessed]')).toBeFocused();
  await expect(page.locator('[data-part=judge]')).toMatchAriaSnapshot(`
    - group "Correct":
      - radio
      - radio
      - radio
      - radio`);
});

test('a backup says what became of it, and what it would bring has a name', async ({ page }) => {
  await page.goto(TEMPLATES.note);
  await page.locator('.study-item').first().getByRole('checkbox').check();
  await page.goto('progress/');
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save a backup' }).press('Enter'),
  ]);
  await expectHeard(page, /^Saved as pskb/);
  await page.evaluate(() => localStorage.removeItem('pskb:study'));
  await page.reload();
  await page.getByLabel('Take in a backup').setInputFiles(await file.path());
  await expect(page.getByRole('group', { name: /^Backup of/ })).toMatchAriaSnapshot(`
    - group:
      - list:
        - listitem: "1 new: Done"
      - button "Merge it"
      - button "Leave it"`);
  await page.getByRole('button', { name: 'Merge it' }).press('Enter');
  await expectHeard(page, 'Merged into what was here.');
});

test('what is saved for use without a network says so when it is there, and when it is gone', async ({ page }) => {
  await page.goto(TEMPLATES.offline);
  await expect(page.locator('study-offline')).toHaveAttribute('data-ready');
  await page.getByRole('button', { name: 'Save Testing', exact: true }).press('Enter');
  await expectHeard(page, 'Saved. You can go on without a network.', { timeout: 60_000 });
  await forgetHeard(page);
  await page.getByRole('button', { name: 'Remove Testing', exact: true }).press('Enter');
  await expectHeard(page, 'Removed from this browser: Testing.');
});
