import { expect, test } from 'vitest';
import { readNoteLog } from './note-log.ts';
import { createMemoryStores } from './storage/memory-stores.ts';

test('time and mark of a note count under every id that it had', async () => {
  let t = 1_700_000_000_000;
  const { log } = createMemoryStores('laptop', () => {
    t += 1000;
    return { t, z: 0 };
  });
  await log.append({ k: 'phase', note: 'old/gil', phase: 'read', ms: 5000 });
  await log.append({ k: 'phase', note: 'gil', phase: 'read', ms: 1000 });
  await log.append({ k: 'phase', note: 'gil', phase: 'practise', ms: 300 });
  await log.append({ k: 'phase', note: 'sql', phase: 'read', ms: 70 });
  await log.append({ k: 'studied', note: 'old/gil', studied: true });
  expect(await readNoteLog(log, ['gil', 'old/gil'])).toEqual({
    phases: { read: 6000, practise: 300 },
    isStudied: true,
  });
  await log.append({ k: 'studied', note: 'gil', studied: false });
  expect((await readNoteLog(log, ['gil', 'old/gil'])).isStudied).toBe(false);
  expect(await readNoteLog(log, ['other'])).toEqual({ phases: {}, isStudied: false });
});
