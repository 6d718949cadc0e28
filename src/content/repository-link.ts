/** Where a repository shows a file, and where it lets somebody edit it: each kind of host has its own paths. */
import type { Site } from './site-config.ts';

type Repository = Site['repository'];

interface Paths {
  readonly view: string;
  readonly edit: string;
}

/** By what the name of the host holds; hosts of one's own are often named after what runs on them. */
const HOSTS: readonly (readonly [host: RegExp, pathsOf: (branch: string) => Paths])[] = [
  [/gitlab/, (branch) => ({ view: `-/blob/${branch}/`, edit: `-/edit/${branch}/` })],
  [/codeberg|gitea|forgejo/, (branch) => ({ view: `src/branch/${branch}/`, edit: `_edit/${branch}/` })],
  // It edits behind a query, which no address that the path is put behind can have.
  [/bitbucket/, (branch) => ({ view: `src/${branch}/`, edit: `src/${branch}/` })],
];

/** As GitHub has them. */
const USUAL = (branch: string): Paths => ({ view: `blob/${branch}/`, edit: `edit/${branch}/` });

/** Address before the path of a file that is to be looked at. */
export function viewAddressOf(repository: Repository): string {
  return addressOf(repository, 'view');
}

/** Address before the path of a file that is to be edited. */
export function editAddressOf(repository: Repository): string {
  return addressOf(repository, 'edit');
}

function addressOf({ url, branch }: Repository, kind: keyof Paths): string {
  const { hostname } = new URL(url);
  const [, pathsOf = USUAL] = HOSTS.find(([host]) => host.test(hostname)) ?? [];
  return `${url.replace(/\/+$/, '')}/${pathsOf(branch)[kind]}`;
}
