/** What was written, and what to do with it. */
import { foldersOf } from '../../content/check/checked-site.ts';
import { addressOf } from '../../content/place.ts';
import type { Surroundings, Wanted } from './create.ts';
import { KINDS } from './kind.ts';
import type { NewFiles } from './stub.ts';

/** Where `npm run dev` answers unless its port is taken. */
const DEV = 'http://localhost:4321';

export function describeNext({ kind, place }: Wanted, { site }: Pick<Surroundings, 'site'>, files: NewFiles): string {
  const { folder } = KINDS[kind];
  const address = addressOf({ locale: 'root', path: place }, { base: site.base, locales: foldersOf(site) });
  const paths = Object.keys(files);
  const isPage = folder === 'docs';
  const isDraft = kind !== 'cards' && kind !== 'questions';
  const translations = foldersOf(site);
  return [
    'Wrote',
    ...paths.map((file) => `  ${file}`),
    '',
    'Next',
    ...(isPage ? [`  npm run dev     shows it at ${DEV}${address} while you write`] : []),
    '  npm run check   finds what is wrong with it',
    ...(isDraft ? ['  A draft is not published: when it is ready, take out its line "draft: true".'] : []),
    ...(isPage && translations.length > 0 ? ['  A translation that is done: npm run translated -- and its file.'] : []),
  ].join('\n');
}
