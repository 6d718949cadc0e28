import { once } from 'node:events';
import { createServer, type Server } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createServices } from './services.ts';

let server: Server;
let port = 0;
let connections = 0;

beforeAll(async () => {
  server = createServer((socket) => {
    connections += 1;
    socket.on('error', () => {});
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  port = address.port;
});

afterAll(() => server.close());

describe('a service', () => {
  test('is there when its address takes a connection, which is tried once', async () => {
    const services = createServices({ REDIS_URL: `redis://user:secret@127.0.0.1:${port}/1` });
    expect(await services.findAbsence('redis')).toBeUndefined();
    expect(await services.findAbsence('redis')).toBeUndefined();
    expect(connections).toBe(1);
  });

  test('may be named by the address of a driver', async () => {
    const services = createServices({ DATABASE_URL: `postgresql+asyncpg://u:p@127.0.0.1:${port}/db` });
    expect(await services.findAbsence('postgres')).toBeUndefined();
  });

  test('that is missing is named with its place, without its password', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const address = other.address();
    const free = typeof address === 'object' ? address?.port : undefined;
    other.close();
    await once(other, 'close');
    const services = createServices({ DATABASE_URL: `postgresql://u:secret@127.0.0.1:${free}/db` });
    expect(await services.findAbsence('postgres')).toBe(
      `postgres (nothing answers at 127.0.0.1:${free}: start it, or set DATABASE_URL)`,
    );
  });

  test.each([
    ['mysql://localhost/db', 'postgres (DATABASE_URL begins with mysql://)'],
    ['nonsense', 'postgres (DATABASE_URL is no address)'],
  ])('is not what answers at %s', async (address, absence) => {
    expect(await createServices({ DATABASE_URL: address }).findAbsence('postgres')).toBe(absence);
  });
});

test('a block sees the addresses of the services that it needs, and of no others', () => {
  const services = createServices({ PATH: '/bin', DATABASE_URL: 'postgresql://mine/db' });
  expect(services.environmentFor(['redis'])).toMatchObject({
    PATH: '/bin',
    DATABASE_URL: undefined,
    REDIS_URL: 'redis://localhost:6379/0',
  });
  expect(services.environmentFor(['postgres'])).toMatchObject({ DATABASE_URL: 'postgresql://mine/db' });
});
