/** Writes all of several new files, or none of them. */
import { closeSync, mkdirSync, openSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Refusal } from './refusal.ts';

/**
 * @param project absolute path of the folder that the files' paths start from
 * @throws {Refusal} when one of them is there already or cannot be written; what was written until then is gone again
 */
export function writeAll(project: string, files: Readonly<Record<string, string | Uint8Array>>): void {
  const made: string[] = [];
  for (const [file, text] of Object.entries(files)) {
    try {
      writeNew(path.join(project, file), text, made);
    } catch (error) {
      for (const entry of made.toReversed()) rmSync(entry, { recursive: true, force: true });
      const reason = error instanceof Error ? error.message : String(error);
      throw new Refusal(`Nothing was written, since ${file} cannot be: ${reason}`, { cause: error });
    }
  }
}

/** @param made takes what is new as soon as it is there, so that half a file goes too */
function writeNew(target: string, text: string | Uint8Array, made: string[]): void {
  const folder = mkdirSync(path.dirname(target), { recursive: true });
  if (folder !== undefined) made.push(folder);
  const file = openSync(target, 'wx');
  made.push(target);
  try {
    writeFileSync(file, text);
  } finally {
    closeSync(file);
  }
}
