/** No picture of a built page is silent: it has a name, or it is decoration and says so. */
import { readdirSync } from 'node:fs';
import { expect, test } from '@playwright/test';

const SITE = '.cache/e2e';

test('every drawing of every page has a name, or is hidden from those who would hear it', async ({ page }) => {
  test.setTimeout(180_000);
  const files = readdirSync(SITE, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.html'));
  expect(files.length).toBeGreaterThan(100);
  await page.goto('404.html');
  const { silent, drawings } = await page.evaluate(async (addresses) => {
    const isNamed = (svg: Element) => {
      const named = svg.getAttribute('aria-labelledby');
      const name =
        named === null ? svg.getAttribute('aria-label') : svg.ownerDocument.getElementById(named)?.textContent;
      return ['img', 'group'].includes(svg.getAttribute('role') ?? '') && (name ?? '').trim() !== '';
    };
    // What it holds speaks for it: the map of a roadmap is a list of links.
    const isOpen = (svg: Element) => svg.getAttribute('role') === 'presentation' && svg.querySelector('a') !== null;
    const isHidden = (svg: Element) => svg.closest('[aria-hidden="true"]') !== null;
    let [drawings, silent]: [number, string[]] = [0, []];
    for (const address of addresses) {
      const html = await (await fetch(address)).text();
      const found = [...new DOMParser().parseFromString(html, 'text/html').querySelectorAll('svg')];
      drawings += found.length;
      const mute = found.filter((svg) => !isNamed(svg) && !isOpen(svg) && !isHidden(svg));
      silent = [...silent, ...mute.map((svg) => `${address}: ${svg.outerHTML.slice(0, 200)}`)];
    }
    return { silent, drawings };
  }, files);
  expect(silent).toEqual([]);
  expect(drawings).toBeGreaterThan(files.length);
});
