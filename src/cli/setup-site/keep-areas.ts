/** Takes away the areas that are not kept, the languages that the site no longer has, and what led to either. */

import { isMap, isSeq, parseDocument } from 'yaml';
import { checkContent } from '../../content/check/check-content.ts';
import { foldersOf } from '../../content/check/checked-site.ts';
import { EXAMPLES } from '../../content/example.ts';
import { readPages } from '../../content/page.ts';
import type { Site } from '../../content/site-config.ts';
import type { DraftFiles } from './draft-files.ts';
import { mendContent } from './mend.ts';
import { isOfArea, OUR_AREAS } from './our-content.ts';
import { type Cut, cutYaml } from './yaml-cut.ts';

/** @param areas those that stay */
export function keepAreas(draft: DraftFiles, before: Site, site: Site, areas: readonly string[], today: Date): void {
  const known = checkContent(draft, before, { today });
  const gone = OUR_AREAS.filter((area) => !areas.includes(area));
  const left = foldersOf(before).filter((folder) => !foldersOf(site).includes(folder));
  for (const file of draft.list()) {
    const isGone = gone.some((area) => isOfArea(file, area, foldersOf(before)));
    if (isGone || left.some((folder) => isOfLanguage(file, folder))) draft.remove(file);
  }
  dropResources(draft, gone);
  mendContent(draft, site, today, known);
  if (gone.length > 0) dropExamples(draft, site);
}

/** Pages and cards lie in a folder of their language, texts of an exercise beside those of the main one. */
function isOfLanguage(file: string, folder: string): boolean {
  return /^content\/(docs|flashcards)\//.test(file) ? file.split('/')[2] === folder : file.endsWith(`.${folder}.md`);
}

/** Programs that no page shows any more, by folder: those of one import each other. */
export function dropExamples(draft: DraftFiles, site: Pick<Site, 'locales'>): void {
  const texts = readPages(draft, foldersOf(site)).map(({ source }) => source.text);
  const programs = draft.list().filter((file) => file.startsWith(EXAMPLES));
  const groupOf = (file: string) => file.slice(EXAMPLES.length).split('/').slice(0, -1).join('/');
  const isShown = (group: string) => texts.some((text) => new RegExp(`=${group}/\\w+\\.py`).test(text));
  const shown = new Set(programs.map(groupOf).filter((group) => group !== '' && isShown(group)));
  // What all of them share goes with the last.
  for (const file of programs)
    if (!shown.has(groupOf(file)) && (groupOf(file) !== '' || shown.size === 0)) draft.remove(file);
}

const RESOURCES = 'content/resources.yaml';

/** Books and sites of nothing but areas that go. */
function dropResources(draft: DraftFiles, gone: readonly string[]): void {
  if (!draft.has(RESOURCES) || gone.length === 0) return;
  const { text } = draft.read(RESOURCES);
  const list = parseDocument(text).contents;
  const items = isSeq(list) ? list.items.filter(isMap) : [];
  const cuts = items
    .filter((item) => {
      const topics: unknown = item.toJSON().topics;
      return Array.isArray(topics) && topics.length > 0 && topics.every((topic) => gone.includes(topic));
    })
    .map(({ range }): Cut => ({ at: range?.[0] ?? 0, extent: 'element' }));
  if (cuts.length === 0) return;
  const rest = cutYaml(text, cuts);
  if (rest === undefined) draft.remove(RESOURCES);
  else draft.write(RESOURCES, rest);
}
