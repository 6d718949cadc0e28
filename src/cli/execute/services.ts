/**
 * The servers that `python cpython needs=postgres,redis` blocks talk to. The first of these is taken: the one whose address
 * is in the environment (`DATABASE_URL`, `REDIS_URL`); one that answers on this machine; one of our own, started from an
 * installed program, which keeps nothing and ends with the process. A block finds it by the address in its environment.
 */
import { SERVICE_ADDRESSES, SERVICES, type ServiceName } from '../../content/service.ts';
import { canConnect } from './connection.ts';
import { type Server, startServer } from './servers.ts';

interface Service {
  readonly protocol: RegExp;
  readonly port: number;
  /** The program that a server of our own is started from. */
  readonly program: string;
}

/** A service that answers, or why none does. */
type Found = { readonly url: string } | { readonly absence: string };

/** Milliseconds in which a server must take a connection. */
const TIME_LIMIT = 1000;
const KNOWN: Readonly<Record<ServiceName, Service>> = {
  postgres: {
    protocol: /^postgres(ql)?(\+\w+)?:$/,
    port: 5432,
    program: 'postgresql',
  },
  redis: {
    protocol: /^rediss?:$/,
    port: 6379,
    program: 'redis-server',
  },
};

export interface Services {
  /**
   * Why a service cannot be used, in words without its password; `undefined` when it answers. Each is looked for once, and
   * started where there is none.
   */
  findAbsence(name: ServiceName): Promise<string | undefined>;
  /** The environment for a block that needs these services, which were looked for: it does not see the others. */
  environmentFor(names: readonly ServiceName[]): NodeJS.ProcessEnv;
  /** Ends what was started. */
  close(): Promise<void>;
}

/** Whether all services must be there: in CI nothing is passed over in silence. */
export function mustHaveServices({ CI }: NodeJS.ProcessEnv = process.env): boolean {
  return CI !== undefined && CI !== '' && CI !== 'false';
}

export interface ServicesOptions {
  readonly timeLimit?: number;
  /** Whether a server answers at the place of a local one. */
  readonly isLocal?: (place: { host: string; port: number }, timeout: number) => Promise<boolean>;
  readonly start?: (name: ServiceName) => Promise<Server | undefined>;
}

export function createServices(
  environment: NodeJS.ProcessEnv = process.env,
  { timeLimit = TIME_LIMIT, isLocal = canConnect, start = startServer }: ServicesOptions = {},
): Services {
  const found = new Map<ServiceName, Promise<Found>>();
  const addresses = new Map<ServiceName, string>();
  const started: Server[] = [];

  async function find(name: ServiceName): Promise<Found> {
    const { program } = KNOWN[name];
    const { variable, local } = SERVICE_ADDRESSES[name];
    const named = environment[variable];
    if (named) return tryAddress(name, named, timeLimit);
    if (await isLocal(placeOf(new URL(local), name), timeLimit)) return { url: local };
    const server = await start(name);
    if (server === undefined) {
      const way = `install ${program}, run docker compose up --wait, or set ${variable}`;
      return {
        absence: `${name} (none is named, none answers at ${new URL(local).host}, none can be started: ${way})`,
      };
    }
    started.push(server);
    return { url: server.url };
  }

  return {
    async findAbsence(name) {
      const search = found.get(name) ?? find(name);
      found.set(name, search);
      const result = await search;
      if ('absence' in result) return result.absence;
      addresses.set(name, result.url);
      return undefined;
    },
    environmentFor(names) {
      const visible = SERVICES.map((name) => [
        SERVICE_ADDRESSES[name].variable,
        names.includes(name) ? addresses.get(name) : undefined,
      ]);
      return { ...environment, ...Object.fromEntries(visible) };
    },
    async close() {
      await Promise.all(started.splice(0).map((server) => server.close()));
    },
  };
}

async function tryAddress(name: ServiceName, address: string, timeLimit: number): Promise<Found> {
  const { variable } = SERVICE_ADDRESSES[name];
  if (!URL.canParse(address)) return { absence: `${name} (${variable} is no address)` };
  const url = new URL(address);
  if (!KNOWN[name].protocol.test(url.protocol))
    return { absence: `${name} (${variable} begins with ${url.protocol}//)` };
  const place = placeOf(url, name);
  if (await canConnect(place, timeLimit)) return { url: address };
  return { absence: `${name} (nothing answers at ${place.host}:${place.port}: start it, or set ${variable})` };
}

function placeOf({ hostname, port }: URL, name: ServiceName): { host: string; port: number } {
  return { host: hostname.replace(/^\[|\]$/g, '') || 'localhost', port: Number(port || KNOWN[name].port) };
}
