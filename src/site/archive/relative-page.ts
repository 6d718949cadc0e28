/**
 * A page whose links lead to files beside it, so that it works wherever it lies, from a disk too: `/study/gil/` becomes
 * `../gil/index.html`.
 */
import { posix as path } from 'node:path';

const TAG = /<[a-zA-Z][^<>]*>/g;
/** Of these, addresses; a menu's values are read by its script. */
const ADDRESS = /(\s(?:href|src|poster)=")([^"]*)(")/g;

export interface PagePlace {
  /** Path of the page below the site, with forward slashes. */
  readonly file: string;
  /** The path below which the site was built, with slashes at both ends. */
  readonly base: string;
}

export function makePageRelative(html: string, place: PagePlace): string {
  return html.replace(TAG, (tag) =>
    tag.replace(ADDRESS, (_, before: string, address: string, after: string) => {
      return before + makeAddressRelative(address, place) + after;
    }),
  );
}

/** @param address as an attribute has it; what leads elsewhere stays */
export function makeAddressRelative(address: string, { file, base }: PagePlace): string {
  if (!address.startsWith(base) || address.startsWith('//')) return address;
  const [, name = '', rest = ''] = /^([^?#]*)(.*)$/.exec(address.slice(base.length)) ?? [];
  const target = name === '' || name.endsWith('/') ? `${name}index.html` : name;
  return path.relative(path.dirname(file), target) + rest;
}

/** The way from a page to the folder of the site: `../../`, or empty. */
export function wayToRoot(file: string): string {
  return '../'.repeat(file.split('/').length - 1);
}
