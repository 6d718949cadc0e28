/**
 * The Content-Security-Policy of the site: everything comes from the site itself, and of the scripts in a page's own text
 * only those run that the build put there. It stands in each page, so that it holds on every host, and is sent as a header
 * where the host can be told so. What was measured and decided: `docs/decisions/026-content-policy.md`.
 */

const CHARSET = /<meta charset="[^"]*"\s*\/?>/i;
const HEAD = /<head(\s[^>]*)?>/i;
const DOCTYPE = /^\s*<!doctype[^>]*>/i;
const POLICY = /<meta http-equiv="content-security-policy" content="([^"]*)"\s*\/?>/i;

const DIRECTIVES = {
  'default-src': ["'none'"],
  // Chromium asks this of WebAssembly in the page itself, which reads and writes the files of Anki.
  'script-src': ["'self'", "'wasm-unsafe-eval'"],
  // Highlighted code has its colors in attributes, and the editor writes its styles into the page.
  'style-src': ["'self'", "'unsafe-inline'"],
  'img-src': ["'self'", 'data:'],
  'font-src': ["'self'"],
  'connect-src': ["'self'"],
  // Recordings are played from the reader's own disk.
  'media-src': ["'self'", 'blob:'],
  'worker-src': ["'self'"],
  'manifest-src': ["'self'"],
  'form-action': ["'self'"],
  'base-uri': ["'none'"],
} as const satisfies Record<string, readonly string[]>;

/** @param scripts sources of what stands in the page, as `hashInlineScripts` gives them */
export function writePolicy(scripts: readonly string[]): string {
  return Object.entries(DIRECTIVES)
    .map(([name, sources]) => [name, ...sources, ...(name === 'script-src' ? scripts : [])].join(' '))
    .join('; ');
}

/** As a header it also says that no other site may show the pages in a frame, which browsers ignore in a page. */
export function writeHeaderPolicy(scripts: readonly string[]): string {
  return `${writePolicy(scripts)}; ${FRAMES}`;
}

/** The part of the policy that only a header can have, and that is the same for every build. */
export const FRAMES = "frame-ancestors 'none'";

/** Puts a policy in front of everything that it is to hold for, behind the charset, which must come early. */
export function addPolicy(html: string, policy: string): string {
  const meta = `<meta http-equiv="content-security-policy" content="${policy}"/>`;
  const [before = ''] = CHARSET.exec(html) ?? HEAD.exec(html) ?? DOCTYPE.exec(html) ?? [];
  const end = html.indexOf(before) + before.length;
  return html.slice(0, end) + meta + html.slice(end);
}

/** The policy that stands in a page. */
export function readPolicy(html: string): string | undefined {
  return POLICY.exec(html)?.[1];
}

/** Changes the policy that stands in a page; without one the page stays as it is. */
export function changePolicy(html: string, change: (policy: string) => string): string {
  return html.replace(POLICY, (meta, policy: string) => meta.replace(policy, () => change(policy)));
}

/**
 * The policy of a page that may lie on a disk, where browsers differ in what a page's own origin is.
 * @param scripts sources of what was added to the page
 */
export function allowDisk(policy: string, scripts: readonly string[]): string {
  return policy
    .split('; ')
    .map((part) => {
      const own = part.replace("'self'", "'self' file:");
      return part.startsWith('script-src ') ? [own, ...scripts].join(' ') : own;
    })
    .join('; ');
}
