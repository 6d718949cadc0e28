/** What the address of a repository says: where its files are seen, and where its host would publish the site. */

export interface RepositoryAddress {
  /** As a browser opens it, without user, password and `.git`. */
  readonly url: string;
  /** Where the host publishes a site of this repository; nothing for a host that we do not know. */
  readonly pages: { readonly url: string; readonly base: string } | undefined;
}

/** `git@github.com:me/notes.git`, as ssh names it. */
const SCP = /^(?:[\w.-]+@)?([\w-]+(?:\.[\w-]+)+):(?!\/)(.+)$/;
/** What hosts put behind the name of a repository: a folder, a file, a list of issues. */
const BEHIND = /\/(?:-|tree|blob|src|issues|settings)(?:\/.*)?$/;

/**
 * @returns `undefined` for what names no repository
 * @example readRepositoryAddress('git@github.com:me/x.git')?.url // 'https://github.com/me/x'
 */
export function readRepositoryAddress(text: string): RepositoryAddress | undefined {
  const address = parseAddress(text.trim());
  if (address === undefined) return undefined;
  const names = address.pathname
    .replace(BEHIND, '')
    .replace(/\/+$/, '')
    .replace(/\.git$/, '')
    .split('/')
    .filter((name) => name !== '');
  if (names.length < 2 || names.some((name) => !/^[\w.~-]+$/.test(name))) return undefined;
  return { url: `${address.protocol}//${address.host}/${names.join('/')}`, pages: findPages(address.host, names) };
}

function parseAddress(text: string): URL | undefined {
  const scp = SCP.exec(text);
  const whole = scp ? `https://${scp[1]}/${scp[2]}` : text;
  const withScheme = /^[a-z+]+:\/\//i.test(whole)
    ? whole
    : `https://${/^[^/]+\.[^/]+\//.test(whole) ? '' : 'github.com/'}${whole}`;
  if (!URL.canParse(withScheme)) return undefined;
  const url = new URL(withScheme);
  if (url.protocol === 'http:' || url.protocol === 'https:') return url;
  // The port is that of the other protocol.
  return /^(git|ssh|git\+ssh):$/.test(url.protocol) ? new URL(`https://${url.hostname}${url.pathname}`) : undefined;
}

/** One host a line: whose site it is, and which repository is published at the root of it. */
function findPages(host: string, names: readonly string[]): RepositoryAddress['pages'] {
  const owner = (names[0] ?? '').toLowerCase();
  const project = names.slice(1).join('/');
  const publish = (domain: string, rootName: string) => ({
    url: `https://${domain}`,
    base: project.toLowerCase() === rootName ? '/' : `/${project}/`,
  });
  if (host === 'github.com') return publish(`${owner}.github.io`, `${owner}.github.io`);
  if (host === 'gitlab.com') return publish(`${owner}.gitlab.io`, `${owner}.gitlab.io`);
  if (host === 'codeberg.org') return publish(`${owner}.codeberg.page`, 'pages');
  return undefined;
}
