import { expect, test } from 'vitest';
import { bundleWorker } from './worker.ts';

test('the service worker is one classic script that names its site', async () => {
  const code = await bundleWorker('pskb');
  expect(() => new Function(code)).not.toThrow();
  expect(code).not.toMatch(/\b(import|export)\b/);
  expect(code).toMatch(/["'`]pskb["'`]/);
  // It is fetched at each visit of those who have saved something.
  expect(code.length).toBeLessThan(6_000);
});
