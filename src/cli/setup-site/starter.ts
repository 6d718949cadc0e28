/** What a site begins with that keeps none of our content: a home page, and one published example of each kind. */
import { foldersOf } from '../../content/check/checked-site.ts';
import { DOCS } from '../../content/page.ts';
import { listRecordable } from '../../content/record-translation.ts';
import type { Site } from '../../content/site-config.ts';
import { createFiles, type Wanted } from '../new/create.ts';
import type { Kind } from '../new/kind.ts';
import { dayOf, writeFrontmatter, writeYaml } from '../new/yaml.ts';
import type { DraftFiles } from './draft-files.ts';
import { GUIDE } from './our-content.ts';
import { findStarterWords, type StarterWords } from './starter-words.ts';

type StarterSite = Pick<Site, 'base' | 'locales' | 'strictCode' | 'strictIds' | 'title' | 'description'>;

/** What one leads to stands before it. */
const ORDER = ['area', 'note', 'cards', 'exercise', 'project', 'roadmap', 'questions', 'interview'] as const;

/** Writes the home page of each language that has none, and examples where there is nothing to read yet. */
export function writeStarter(draft: DraftFiles, site: StarterSite, today: Date): void {
  const { root, ...others } = site.locales;
  const words = findStarterWords(root?.lang ?? '');
  const isEmpty = !draft.list().some((file) => file.startsWith(DOCS) && !file.startsWith(GUIDE));
  writeHome(draft, 'content/docs/index.md', site, words);
  if (isEmpty && words !== undefined) writeExamples(draft, site, words, today);
  // After the examples, which know nothing of the languages that we do not speak.
  for (const [folder, { lang }] of Object.entries(others)) {
    writeHome(draft, `content/docs/${folder}/index.md`, site, findStarterWords(lang));
  }
  if (!isEmpty) return;
  for (const { path, record } of listRecordable(draft, foldersOf(site))) draft.write(path, record());
}

/** In the languages that we speak: in any other, they would be in English. */
function writeExamples(draft: DraftFiles, site: StarterSite, words: StarterWords, today: Date): void {
  const spoken = Object.entries(site.locales).filter(([, { lang }]) => findStarterWords(lang));
  const around = { files: draft, site: { ...site, locales: Object.fromEntries(spoken) }, today };
  for (const kind of ORDER) {
    for (const [path, text] of Object.entries(createFiles(wantedOf(kind, words), around))) {
      draft.write(path, finish(path, text, kind, around.site));
    }
  }
  draft.write('content/resources.yaml', writeResources(words, today));
}

function wantedOf(kind: Kind, { things }: StarterWords): Wanted {
  const { place, title } = kind === 'questions' ? { place: things.area.place, title: undefined } : things[kind];
  return { kind, place, title, level: 'beginner' };
}

/** Readers of another language than the main one may not speak the site's own description. */
function writeHome(draft: DraftFiles, file: string, { title, description }: StarterSite, words?: StarterWords): void {
  if (draft.has(file) || draft.has(`${file}x`)) return;
  const { description: about, text } = words?.home ?? { description, text: description };
  const frontmatter = writeFrontmatter({ id: 'home', title, description: about, tableOfContents: false });
  draft.write(file, `${frontmatter}\n${text}\n`);
}

/** An example is published, is called something in each language, and has what the check would ask for. */
function finish(path: string, text: string, kind: Kind, { locales }: Pick<Site, 'locales'>): string {
  const { root, ...others } = locales;
  const main = findStarterWords(root?.lang ?? '');
  const titleOf = (words: StarterWords | undefined) => (kind === 'questions' ? '' : (words?.things[kind].title ?? ''));
  const inFolder = path.split('/')[2] ?? '';
  let finished = text.replace(/^draft: true\n/m, '').replace(/^# (requires|leadsTo|sources):.*\n/gm, '');
  for (const [folder, { lang }] of Object.entries(others)) {
    const title = titleOf(findStarterWords(lang));
    const line = new RegExp(`^(${folder === inFolder ? 'title|Deck' : ` *${folder}`}): ${titleOf(main)}$`, 'gm');
    if (title !== '') finished = finished.replace(line, `$1: ${title}`);
  }
  const words = findStarterWords(others[inFolder]?.lang ?? root?.lang ?? '');
  return words === undefined
    ? finished
    : finished.replace(/^sources: \[\]\n/m, writeYaml({ sources: listSources(words) }));
}

const PAGES = ['tutorial/controlflow', 'library/functions', 'reference/datamodel'];

function listSources({ resource, supports }: StarterWords) {
  return PAGES.map((page) => {
    const url = resource.url.replace('tutorial/index', page);
    return { title: `Python, ${page}`, url, supports };
  });
}

function writeResources({ resource, things }: StarterWords, today: Date): string {
  return writeYaml([
    {
      id: 'python-tutorial',
      title: resource.title,
      url: resource.url,
      kind: 'docs',
      topics: [things.area.place],
      level: 'beginner',
      lang: resource.lang,
      cost: 'free',
      why: resource.why,
      checkedOn: dayOf(today),
    },
  ]);
}
