/** Code that runs, for who hears the page and who has no pointer: how it ended is said, and the focus stays. */
import { expectHeard, listen } from './heard.ts';
import { openPlayground, showCode } from './playground.ts';
import { TEMPLATES } from './templates.ts';
import { expect, test } from './warm.ts';

/** Python is loaded by the first run, which takes its time on a busy machine. */
const RUN = { timeout: 60_000 };

test.beforeEach(({ page }) => listen(page));

test('a block that ran says so, and its output can be read where it is', async ({ page }) => {
  await page.goto('python-internals/generators-iterators/');
  const block = page.locator('study-run').first();
  const run = block.getByRole('button', { name: 'Run' });
  await run.press('Enter');
  await expectHeard(page, /^Done in \d+ ms$/, RUN);
  await expect(run).toBeFocused();
  await expect(block).toMatchAriaSnapshot(`
    - button "Run"
    - button "Edit"
    - status: /Done in/
    - figure /Output/`);
  await block.getByRole('button', { name: 'Edit' }).press('Enter');
  await expect(block.getByRole('textbox', { name: 'Code, editable. Tab leaves the editor.' })).toBeFocused();
});

test('tests that ran say how many pass, and each says whether it did', async ({ page }) => {
  await page.goto(TEMPLATES.exercise);
  const test = page.getByRole('button', { name: 'Run the tests' });
  await test.press('Enter');
  await expectHeard(page, '4 of 12 tests pass.', RUN);
  await expect(test).toBeFocused();
  await expect(page.locator('.study-checks')).toMatchAriaSnapshot(`
    - heading "What the tests demand" [level=3]
    - list:
      - listitem:
        - text: /failed|passed/
        - link "Task 1"`);
});

test('the playground says what came by a link and how a run ended, and a stopped run gives the focus back', async ({
  page,
}) => {
  await openPlayground(page);
  await showCode(page, 'while True:\n    pass\n');
  await expectHeard(page, /^This code came with the link\./);
  const run = page.getByRole('button', { name: 'Run', exact: true });
  await run.press('Enter');
  await expectHeard(page, 'Running…', RUN);
  await page.getByRole('button', { name: 'Stop' }).press('Enter');
  await expectHeard(page, /^Stopped/, RUN);
  await expect(run).toBeFocused();
  await page.getByRole('button', { name: 'Fresh interpreter' }).press('Enter');
  await expectHeard(page, 'The next run starts a fresh interpreter.');
});
