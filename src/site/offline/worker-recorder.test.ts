import { expect, test } from 'vitest';
import { createWorkerRecorder } from './worker-recorder.ts';

test('each file of a worker’s bundle is its group’s, unless several have it', () => {
  const { plugin, files } = createWorkerRecorder({ python: '/python/worker.ts', postgres: '/postgres/worker.ts' });
  const runtime = { '_astro/runtime-0.js': { facadeModuleId: null } };
  plugin.generateBundle({}, { '_astro/worker-1.js': { facadeModuleId: 'C:\\x\\python\\worker.ts' }, ...runtime });
  plugin.generateBundle(
    {},
    {
      '_astro/worker-2.js': { facadeModuleId: '/x/postgres/worker.ts' },
      '_astro/fs-3.js': { facadeModuleId: '/x/fs.js' },
      ...runtime,
    },
  );
  plugin.generateBundle({}, { '_astro/worker-4.js': { facadeModuleId: '/x/other/worker.ts' } });
  expect([...files]).toEqual([
    ['_astro/worker-1.js', 'python'],
    ['_astro/runtime-0.js', ''],
    ['_astro/worker-2.js', 'postgres'],
    ['_astro/fs-3.js', 'postgres'],
  ]);
});
