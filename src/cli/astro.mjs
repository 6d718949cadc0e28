/** `npm run dev` and other commands of Astro: installs what is missing and runs Astro on the project's own Node. */
import path from 'node:path';
import { run } from './setup/command.mjs';
import { install } from './setup/install.mjs';
import { ROOT, runScript } from './setup/project.mjs';

await runScript(async () => {
  const node = await install();
  process.exitCode = await run(node, [path.join(ROOT, 'node_modules/astro/bin/astro.mjs'), ...process.argv.slice(2)], {
    stdin: 'inherit',
  });
});
