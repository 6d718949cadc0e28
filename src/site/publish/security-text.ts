/** `/.well-known/security.txt`: where somebody who found a hole says so. */

export interface SecurityText {
  /** Address of the repository, without a slash at its end. */
  readonly repository: string;
  /** The site's own address, without a path: the file counts at the root of a host only. */
  readonly url: string;
  /** Tags of the languages in which a report is read. */
  readonly languages: readonly string[];
  readonly now: Date;
}

/** Below the year that the standard allows at most: who has not published for that long may not be there any more. */
const DAYS = 300;

/** @see https://www.rfc-editor.org/rfc/rfc9116 */
export function writeSecurityText({ repository, url, languages, now }: SecurityText): string {
  const expires = new Date(now);
  expires.setUTCDate(expires.getUTCDate() + DAYS);
  expires.setUTCHours(0, 0, 0, 0);
  return [
    `Contact: ${findContact(repository)}`,
    `Expires: ${expires.toISOString()}`,
    `Preferred-Languages: ${languages.join(', ')}`,
    `Canonical: ${new URL('/.well-known/security.txt', url).href}`,
    '',
  ].join('\n');
}

/** GitHub takes reports that only the owners read, GitLab issues that can be marked so. */
function findContact(repository: string): string {
  const address = repository.replace(/(\.git)?\/?$/, '');
  const { hostname } = new URL(address);
  if (hostname === 'github.com') return `${address}/security/advisories/new`;
  if (hostname.startsWith('gitlab.')) return `${address}/-/issues/new?issue[confidential]=true`;
  return address;
}
