/** The home page: the pitch for who comes for the first time, what is next for who comes back. */
import { expect, test } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { sumShifts, watchShifts } from './shifts.ts';

const PITCH = 'You know Python well enough to ship.';

test('a first visit sees the pitch, a later one where they left off, and nothing moves between the two', async ({
  page,
}) => {
  await page.goto('');
  await expect(page.getByText(PITCH)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Run', exact: true })).toBeVisible();
  await expect(page.locator('study-today')).toBeHidden();

  await page.goto('python-internals/gil/');
  await expect(page.locator('study-progress').first()).toHaveAttribute('data-ready');
  await watchShifts(page);
  await page.goto('');
  await expect(page.getByText(PITCH)).toBeHidden();
  const left = page.locator('[data-today="last"]');
  await expect(left).toContainText('Where you left off: The GIL and free threading');
  await expect(page.locator('[data-today="choose"]')).toBeVisible();
  // What is left is less than Lighthouse can tell from nothing.
  expect(await sumShifts(page)).toBeLessThan(0.001);
  await left.getByRole('link').click();
  await expect(page).toHaveURL(/python-internals\/gil\/$/);
});

test('who has a plan sees its next step and how far it is', async ({ page }) => {
  await page.clock.setFixedTime(new Date('2026-11-25T10:00:00'));
  await page.goto('es/roadmaps/sprint/');
  await page.locator('study-plan summary').click();
  await page.getByLabel('Horas al día').fill('8');
  await page.getByRole('button', { name: 'Que sea mi plan' }).click();

  await page.goto('');
  const step = page.locator('[data-today="plan"]');
  await expect(step).toContainText('Today: Python internals');
  await expect(step).toContainText('0 of 5 done');
  await step.getByRole('link').click();
  await expect(page).toHaveURL(/roadmaps\/sprint\/#stage-day-1$/);
  for (const box of (await page.locator('.study-item').getByRole('checkbox').all()).slice(0, 5)) await box.check();

  await page.goto('es/');
  await expect(step).toContainText('El jueves, 26 de noviembre: Rendimiento y type hints');
  await page.clock.setFixedTime(new Date('2026-11-28T10:00:00'));
  await page.goto('');
  await expect(step).toContainText('Still open: Performance and type hints');
});

const DAY = 24 * 60 * 60_000;

test('what was done says where the reader stands, and what they had best train next', async ({ page }) => {
  await page.goto('progress/');
  const standing = page.locator('study-standing');
  await expect(standing).toHaveAttribute('data-ready');
  await expect(standing).toContainText('Nothing can be said yet.');

  // Three poor answers of an interview, an exercise solved, a card forgotten and one known, by way of the outbox.
  await page.evaluate((day) => {
    const r = { correctness: 1, depth: 2, clarity: 2, examples: 1 };
    const rated = { k: 'interview', s: 's', did: 'rate', level: 'senior', text: 'Why?', r, ms: 1, hit: 0, of: 4 };
    const note = 'databases/transactions-and-isolation';
    const cards = ['why-does-cpython-use-one#0', 'what-would-happen-to-an#0'];
    const facts = [
      ...['a', 'b', 'c'].map((q) => ({ ...rated, q: `databases/${q}`, notes: [`${note}#write-skew`] })),
      { k: 'exercise', exercise: 'lru-cache', did: 'test', passed: 12, total: 12 },
      ...cards.map((c) => ({ k: 'review', c, r: 4, ms: 1, i: 5 })),
    ];
    const early = facts.map((fact, n) => ({ facts: fact, t: Date.now() - 9 * day + n, z: 0 }));
    const late = { facts: { k: 'review', c: cards[0], r: 1, ms: 1 }, t: Date.now() - day, z: 0 };
    const plan = { roadmap: 'sprint', startDate: '2026-11-23', studyDays: [1], hoursPerDay: 2, at: 1 };
    localStorage.setItem('pskb:outbox', JSON.stringify([...early, late]));
    localStorage.setItem('pskb:study', JSON.stringify({ version: 1, ticks: {}, plan }));
  }, DAY);
  await page.reload();
  await expect(standing).toHaveAttribute('data-known');
  await standing.getByLabel('Weakest first').check();
  await expect(standing.locator('summary').first()).toContainText(/Transactions and isolation Databases\s*Weak 0–\d+%/);
  const gil = standing.locator('details', { hasText: 'The GIL and free threading' }).first();
  await gil.locator('summary').focus();
  await page.keyboard.press('Enter');
  await expect(gil).toContainText(/Flashcards: 2 of \d+ seen, .+ times forgotten: 1\./);
  await expect(gil).toContainText('Known in reviews of the last 30 days: 0 of 1.');
  await standing.getByText('The same as a table').click();
  await expect(standing.getByRole('row', { name: /^Transactions and isolation Databases Weak/ })).toBeVisible();
  await expectAccessible(page, 'study-standing');

  await watchShifts(page);
  await page.goto('');
  const next = page.locator('study-train li');
  await expect(next).toHaveCount(2);
  // Little more than the empty line of the plan, which is a step's now.
  expect(await sumShifts(page)).toBeLessThan(0.005);
  await expect(next.first()).toContainText(/^Transactions and isolation Weak/);
  await expect(next.last()).toContainText(/^The GIL and free threading Little is known .+Cards due: 2/);
  await expect(next.first().getByRole('link', { name: /^Exercise: / })).toHaveAttribute('href', /\/exercises\//);
  await expect(next.first().getByRole('link', { name: 'Interview questions: Databases' })).toBeVisible();
  await next
    .first()
    .getByRole('link', { name: /^New cards: / })
    .click();
  await expect(page.locator('select[name="deck"]')).toHaveValue('databases/transactions-and-isolation');
});
