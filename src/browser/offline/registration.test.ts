import { expect, test, vi } from 'vitest';
import { unregisterWorker } from './registration.ts';

const SITE = 'https://example.org/some/base/';

test.each([
  ['its own worker', SITE, 1],
  ['not that of a site at the root of the host', 'https://example.org/', 0],
])('a site puts away %s', async (_, scope, expected) => {
  const unregister = vi.fn(async () => true);
  const workers = {
    getRegistration: async () => ({ scope, unregister }) as unknown as ServiceWorkerRegistration,
  };
  await unregisterWorker(workers, SITE);
  expect(unregister).toHaveBeenCalledTimes(expected);
});
