/**
 * The servers that `python cpython needs=postgres,redis` blocks talk to. A block finds one by the address in the
 * environment, `DATABASE_URL` or `REDIS_URL`; where the environment names none, by that of a local server.
 */
import { connect } from 'node:net';
import { SERVICES } from '../../content/fence.ts';

export type ServiceName = (typeof SERVICES)[number];

interface Service {
  readonly variable: string;
  /** Where a local server listens; for PostgreSQL with the user and the password of its container image in CI. */
  readonly local: string;
  readonly protocol: RegExp;
  readonly port: number;
}

/** Milliseconds in which a server must take a connection. */
const TIME_LIMIT = 1000;
const KNOWN: Readonly<Record<ServiceName, Service>> = {
  postgres: {
    variable: 'DATABASE_URL',
    local: 'postgresql://postgres:postgres@localhost:5432/postgres',
    protocol: /^postgres(ql)?(\+\w+)?:$/,
    port: 5432,
  },
  redis: { variable: 'REDIS_URL', local: 'redis://localhost:6379/0', protocol: /^rediss?:$/, port: 6379 },
};

export interface Services {
  /** Why a service cannot be used, in words without its password; `undefined` when it answers. Each is tried once. */
  findAbsence(name: ServiceName): Promise<string | undefined>;
  /** The environment for a block that needs these services: it does not see the others. */
  environmentFor(names: readonly ServiceName[]): NodeJS.ProcessEnv;
}

export function createServices(environment: NodeJS.ProcessEnv = process.env, timeLimit = TIME_LIMIT): Services {
  const tried = new Map<ServiceName, Promise<string | undefined>>();
  const addressOf = ({ variable, local }: Service): string => environment[variable] || local;
  return {
    findAbsence(name) {
      const absence = tried.get(name) ?? tryService(name, addressOf(KNOWN[name]), timeLimit);
      tried.set(name, absence);
      return absence;
    },
    environmentFor(names) {
      const addresses = SERVICES.map((name) => [
        KNOWN[name].variable,
        names.includes(name) ? addressOf(KNOWN[name]) : undefined,
      ]);
      return { ...environment, ...Object.fromEntries(addresses) };
    },
  };
}

async function tryService(name: ServiceName, address: string, timeLimit: number): Promise<string | undefined> {
  const { variable, protocol, port } = KNOWN[name];
  if (!URL.canParse(address)) return `${name} (${variable} is no address)`;
  const url = new URL(address);
  if (!protocol.test(url.protocol)) return `${name} (${variable} begins with ${url.protocol}//)`;
  const place = { host: url.hostname.replace(/^\[|\]$/g, '') || 'localhost', port: Number(url.port || port) };
  const answers = await canConnect(place, timeLimit);
  return answers ? undefined : `${name} (nothing answers at ${place.host}:${place.port}: start it, or set ${variable})`;
}

function canConnect(place: { host: string; port: number }, timeout: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ ...place, timeout });
    const finish = (answers: boolean) => {
      socket.destroy();
      resolve(answers);
    };
    socket.once('connect', () => finish(true));
    socket.once('timeout', () => finish(false));
    socket.once('error', () => finish(false));
  });
}
