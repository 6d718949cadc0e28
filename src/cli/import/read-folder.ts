/** Reads a folder of notes from the disk. Follows no links out of it, and goes on where a file cannot be read. */
import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { createSource, MAX_BYTES } from '../../content/files/source.ts';
import { toPosix } from '../../content/place.ts';
import { Refusal } from '../new/refusal.ts';
import { isPicture } from './picture.ts';
import type { Remark } from './remark.ts';

export interface FolderReading {
  readonly notes: readonly { readonly path: string; readonly text: string }[];
  readonly images: readonly { readonly path: string; readonly text: string | undefined }[];
  readonly remarks: readonly Remark[];
}

const NOTE = /\.(md|markdown)$/i;
const SKIPPED = ['node_modules'];

/** @throws {Refusal} where it is no folder that can be imported into this project */
export function readFolder(folder: string, project: string): FolderReading {
  refuseFolder(folder, project);
  const notes: { path: string; text: string }[] = [];
  const images: { path: string; text: string | undefined }[] = [];
  const remarks: Remark[] = [];
  for (const file of listFiles(folder, remarks)) {
    const bytes = NOTE.test(file) || isPicture(file) ? tryRead(path.join(folder, file), file, remarks) : undefined;
    if (bytes === undefined) {
      if (!NOTE.test(file) && !isPicture(file)) remarks.push({ file, message: describeOther(file) });
    } else if (isPicture(file)) {
      const text = addPicture(file, bytes, remarks);
      if (text !== false) images.push({ path: file, text });
    } else {
      const text = readText(file, bytes, remarks);
      if (text !== undefined) notes.push({ path: file, text });
    }
  }
  return { notes, images, remarks };
}

function refuseFolder(folder: string, project: string): void {
  const stats = statSync(folder, { throwIfNoEntry: false });
  if (stats === undefined) throw new Refusal(`${folder} is not there: check its path`);
  if (!stats.isDirectory()) throw new Refusal(`${folder} is no folder: name the folder that it lies in`);
  const [from, content] = [realpathSync(folder), path.join(realpathSync(project), 'content')];
  if (isInside(content, from))
    throw new Refusal(`${folder} holds this project's own content: name a folder outside of it`);
  if (isInside(from, content)) throw new Refusal(`${folder} is content of this project already`);
}

function isInside(inner: string, outer: string): boolean {
  const relative = path.relative(outer, inner);
  return relative === '' || (!relative.startsWith(`..${path.sep}`) && relative !== '..' && !path.isAbsolute(relative));
}

/** Paths relative to the folder, sorted; what is hidden is an application's own. */
function listFiles(folder: string, remarks: Remark[]): string[] {
  const files: string[] = [];
  const open = [''];
  for (let below = open.pop(); below !== undefined; below = open.pop()) {
    for (const entry of tryList(folder, below, remarks)) {
      const file = toPosix(path.join(below, entry.name));
      if (entry.name.startsWith('.') || SKIPPED.includes(entry.name)) continue;
      if (entry.isDirectory()) open.push(file);
      else if (entry.isFile()) files.push(file);
      else remarks.push({ file, message: 'it is a link of the file system, which is not followed' });
    }
  }
  return files.sort();
}

function tryList(folder: string, below: string, remarks: Remark[]) {
  try {
    return readdirSync(path.join(folder, below), { withFileTypes: true });
  } catch (error) {
    remarks.push({ file: below || '.', message: `it cannot be read: ${reasonOf(error)}` });
    return [];
  }
}

function tryRead(file: string, name: string, remarks: Remark[]): Uint8Array | undefined {
  try {
    const { size } = statSync(file);
    if (NOTE.test(name) && size > MAX_BYTES) {
      remarks.push({
        file: name,
        message: `it was left out, since it has ${Math.ceil(size / MAX_BYTES)} MiB and 1 is the most`,
      });
      return undefined;
    }
    return readFileSync(file);
  } catch (error) {
    remarks.push({ file: name, message: `it cannot be read: ${reasonOf(error)}` });
    return undefined;
  }
}

function readText(file: string, bytes: Uint8Array, remarks: Remark[]): string | undefined {
  const { text, problems } = createSource(file, bytes);
  const [problem] = problems;
  if (problem !== undefined) {
    remarks.push({ file, message: `it was left out: line ${problem.line}, ${problem.message}; ${problem.hint}` });
    return undefined;
  }
  if (text.trim() !== '') return text;
  remarks.push({ file, message: 'it is empty, so it was left out' });
  return undefined;
}

/** @returns the text of one that is text, nothing for another, `false` where it is no picture */
function addPicture(file: string, bytes: Uint8Array, remarks: Remark[]): string | undefined | false {
  if (!isPicture(file, bytes)) {
    remarks.push({ file, message: 'it was left out, since it is not the picture that its name says' });
    return false;
  }
  if (!file.toLowerCase().endsWith('.svg')) return undefined;
  return readText(file, bytes, remarks) ?? false;
}

function describeOther(file: string): string {
  if (/\.mdx$/i.test(file))
    return 'it was left out, since components of another site are unknown here; rename it .md to try';
  return 'it was left out, since pages show only pictures';
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** A file of any size, as text. @throws {Refusal} where it cannot be read */
export function readTable(file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file));
  } catch (error) {
    const reason = error instanceof TypeError ? 'it is not UTF-8; export it again as plain text' : reasonOf(error);
    throw new Refusal(`${file} cannot be read: ${reason}`, { cause: error });
  }
}
