import { expect, test } from 'vitest';
import { bundleRemoval, bundleWorker } from './worker.ts';

test('the service worker is one classic script that names its site', async () => {
  const code = await bundleWorker('pskb');
  expect(() => new Function(code)).not.toThrow();
  expect(code).not.toMatch(/\b(import|export)\b/);
  expect(code).toMatch(/["'`]pskb["'`]/);
  // It is fetched at each visit of those who have saved something.
  expect(code.length).toBeLessThan(6_000);
});

test('so is the one that takes it away, and it answers nothing', async () => {
  const code = await bundleRemoval('pskb');
  expect(() => new Function(code)).not.toThrow();
  expect(code).toMatch(/["'`]pskb["'`]/);
  expect(code).toContain('unregister');
  expect(code).not.toContain('respondWith');
});
