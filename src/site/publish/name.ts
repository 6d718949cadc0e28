/** Files that a build writes for whoever serves the site. No page asks for them, so nobody saves them. */
export const HOST_FILES = {
  headers: '_headers',
  nginx: '_nginx.conf',
  security: '.well-known/security.txt',
} as const;

/** Written into the top of the site, whatever they are called: `_redirects` comes from elsewhere. */
export function isHostFile(file: string): boolean {
  return /^_[^/]+$/.test(file) || file.startsWith('.well-known/');
}
