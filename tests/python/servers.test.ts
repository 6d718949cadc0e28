/** Throw-away servers, where their programs are installed: they answer, and nothing of them is left when they are closed. */
import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { canConnect } from '../../src/cli/execute/connection.ts';
import { startServer } from '../../src/cli/execute/servers.ts';
import { SERVICES } from '../../src/content/service.ts';

test.each(SERVICES)('%s starts beside others, answers, and goes without a trace', async (name) => {
  const server = await startServer(name);
  if (server === undefined) return console.warn(`${name} is not installed, so that none can be started`);
  const place = { host: '127.0.0.1', port: Number(new URL(server.url).port) };
  expect(await canConnect(place, 10_000)).toBe(true);
  expect(existsSync(server.folder)).toBe(true);
  await server.close();
  expect(await canConnect(place, 10_000)).toBe(false);
  expect(existsSync(server.folder)).toBe(false);
});
