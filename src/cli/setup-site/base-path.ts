/** The path below which a site is published, as people type it. */
import { Refusal } from '../new/refusal.ts';

/**
 * Adds the slashes that are missing.
 * @throws {Refusal} for what cannot be part of an address
 * @example readBasePath('my-notes') // '/my-notes/'
 */
export function readBasePath(text: string): string {
  const typed = text.trim();
  // Git Bash on Windows takes what begins with a slash for a file of its own.
  if (/^[A-Za-z]:[\\/]/.test(typed)) {
    const name = typed.split(/[\\/]/).findLast((part) => part !== '') ?? '';
    throw new Refusal(`"${typed}" is a path of this computer: some shells make one of /${name}/. Write ${name}`);
  }
  if (/^[a-z]+:\/\//i.test(typed)) {
    throw new Refusal(`"${typed}" is a whole address: its path alone is the base, ${new URL(typed).pathname}`);
  }
  const names = typed.split('/').filter((name) => name !== '');
  const wrong = names.find((name) => !/^[\w.~-]+$/.test(name) || /^\.+$/.test(name));
  if (wrong !== undefined) {
    const mended = wrong.replaceAll(/[^\w.~-]+/g, '-').replace(/^[-.]+|[-.]+$/g, '') || 'my-notes';
    throw new Refusal(
      `"${wrong}" cannot be part of an address: write letters, digits and hyphens, such as /${mended}/`,
    );
  }
  return names.length === 0 ? '/' : `/${names.join('/')}/`;
}
