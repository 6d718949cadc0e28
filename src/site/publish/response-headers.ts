/**
 * What a host should say with each file of the site. Every file for a host is written from here, so that they agree:
 * `_headers` for Netlify and Cloudflare Pages, `_nginx.conf` for nginx; a test compares `deploy/vercel.json`.
 */
import { writeHeaderPolicy } from './content-policy.ts';

export type Headers = Readonly<Record<string, string>>;

/** Of a name that changes with what it holds: a year, and not even asked for when a page is reloaded. */
export const IMMUTABLE: Headers = { 'Cache-Control': 'public, max-age=31536000, immutable' };
/** Kept, but asked for each time: mostly answered with 304. What hosts that read `_headers` say without being told. */
export const REVALIDATED: Headers = { 'Cache-Control': 'no-cache' };

/** Said with every file; none of it depends on the build. */
export const SECURITY: Headers = {
  'X-Content-Type-Options': 'nosniff',
  // Who follows a link out of a note takes nothing along that says where from.
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  // Mock interviews record the reader's voice.
  'Permissions-Policy': 'microphone=(self), camera=(), geolocation=(), payment=(), usb=()',
};

/** @param scripts sources of all scripts that stand in pages: a header is the same for all of them */
export function listSecurityHeaders(scripts: readonly string[]): Headers {
  return { 'Content-Security-Policy': writeHeaderPolicy(scripts), ...SECURITY };
}

/**
 * Folders whose files keep their names for ever, below the base.
 * @param languages that have a search index: its files lie in a folder that is named by what they hold
 */
export function listImmutableFolders(languages: readonly string[]): string[] {
  return ['_astro/', 'vendor/', ...languages.map((language) => `search-index/${language}/`)];
}
