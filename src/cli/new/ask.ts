/** Asks at the terminal for what was not said. */
import type { Readable, Writable } from 'node:stream';
import { isCancel, select, text } from '@clack/prompts';
import { foldersOf } from '../../content/check/checked-site.ts';
import type { ContentFiles } from '../../content/files/content-files.ts';
import { LEVELS } from '../../content/kinds/field.ts';
import { DOCS, readPages } from '../../content/page.ts';
import { areaOf } from '../../content/place.ts';
import { findTaken } from './conflict.ts';
import { createFiles, type Surroundings, USUAL_LEVEL, type Wanted } from './create.ts';
import { KIND_NAMES, KINDS, type Kind } from './kind.ts';
import type { Given } from './options.ts';
import { refusePlace } from './place.ts';
import { Refusal } from './refusal.ts';
import { cleanTitle, titleOf } from './title.ts';

/** Where questions are shown and answered; the process's own where they are left out. */
export interface Terminal {
  readonly input?: Readable;
  readonly output?: Writable;
}

/** @returns `undefined` when the person gave up, with Ctrl-C or Escape */
export async function ask(given: Given, around: Surroundings, terminal: Terminal = {}): Promise<Wanted | undefined> {
  const kind = given.kind ?? (await askKind(terminal));
  if (isCancel(kind)) return undefined;
  const place = given.place ?? (await askPlace(kind, around, terminal));
  if (isCancel(place)) return undefined;
  const { needsTitle, hasLevel } = KINDS[kind];
  const title = given.title ?? (needsTitle ? await askTitle(place, terminal) : undefined);
  if (isCancel(title)) return undefined;
  const level = given.level ?? (hasLevel ? await askLevel(terminal) : undefined);
  if (isCancel(level)) return undefined;
  return { kind, place, title: title === undefined ? undefined : cleanTitle(title), level };
}

function askKind(terminal: Terminal) {
  const options = KIND_NAMES.map((value) => ({ value, hint: KINDS[value].what }));
  return select({ message: 'What do you want to write?', options, ...terminal });
}

async function askPlace(kind: Kind, around: Surroundings, terminal: Terminal) {
  const { example, names } = KINDS[kind];
  const area = names[0] > 1 ? await askArea(around, terminal) : '';
  if (isCancel(area)) return area;
  return text({
    message: 'Where? Its place becomes its address and its permanent id.',
    placeholder: example.place,
    ...(area !== '' && { initialValue: `${area}/` }),
    validate: (typed = '') => refuseTyped(kind, typed, around),
    ...terminal,
  });
}

/** What would be refused later, said while it can be typed again. */
function refuseTyped(kind: Kind, place: string, around: Surroundings): string | undefined {
  const refusal = refusePlace(kind, place, foldersOf(around.site));
  if (refusal !== undefined) return refusal;
  try {
    const [taken] = findTaken(around, createFiles({ kind, place, title: undefined, level: undefined }, around));
    return taken === undefined ? undefined : `${taken} is there already`;
  } catch (error) {
    if (error instanceof Refusal) return error.message;
    throw error;
  }
}

function askArea({ files, site }: Surroundings, terminal: Terminal) {
  const areas = listAreas(files, foldersOf(site)).map((value) => ({ value, label: value }));
  const options = [...areas, { value: '', label: 'a new area' }];
  return areas.length === 0 ? '' : select({ message: 'In which area?', options, ...terminal });
}

/** Folders of the main language that hold a note, or nothing yet but their overview: a guide is no place for notes. */
function listAreas(files: ContentFiles, locales: readonly string[]): string[] {
  const pages = readPages(files, locales).filter(({ place, file }) => place.locale === 'root' && isInFolder(file));
  const folders = Map.groupBy(pages, ({ place }) => areaOf(place.path) ?? '');
  return [...folders]
    .filter(
      ([folder, inside]) => inside.some(({ isNote }) => isNote) || inside.every(({ place }) => place.path === folder),
    )
    .map(([folder]) => folder);
}

function isInFolder(file: string): boolean {
  return file.slice(DOCS.length).includes('/');
}

function askTitle(place: string, terminal: Terminal) {
  return text({
    message: 'What is it called?',
    initialValue: titleOf(place),
    validate: (typed = '') => (cleanTitle(typed) === undefined ? 'a title is missing' : undefined),
    ...terminal,
  });
}

function askLevel(terminal: Terminal) {
  const options = LEVELS.map((value) => ({ value }));
  return select({ message: 'For whom?', options, initialValue: USUAL_LEVEL, ...terminal });
}
