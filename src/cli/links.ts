/** `npm run check:links`: whether what the content links to is still there. The only check that needs a network. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import site from '../../site.config.ts';
import { foldersOf, languagesOf } from '../content/check/checked-site.ts';
import { listExternalLinks } from '../content/external-link.ts';
import { openDiskFiles } from '../content/files/disk-files.ts';
import { checkLinks } from './links/check-links.ts';
import { writeReport } from './links/report.ts';

const PROJECT = path.resolve(import.meta.dirname, '../..');
const USAGE = `npm run check:links -- [file …] [--report file]

Asks for every external link of pages, roadmaps and resources, three hosts at a time. Exits with 1 where one is dead, and
with 2 where none answered: then there is no network.

  file …     only the links that stand in these files or folders
  --report   also writes what was found to a file, as Markdown`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { report: { type: 'string' }, help: { type: 'boolean', default: false } },
});

if (values.help) console.log(USAGE);
else process.exitCode = await check(positionals, values.report);

async function check(only: readonly string[], report: string | undefined): Promise<number> {
  const isMeant = (place: string) => only.length === 0 || only.some((start) => place.startsWith(start));
  const links = listExternalLinks(openDiskFiles(PROJECT), foldersOf(site), languagesOf(site)).filter(({ places }) =>
    places.some(isMeant),
  );
  console.log(`Asking for ${links.length} links. This takes minutes, since each server is asked once a second.`);
  const checked = await checkLinks(links, {
    fetch,
    timeout: 20_000,
    atOnce: 3,
    pause: 1000,
    wait: async (milliseconds) => void (await wait(milliseconds)),
  });
  if (links.length > 0 && checked.every(({ why }) => !/^\d/.test(why))) {
    console.error(`Nothing answered at all (${checked[0]?.why}): is there a network?`);
    return 2;
  }
  const text = writeReport(checked);
  console.log(`\n${text}`);
  if (report !== undefined) writeFileSync(report, `${text}\n`);
  return checked.some(({ state }) => state === 'dead') ? 1 : 0;
}
