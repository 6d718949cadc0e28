import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { createCardCache } from './card-cache.ts';
import { CARD_SIZE } from './card-size.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'cards-'));
afterEach(() => rmSync(folder, { recursive: true }));

test('a card is drawn once, and anew when its words or what is behind them change', async () => {
  const font = createRequire(import.meta.url).resolve('@expo-google-fonts/inter/700Bold/Inter_700Bold.ttf');
  const ground = (value: number) => ({ font, pixels: Buffer.alloc(CARD_SIZE.width * CARD_SIZE.height * 3, value) });
  const draw = createCardCache(folder, ground(0));
  await draw({ title: 'A', label: 'x' });
  const [first = ''] = readdirSync(folder);
  writeFileSync(path.join(folder, first), 'kept');
  expect((await createCardCache(folder, ground(0))({ title: 'A', label: 'x' })).toString()).toBe('kept');
  await draw({ title: 'A', label: 'y' });
  await draw({ title: 'B', label: 'x' });
  await createCardCache(folder, ground(1))({ title: 'A', label: 'x' });
  expect(readdirSync(folder)).toHaveLength(4);
});
