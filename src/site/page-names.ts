/**
 * Tells when something has changed that other pages say of pages: their ids and titles, where they lie, what they can be linked at.
 * A save mostly changes a paragraph, and nothing that is made of names need be made again.
 */
import site from 'virtual:study/site';
import { foldersOf } from '../content/check/checked-site.ts';
import { keepFor } from '../content/keep-for.ts';
import { listAnchors } from '../content/link.ts';
import { DOCS, isRecord, type Page, readPages } from '../content/page.ts';
import { files } from './site-files.ts';

const keepNames = keepFor<Page, string>();

const last = { read: Number.NaN, names: '', version: 0 };

/** Larger when a name has changed, as the versions of folders are. */
export function versionOfNames(): number {
  const read = files.versionOf(DOCS);
  if (read === last.read) return last.version;
  const names = readPages(files, foldersOf(site)).map(namesOf).join('\n');
  if (names !== last.names) Object.assign(last, { names, version: read });
  last.read = read;
  return last.version;
}

function namesOf(page: Page): string {
  return keepNames(page, '', () => {
    const { title, order } = isRecord(page.yaml.value) ? page.yaml.value : {};
    return JSON.stringify([page.file, page.id.id, page.isDraft, title, order, listAnchors(page.document)]);
  });
}
