import { once } from 'node:events';
import { createServer, type Server } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createServices, mustHaveServices } from './services.ts';

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

describe('a service that the environment does not name', () => {
  const nowhere = async () => false;

  test('is the one that answers on this machine', async () => {
    const services = createServices({}, { isLocal: async () => true });
    expect(await services.findAbsence('redis')).toBeUndefined();
    expect(services.environmentFor(['redis'])).toMatchObject({ REDIS_URL: 'redis://localhost:6379/0' });
  });

  test('is started once where none answers, and ended at the end', async () => {
    const events: string[] = [];
    const services = createServices(
      {},
      {
        isLocal: nowhere,
        start: async (name) => {
          events.push(`start ${name}`);
          return { url: 'redis://127.0.0.1:1', folder: '', close: async () => void events.push(`close ${name}`) };
        },
      },
    );
    await Promise.all([services.findAbsence('redis'), services.findAbsence('redis')]);
    expect(services.environmentFor(['redis'])).toMatchObject({ REDIS_URL: 'redis://127.0.0.1:1' });
    await services.close();
    expect(events).toEqual(['start redis', 'close redis']);
  });

  test('is missing where it cannot be started, with the ways to have it', async () => {
    const services = createServices({}, { isLocal: nowhere, start: async () => undefined });
    expect(await services.findAbsence('postgres')).toBe(
      'postgres (none is named, none answers at localhost:5432, none can be started: install postgresql, run docker compose up --wait, or set DATABASE_URL)',
    );
  });
});

test('a block sees the addresses of the services that it needs, and of no others', async () => {
  const DATABASE_URL = `postgresql://127.0.0.1:${port}/db`;
  const services = createServices({ PATH: '/bin', DATABASE_URL }, { isLocal: async () => true });
  await Promise.all([services.findAbsence('postgres'), services.findAbsence('redis')]);
  expect(services.environmentFor(['redis'])).toMatchObject({
    PATH: '/bin',
    DATABASE_URL: undefined,
    REDIS_URL: 'redis://localhost:6379/0',
  });
  expect(services.environmentFor(['postgres'])).toMatchObject({ DATABASE_URL, REDIS_URL: undefined });
});

test.each([
  [{}, false],
  [{ CI: '' }, false],
  [{ CI: 'false' }, false],
  [{ CI: 'true' }, true],
  [{ CI: '1' }, true],
])('with %j in the environment, services must be there: %s', (environment, isRequired) => {
  expect(mustHaveServices(environment)).toBe(isRequired);
});
