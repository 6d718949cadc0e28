/** The folder of an exercise with the reader's own code in it. Loaded when somebody wants it. */
import { unzipSync, zipSync } from 'fflate';
import type { ExerciseData } from './exercise-data.ts';

/** @throws Error where the folder cannot be fetched */
export async function downloadWithCode({ id, download, solution }: ExerciseData, code: string): Promise<void> {
  const response = await fetch(download);
  if (!response.ok) throw new Error(`${download}: ${response.status}`);
  const files = unzipSync(new Uint8Array(await response.arrayBuffer()));
  files[`${id}/${solution.name}`] = new TextEncoder().encode(code);
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([zipSync(files)], { type: 'application/zip' }));
  link.download = `${id}.zip`;
  link.click();
  URL.revokeObjectURL(link.href);
}
