/** What a writer sees on a page while writing: its problems, with the way to the line. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { FixtureSite } from '../sites/site.ts';

test('the dev server shows the problems of a page on that page, and takes them away once mended', async ({ page }) => {
  const site = new FixtureSite('writing');
  const note = path.join(site.root, 'content/docs/django/about.md');
  const write = (link: string) =>
    writeFileSync(note, `---\nid: django/about\ntitle: About\n---\n\nSee [the ORM](./orm.md${link}).\n`);
  write('#lazyness');
  const { url, stop } = await site.startDev();
  try {
    await page.goto(new URL('django/about/', url).href);
    const panel = page.locator('study-problems');
    await expect(panel.getByText('1 error, 0 warnings on this page')).toBeVisible();
    await expect(panel).toContainText('./orm.md has no heading or item "#lazyness"');
    await expect(panel.getByRole('link', { name: 'link-anchor' })).toHaveAttribute(
      'href',
      '/some/base/authoring/errors/link-anchor/',
    );
    const opened = page.waitForRequest(/__open-in-editor/);
    await panel.getByRole('button', { name: 'line 6' }).click();
    expect(decodeURIComponent((await opened).url())).toContain('content/docs/django/about.md:6:5');

    await page.goto(new URL('django/orm/', url).href);
    await expect(page.locator('h1#_top')).toHaveText('The ORM');
    await expect(panel).not.toContainText('lazyness');

    await page.goto(new URL('django/about/', url).href);
    await expect(panel).toContainText('lazyness');
    write('#lazy-evaluation');
    await expect(panel).not.toContainText('lazyness');
  } finally {
    stop();
  }
});
