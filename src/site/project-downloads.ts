/** The pack of each project that is examined as a zip, `projects/<id>.zip`. */
import type { AstroIntegration } from 'astro';
import { languagesOf } from '../content/check/checked-site.ts';
import type { ContentFiles } from '../content/files/content-files.ts';
import { createProjectDownload } from '../content/project/download.ts';
import { readProjects } from '../content/project/folder.ts';
import { projectPath } from '../content/project/path.ts';
import type { Site } from '../content/site-config.ts';
import { provideZips } from './zip-downloads.ts';

export function provideProjectDownloads(site: Site, files: ContentFiles): AstroIntegration {
  const languages = languagesOf(site);
  return provideZips('study-project-downloads', site.base, () =>
    readProjects(files, languages).flatMap((folder) => {
      const { id } = folder.project;
      const url = new URL(`${site.base}${projectPath(id)}/`, site.url).href;
      const download = createProjectDownload(folder, { language: languages.main, url });
      return download ? [{ path: `${projectPath(id)}.zip`, folder: id, read: () => download }] : [];
    }),
  );
}
