/**
 * `npm run build`: installs what is missing and builds the site into `dist/`. With `--zip` it packs it, too, into one
 * archive that can be read from a disk.
 */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { run } from './setup/command.mjs';
import { install } from './setup/install.mjs';
import { ROOT, runScript } from './setup/project.mjs';
import { build } from './site/build.mjs';

await runScript(async () => {
  const { values } = parseArgs({ options: { zip: { type: 'boolean', default: false } } });
  const node = await install();
  await build(node, { always: true });
  if (values.zip) process.exitCode = await run(node, [path.join(ROOT, 'src/cli/zip.ts')]);
});
