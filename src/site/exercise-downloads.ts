/** The folder of each exercise as a zip, `exercises/<id>.zip`. */
import type { AstroIntegration } from 'astro';
import { languagesOf } from '../content/check/checked-site.ts';
import { createDownload } from '../content/exercise/download.ts';
import { readExercises } from '../content/exercise/folder.ts';
import { exercisePath } from '../content/exercise/path.ts';
import type { ContentFiles } from '../content/files/content-files.ts';
import type { Site } from '../content/site-config.ts';
import { provideZips } from './zip-downloads.ts';

export function provideExerciseDownloads(site: Site, files: ContentFiles): AstroIntegration {
  const languages = languagesOf(site);
  return provideZips('study-exercise-downloads', site.base, () =>
    readExercises(files, languages).map((folder) => {
      const { id } = folder.exercise;
      const url = new URL(`${site.base}${exercisePath(id)}/`, site.url).href;
      return {
        path: `${exercisePath(id)}.zip`,
        folder: id,
        read: () => createDownload(folder, { language: languages.main, url }),
      };
    }),
  );
}
