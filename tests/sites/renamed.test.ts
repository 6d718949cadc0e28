/** What readers ticked under former ids still counts: pages name those ids to their scripts. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { FixtureSite } from './site.ts';

const NOTE = 'content/docs/django/signals.md';
const fixture = readFileSync(path.join(import.meta.dirname, 'fixture', NOTE), 'utf8');

test('a renamed page and a renamed item are known under all their keys, in every language and in the sidebar', () => {
  const site = new FixtureSite('renamed', {
    [NOTE]: fixture.replace(
      'id: django/signals',
      'id: django/signals\nwas: [signals]\nwasItems: { when-fires: [fires] }',
    ),
  });
  expect(site.build().ok).toBe(true);
  const token = 'django/signals#when-fires|django/signals#fires|signals#when-fires|signals#fires';
  for (const page of ['django/signals', 'es/django/signals', 'pt-br/django/signals']) {
    const html = site.read(`${page}/index.html`);
    expect(html).toMatch(/data-note="django\/signals"/);
    expect(html.split(`data-items="${token}"`).length, page).toBeGreaterThanOrEqual(4);
  }
});
