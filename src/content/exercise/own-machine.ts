/** What an exercise that runs on the reader's own machine asks of it: commands, servers, and the names that its folder takes. */
import { readFileSync } from 'node:fs';
import { parse, stringify } from 'yaml';
import type { Exercise } from '../kinds/exercise.ts';
import { SERVICE_ADDRESSES, type ServiceName } from '../service.ts';

/** What the download has of its own, so that no given file may be called so. */
export const DOWNLOAD_FILES: readonly string[] = [
  'README.md',
  'solution.py',
  'test_solution.py',
  'requirements.txt',
  'compose.yaml',
];

/** The servers of this repository, whose images the tests were written with. */
const COMPOSE = new URL('../../../compose.yaml', import.meta.url);

export const INSTALL = [
  'python -m venv .venv',
  '. .venv/bin/activate  # Windows: .venv\\Scripts\\activate',
  'python -m pip install -r requirements.txt',
].join('\n');
export const START_SERVERS = 'docker compose up --wait';
export const STOP_SERVERS = 'docker compose down';
export const TEST = 'python -m pytest';

/** `DATABASE_URL=postgresql://…`, one a line: where the tests look for servers unless they are told otherwise. */
export function listAddresses({ services = [] }: Exercise): string {
  return services.map((name) => `${SERVICE_ADDRESSES[name].variable}=${SERVICE_ADDRESSES[name].local}`).join('\n');
}

/** A `compose.yaml` with these servers and no others. */
export function writeCompose(services: readonly ServiceName[]): string {
  const all: { readonly services: Readonly<Record<string, unknown>> } = parse(readFileSync(COMPOSE, 'utf8'));
  const chosen = Object.fromEntries(services.map((name) => [name, all.services[name]]));
  return `# Nothing they hold is kept. Start: ${START_SERVERS}\n${stringify({ services: chosen }, { lineWidth: 0, compat: 'yaml-1.1' })}`;
}
