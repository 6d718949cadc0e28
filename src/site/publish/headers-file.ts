/** `_headers`, which Netlify, Cloudflare Pages and others read from the published folder; our own preview does, too. */
import { type Headers, IMMUTABLE } from './response-headers.ts';

export interface PublishedSite {
  /** The path below which the site is published, with slashes at both ends. */
  readonly base: string;
  /** What is said with every file. */
  readonly security: Headers;
  /** Folders below the base whose files never change. */
  readonly immutable: readonly string[];
}

/**
 * Hosts join what several rules say of one header, so no header may stand in two rules that fit one file. Of everything that is
 * not immutable they say themselves that it has to be asked for each time.
 */
export function writeHeadersFile({ base, security, immutable }: PublishedSite): string {
  const rules: [string, Headers][] = [
    [`${base}*`, security],
    ...immutable.map((folder): [string, Headers] => [`${base}${folder}*`, IMMUTABLE]),
  ];
  return rules.map(([address, headers]) => `${address}\n${printHeaders(headers)}`).join('\n');
}

function printHeaders(headers: Headers): string {
  return Object.entries(headers)
    .map(([name, value]) => `  ${name}: ${value}\n`)
    .join('');
}
