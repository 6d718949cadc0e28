/** Files that a build writes for whoever serves the site. No page asks for them, so nobody saves them. */
export const HOST_FILES = {
  headers: '_headers',
  redirects: '_redirects',
  nginx: '_nginx.conf',
  security: '.well-known/security.txt',
} as const;

/** In the top of the site, whatever they are called: a fork may have more of them in `public/`. */
export function isHostFile(file: string): boolean {
  return /^_[^/]+$/.test(file) || file.startsWith('.well-known/');
}
