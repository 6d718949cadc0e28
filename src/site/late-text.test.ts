import { expect, test, vi } from 'vitest';
import { ensureText, renderLate } from './late-text.ts';

const content = vi.hoisted(() => ({ version: 1 }));
vi.mock('./site-files.ts', () => ({ files: { versionOf: () => content.version } }));

const logger = { error: vi.fn() } as unknown as Parameters<typeof renderLate>[2];
const entry = (id: string) => ({ id, data: {} });

test('a text is rendered when it is asked for, into the entry that is there already', async () => {
  const render = vi.fn(async () => ({ html: '<p>text</p>', metadata: { headings: [] } }));
  const { rendered } = renderLate(entry('once'), render, logger);
  expect([rendered?.html, render.mock.calls.length]).toEqual(['', 0]);
  await Promise.all([ensureText('once'), ensureText('once')]);
  await ensureText('once');
  expect(rendered).toEqual({ html: '<p>text</p>', metadata: { headings: [] } });
  expect(render).toHaveBeenCalledTimes(1);
});

test('it is rendered again when content has changed, since it may show some of it', async () => {
  let count = 0;
  const { rendered } = renderLate(entry('again'), async () => ({ html: String(++count) }), logger);
  await ensureText('again');
  content.version += 1;
  await ensureText('again');
  expect(rendered?.html).toBe('2');
});

test('one that cannot be rendered is said, and its page is empty', async () => {
  const { rendered } = renderLate(entry('broken'), () => Promise.reject(new Error('no such picture')), logger);
  await ensureText('broken');
  expect(rendered?.html).toBe('');
  expect(logger.error).toHaveBeenCalledExactlyOnceWith('broken is not rendered: Error: no such picture');
});

test('what is rendered otherwise is nobody to wait for', async () => {
  await expect(ensureText('unknown')).resolves.toBe(false);
});
