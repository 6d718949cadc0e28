/** The PostgreSQL of a page: nothing is loaded before its first run, and the memory is given back when the page is left. */
import { readRunnerFiles } from '../runner-files.ts';
import { PostgresRunner } from './client.ts';
import { createTemplateStore } from './template-store.ts';

let runner: PostgresRunner | undefined;

export function getPostgresRunner(): PostgresRunner {
  if (runner === undefined) {
    const { siteId, postgres } = readRunnerFiles();
    const cache = `${siteId}:postgres`;
    const folder = new URL(postgres.folder, location.href).href;
    const created = new PostgresRunner({
      assets: postgres,
      templates: { store: createTemplateStore(cache, folder), cache },
    });
    addEventListener('pagehide', () => created.dispose());
    runner = created;
  }
  return runner;
}
