/** States that a color tells are told by something else too: by a sign, a line, a weight, and by words. */
import { expect, type Locator, test } from '@playwright/test';
import { TEMPLATES } from './templates.ts';

type State = string | null;

/** A page, one element of it, and the attribute by which its state is styled. */
const STATES: Readonly<Record<string, readonly [path: string, selector: string, attribute: string, states: State[]]>> =
  {
    'the page that is open': [TEMPLATES.note, '.sidebar-content a[aria-current]', 'aria-current', ['page', null]],
    'the section that is read': [TEMPLATES.note, '.contents-column a', 'aria-current', ['true', null]],
    'what a note requires': [
      TEMPLATES.note,
      '.study-required study-note-state',
      'data-state',
      [null, 'started', 'done'],
    ],
    'a clock that runs': [TEMPLATES.note, 'study-phases button', 'aria-pressed', ['true', 'false']],
    'a tool that is on': [TEMPLATES.note, '[data-tool=notes]', 'aria-pressed', ['true', 'false']],
    'a cell of a picture': [
      TEMPLATES.note,
      '.picture-cell',
      'class',
      ['picture-cell', 'picture-cell is-active', 'picture-cell is-over', 'picture-cell is-trouble'],
    ],
    'the end of a picture': [TEMPLATES.note, '.picture-bar button', 'aria-disabled', ['true', 'false']],
    'a step of lanes': [TEMPLATES['note-sql'], 'study-lanes li', 'aria-current', ['step', null]],
    'a session that waits': [TEMPLATES['note-sql'], '.lanes-rail', 'class', ['lanes-rail', 'lanes-rail is-waits']],
    'a test': [TEMPLATES.exercise, '.study-checks li', 'data-status', [null, 'passed', 'failed']],
    'what a typed answer proposes': [TEMPLATES.review, 'study-review', 'data-proposed', [null, '1', '3']],
    'an exercise': [TEMPLATES.exercise, '.study-exercise-state', 'data-state', [null, 'started', 'solved']],
    'a project': [TEMPLATES.projects, '.study-project-state', 'data-state', [null, 'started', 'done']],
    'today in a plan': [TEMPLATES.roadmap, '.study-plan-days li', 'aria-current', ['date', null]],
    'a stage of a roadmap': [TEMPLATES.roadmap, '.study-map-station', 'data-state', [null, 'done']],
    'a line of code': [TEMPLATES.guide, '.ec-line', 'class', ['ec-line', 'ec-line mark', 'ec-line ins', 'ec-line del']],
    'a tab': [TEMPLATES.guide, '[role=tab]', 'aria-selected', ['true', 'false']],
    'a filter of search': ['?q=lock', '.study-search-chip', 'aria-pressed', ['true', 'false']],
    'a result of search': ['?q=lock', '.study-search [role=option]', 'aria-selected', ['true', 'false']],
  };

test('two states of one thing differ in more than color, whoever chooses the colors', async ({ page }) => {
  let shown = '';
  for (const [name, [path, selector, attribute, states]] of Object.entries(STATES)) {
    if (shown !== path) await page.goto(path);
    shown = path;
    await page
      .locator(selector)
      .first()
      .evaluate((it) => it.setAttribute('data-probe', ''));
    const element = page.locator('[data-probe]');
    for (const forcedColors of ['none', 'active'] as const) {
      await page.emulateMedia({ forcedColors });
      const shapes: string[] = [];
      for (const state of states) {
        await element.evaluate(
          (it, [key, value]) => (value == null ? it.removeAttribute(key) : it.setAttribute(key, value)),
          [attribute, state] as const,
        );
        shapes.push(await shapeOf(element));
      }
      expect.soft(new Set(shapes).size, `${name}, colors forced: ${forcedColors}`).toBe(states.length);
    }
    await element.evaluate((it) => it.removeAttribute('data-probe'));
  }
});

test('an item of a checklist says its state, and a bar how far it is, where colors are forced', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
  await page.goto(TEMPLATES.note);
  const items = page.locator('.study-item');
  for (const [index, key] of ['3', '2', '4'].entries()) await items.nth(index).getByRole('checkbox').press(key);
  await expect(items.nth(0).getByRole('checkbox')).toBeChecked();
  await expect(items.nth(1).getByRole('checkbox')).toBeChecked({ indeterminate: true });
  await expect(items.nth(1)).toContainText('Doing');
  await expect(items.nth(2)).toContainText('Skipped');
  const bar = page.locator('.study-facts .study-progress-bar');
  await expect(bar).toHaveCSS('border-top-color', 'rgb(255, 255, 255)');
  await expect(bar.locator('span')).toHaveCSS('background-color', 'rgb(255, 255, 255)');
  const notes = page.getByRole('button', { name: 'Your notes', exact: true });
  await notes.click();
  await expect(notes).toHaveAttribute('aria-pressed', 'true');
  await expect(notes).toHaveCSS('color', 'rgb(0, 0, 0)');
  await expect(notes).toHaveCSS('background-color', 'rgba(0, 230, 255, 0.8)');
  const [whole, done] = [await bar.boundingBox(), await bar.locator('span').boundingBox()];
  expect(done?.width).toBeGreaterThan(5);
  expect(done?.width).toBeLessThan((whole?.width ?? 0) / 2);
});

test('a day of the year, a range of what is known and a plan that is late can be seen where colors are forced', async ({
  page,
}) => {
  await page.clock.setFixedTime(new Date('2026-11-30T10:00:00'));
  await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
  await page.addInitScript(() => {
    if (localStorage.getItem('pskb:study') !== null) return;
    const plan = { roadmap: 'sprint', startDate: '2026-11-25', studyDays: [1, 2, 3, 4, 5], hoursPerDay: 8, at: 1 };
    localStorage.setItem('pskb:study', JSON.stringify({ version: 1, ticks: {}, plan }));
    const t = Date.parse('2026-11-29T10:00:00Z');
    const phase = { k: 'phase', note: 'python-internals/gil', phase: 'read' };
    const events = [10, 45, 90, 300].map((minutes, index) => ({
      facts: { ...phase, ms: minutes * 60_000 },
      t: t - index * 86_400_000,
      z: 0,
    }));
    const solved = { k: 'exercise', exercise: 'lru-cache', did: 'test', passed: 12, total: 12 };
    localStorage.setItem('pskb:outbox', JSON.stringify([...events, { facts: solved, t, z: 0 }]));
  });
  await page.goto('progress/');
  const heat = page.locator('.study-minutes-picture').first();
  await expect(heat.locator('.study-heat-4').first()).toBeVisible();
  const fills = await heat.locator('rect').evaluateAll((days) => days.map((day) => getComputedStyle(day).fill));
  expect(new Set(fills).size).toBe(5);
  const range = page.locator('.study-standing-bar').first();
  await expect(range).toHaveCSS('border-top-style', 'solid');
  await expect(range.locator('span')).not.toHaveCSS('background-color', 'rgb(0, 0, 0)');

  await page.goto('roadmaps/sprint/');
  await page.locator('study-plan summary').click();
  const days = page.locator('.study-plan-days li');
  await expect(days.first()).toContainText('○ Open');
  await expect(days.first()).toHaveCSS('border-left-width', '3px');
  await expect(page.locator('.study-plan-days [aria-current=date]')).not.toContainText('Open');
});

/** All that a picture without colors would show of an element and what is in it, words aside. */
function shapeOf(locator: Locator): Promise<string> {
  return locator.evaluate((root) => {
    const isForced = matchMedia('(forced-colors: active)').matches;
    const draw = (element: Element, part: string | null) => {
      const style = getComputedStyle(element, part);
      if (part !== null && style.content === 'none') return '';
      return [
        style.content,
        style.fontWeight,
        style.textDecorationLine,
        style.borderWidth,
        style.borderStyle,
        style.outlineStyle,
        style.boxShadow.replaceAll(/\w+\([^)]*\)/g, ''),
        style.strokeWidth,
        style.strokeDasharray,
        style.display,
        // Of two colors a system chose one to stand out.
        isForced ? style.backgroundColor : '',
      ].join(' ');
    };
    return [root, ...root.querySelectorAll('*')]
      .map((element) => [null, '::before', '::after'].map((part) => draw(element, part)).join(' '))
      .join('\n');
  });
}
