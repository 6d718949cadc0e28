/** The name under which a site keeps what its readers do. */
import { slug } from 'github-slugger';
import { Refusal } from '../new/refusal.ts';

/** That of the site which this one was made from. */
export const FIRST_SITE_ID = 'pskb';

/** @throws {Refusal} with one that can be used */
export function readSiteId(text: string): string {
  const id = text.trim();
  if (id === FIRST_SITE_ID) {
    throw new Refusal(
      `"${id}" is the site that you start from: with another name, readers of both keep their progress apart`,
    );
  }
  if (/^[a-z][a-z0-9-]*$/.test(id)) return id;
  throw new Refusal(`"${id}" has to be lower-case letters, digits and hyphens, such as ${suggestSiteId(id)}`);
}

/** @param names of the site and of its repository, the better one first */
export function suggestSiteId(...names: readonly string[]): string {
  const ids = names.map((name) =>
    slug(name.normalize('NFD').replaceAll(/[^\p{ASCII}]/gu, '')).replaceAll(/[^a-z0-9-]+/g, '-'),
  );
  const usable = ids.map((id) => id.replaceAll(/-{2,}/g, '-').replace(/^[^a-z]+|-+$/g, ''));
  return usable.find((id) => id !== '' && id !== FIRST_SITE_ID) ?? 'my-notes';
}
