/** Plans what becomes of a folder of notes: pages and pictures that pass the content check. Writes nothing. */
import { checkContent } from '../../content/check/check-content.ts';
import { type CheckedSite, foldersOf } from '../../content/check/checked-site.ts';
import type { ContentFiles } from '../../content/files/content-files.ts';
import { createMemoryFiles, type MemoryFile } from '../../content/files/memory-files.ts';
import { isGeneratedPage } from '../../content/generated-page.ts';
import type { Level } from '../../content/kinds/field.ts';
import { DOCS, isRecord, readPages } from '../../content/page.ts';
import { formatProblem, isError } from '../../content/problem.ts';
import { Refusal } from '../new/refusal.ts';
import { writeFrontmatter } from '../new/yaml.ts';
import { type ConvertedNote, convertNote } from './convert-note.ts';
import { finishNote, placeNote } from './finish-note.ts';
import { readHead } from './front-matter.ts';
import { FreeNames, toPlaceName } from './place-name.ts';
import type { Remark } from './remark.ts';
import { type VaultImage, VaultIndex, type VaultNote } from './vault.ts';

/** A folder as it was read: texts of notes, and paths of pictures. */
export interface VaultSource {
  readonly notes: readonly { readonly path: string; readonly text: string }[];
  readonly images: readonly { readonly path: string; readonly text: string | undefined }[];
}

export interface ImportOptions {
  readonly files: ContentFiles;
  readonly site: CheckedSite;
  readonly today: Date;
  readonly area: string;
  readonly areaTitle: string;
  readonly level: Level;
}

export interface ImportPlan {
  /** Texts of new files by path, relative to the project. */
  readonly texts: Readonly<Record<string, string>>;
  /** Pictures to copy. */
  readonly images: readonly VaultImage[];
  readonly notes: readonly VaultNote[];
  readonly remarks: readonly Remark[];
}

/** How many problems a refusal names. */
const MOST_NAMED = 5;

/** @throws {Refusal} where the site itself stands against it, such as an overview that is a draft */
export function planImport(source: VaultSource, options: ImportOptions): ImportPlan {
  const { notes, images } = placeFiles(source, options);
  const texts = new Map(source.images.map(({ path, text }) => [path, text]));
  const known = findErrors(options, {});
  const plain = new Set<VaultNote>();
  for (;;) {
    const plan = convert(notes, images, plain, options);
    const added: Record<string, MemoryFile> = { ...plan.texts };
    for (const { path, target } of plan.images) added[target] = texts.get(path) ?? new Uint8Array();
    const errors = [...findErrors(options, added)].filter(([key]) => !known.has(key)).map(([, problem]) => problem);
    const wrong = new Set(errors.map(({ file }) => file));
    const failed = notes.filter((note) => !plain.has(note) && wrong.has(note.target));
    if (errors.length === 0) return plan;
    // Each round makes at least one more page plain text, in which nothing can be wrong.
    if (failed.length === 0) {
      const named = errors.slice(0, MOST_NAMED).map(formatProblem).join('\n');
      throw new Refusal(`Nothing was written, since it would not pass the check:\n\n${named}`);
    }
    for (const note of failed) plain.add(note);
  }
}

function convert(
  notes: readonly VaultNote[],
  images: readonly VaultImage[],
  plain: ReadonlySet<VaultNote>,
  options: ImportOptions,
): ImportPlan {
  const index = new VaultIndex(notes, images);
  const converted = notes.map((note) => (plain.has(note) ? keepAsText(note) : convertNote(note, index)));
  const placed = new Map(converted.map((note) => [note.note, placeNote(note)]));
  const remarks = converted.flatMap((note) => note.remarks);
  const texts: Record<string, string> = writeOverview(options);
  for (const each of placed.values()) {
    const finished = finishNote(each, placed, options);
    texts[each.note.target] = finished.text;
    remarks.push(...finished.remarks);
  }
  for (const { path, head } of notes) {
    if (head.fault === undefined) continue;
    remarks.push({ file: path, message: `its front matter was kept as a comment: ${head.fault}` });
  }
  const isShown = createShown(Object.values(texts));
  const shown = images.filter(isShown);
  const unused = images.filter((image) => !isShown(image));
  remarks.push(...unused.map(({ path }) => ({ file: path, message: 'no note shows it, so it was left out' })));
  return { texts, images: shown, notes, remarks };
}

/** Names of pictures are told apart by their last part alone, which is unique in the area. */
function createShown(texts: readonly string[]): (image: VaultImage) => boolean {
  const names = new Set(texts.flatMap((text) => text.match(/[a-z0-9-]+\.[a-z]+(?=[)\s"])/g) ?? []));
  return ({ target }) => names.has(target.slice(target.lastIndexOf('/') + 1));
}

/** What cannot be made to pass the check is shown as it was written. */
function keepAsText(note: VaultNote): ConvertedNote {
  const longest = Math.max(2, ...(note.body.match(/`{3,}/g) ?? []).map(({ length }) => length));
  const fence = '`'.repeat(longest + 1);
  const title = note.head.title ?? note.path.slice(note.path.lastIndexOf('/') + 1).replace(/\.\w+$/, '');
  const message = 'it could not be made to pass the check, so that all of it stands in one block of text';
  return {
    note,
    title,
    text: `${fence}text\n${note.body}\n${fence}`,
    links: [],
    blocks: new Map(),
    remarks: [{ file: note.path, message }],
  };
}

function writeOverview({ files, site, area, areaTitle }: ImportOptions): Record<string, string> {
  const hasOne = readPages(files, foldersOf(site)).some(({ place }) => place.locale === 'root' && place.path === area);
  if (hasOne) return {};
  const head = writeFrontmatter({ id: area, title: areaTitle, description: areaTitle });
  return { [`${DOCS}${area}/index.md`]: `${head}\n${areaTitle}\n` };
}

/** Gives each file its place. What is there already keeps its own. */
function placeFiles(source: VaultSource, { files, site, area }: ImportOptions) {
  const pages = readPages(files, foldersOf(site));
  const taken = new FreeNames([
    ...pages.flatMap(({ place, id, yaml }) => [place.path, id.id, ...listFormer(yaml.value)]),
    ...files.list().map((path) => path.slice(DOCS.length)),
  ]);
  const place = (path: string) => {
    const names = path.split('/').map((name) => toPlaceName(name.replace(/\.\w+$/, '')));
    return [area, ...names].join('/');
  };
  const notes = source.notes.map(({ path, text }): VaultNote => {
    const { head, body } = readHead(text.replaceAll('\r\n', '\n').replaceAll('\r', '\n'));
    let name = taken.take(place(path));
    while (isGeneratedPage(name)) name = taken.take(place(path));
    return { path, head, body, target: `${DOCS}${name}.md` };
  });
  const pictures = new FreeNames(files.list().map((path) => path.slice(path.lastIndexOf('/') + 1)));
  const images = source.images.map(({ path }): VaultImage => {
    const whole = place(path);
    const slash = whole.lastIndexOf('/') + 1;
    const extension = (/\.\w+$/.exec(path)?.[0] ?? '').toLowerCase();
    return { path, target: `${DOCS}${whole.slice(0, slash)}${pictures.take(whole.slice(slash), extension)}` };
  });
  return { notes, images };
}

function listFormer(value: unknown): string[] {
  const was = isRecord(value) ? value.was : undefined;
  return Array.isArray(was) ? was.filter((id) => typeof id === 'string') : [];
}

function findErrors({ files, site, today }: ImportOptions, added: Readonly<Record<string, MemoryFile>>) {
  const memory = createMemoryFiles(added);
  const all: ContentFiles = {
    list: () => [...files.list(), ...memory.list()].sort(),
    has: (path) => memory.has(path) || files.has(path),
    read: (path) => (memory.has(path) ? memory : files).read(path),
  };
  const errors = checkContent(all, site, { today }).filter(isError);
  return new Map(errors.map((problem) => [`${problem.file} ${problem.line} ${problem.code}`, problem]));
}
