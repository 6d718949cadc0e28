/** Pictures in steps: one step at a time, by keyboard too; all of them without a script and on paper. */
import { expect, test } from '@playwright/test';
import { expectAccessible } from './accessible.ts';

const NOTES = [
  'python-internals/gil/',
  'python-internals/async-await/',
  'databases/transactions-and-isolation/',
  'databases/indexes/',
  'databases/connection-pooling/',
  'foundations/sockets/',
  'foundations/git/',
  'foundations/data-structures/',
  'django/orm-optimization/',
  'architecture/caching-strategies/',
  'architecture/messaging/',
  'devops/deployment/',
];

test('a picture is stepped through by keyboard, each step is said, and nothing moves', async ({ page }) => {
  await page.goto('python-internals/gil/');
  const picture = page.locator('study-picture').first();
  const status = picture.getByRole('status');
  await expect(status).toHaveText('Step 1 of 5');
  await expect(picture.getByRole('listitem')).toHaveCount(1);
  const height = (await picture.boundingBox())?.height;

  await picture.getByRole('button', { name: 'Next' }).focus();
  await page.keyboard.press('Enter');
  await expect(status).toContainText('Step 2 of 5: 5 ms are over');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowLeft');
  await expect(status).toContainText('Step 2 of 5');
  await expect(picture.getByRole('img')).toHaveAccessibleName('The GIL changes hands. Step 2 of 5');
  await expect(picture.getByRole('img')).toHaveAccessibleDescription(/drop request: set/);
  await expectAccessible(page, 'figure.study-picture');

  for (let step = 2; step < 8; step += 1) await page.keyboard.press('ArrowRight');
  await expect(status).toContainText('Step 5 of 5');
  await expect(picture.getByRole('button', { name: 'Next' })).toHaveAttribute('aria-disabled', 'true');
  expect((await picture.boundingBox())?.height).toBe(height);

  await page.emulateMedia({ media: 'print' });
  await expect(picture.getByRole('listitem')).toHaveCount(5);
});

test('lines lead from a page of a tree to those below, and are told in words', async ({ page }) => {
  await page.goto('databases/indexes/');
  const svg = page.locator('study-picture svg').first();
  await expect(svg).toHaveAccessibleDescription(/1 9 20 leads to 1 4 7, 9 12 15 17, 20 31\.$/);
  await expect(svg.locator('.picture-edge')).toHaveCount(3);
  const middleOf = (text: string) =>
    svg
      .locator('.picture-cell', { hasText: text })
      .locator('rect')
      .evaluate((box) => box.getBoundingClientRect().x + box.getBoundingClientRect().width / 2);
  const [above, first, last] = [await middleOf('1 9 20'), await middleOf('1 4 7'), await middleOf('20 31')];
  expect(Math.abs(above - (first + last) / 2)).toBeLessThan(6);
});

for (const note of NOTES)
  test(`${note}: every word of a picture can be read on a phone`, async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 800 });
    await page.goto(note);
    const svg = page.locator('study-picture svg').first();
    const sizes = await svg.locator('text').evaluateAll((texts) =>
      texts.map((text) => {
        const { width } = text.closest('svg')?.getBoundingClientRect() ?? { width: 0 };
        return (Number.parseFloat(getComputedStyle(text).fontSize) * width) / 322;
      }),
    );
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(12);
    const isCut = await page.locator('.picture-cell').evaluateAll(
      (cells) =>
        cells.filter((cell) => {
          const [box, text] = [cell.querySelector('rect'), cell.querySelector('text')];
          return (text?.getBBox().width ?? 0) > (box?.getBBox().width ?? 0);
        }).length,
    );
    expect(isCut).toBe(0);
    const covered = await page.locator('.picture-place').evaluateAll((names) =>
      names.flatMap((name) => {
        const own = name.getBoundingClientRect();
        const svg = name.closest('svg');
        const boxes = [...(svg?.querySelectorAll('.picture-cell rect') ?? [])].map((box) =>
          box.getBoundingClientRect(),
        );
        const isCovered = boxes.some(
          (box) => box.left < own.right && own.left < box.right && box.top < own.bottom - 2 && own.top + 2 < box.bottom,
        );
        const isOutside = own.right > (svg?.getBoundingClientRect().right ?? 0) + 1;
        return isCovered || isOutside ? [name.textContent] : [];
      }),
    );
    expect(covered).toEqual([]);
  });

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false });

  test('all steps are there, and no controls', async ({ page }) => {
    await page.goto('python-internals/gil/');
    const picture = page.locator('study-picture').first();
    await expect(picture.getByRole('listitem')).toHaveCount(5);
    await expect(picture.getByRole('listitem').last()).toBeVisible();
    await expect(picture.getByRole('button')).toHaveCount(0);
  });
});
