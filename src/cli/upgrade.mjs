/**
 * `npm run upgrade`: the engine that is there puts the newer one's files in place, and then the newer one goes on, with
 * packages of its own. A release may change everything below but this: `node src/cli/upgrade.mjs --continue` goes on.
 */
import path from 'node:path';
import { run } from './setup/command.mjs';
import { install } from './setup/install.mjs';
import { ROOT, runScript } from './setup/project.mjs';

/** As in `upgrade.ts`. */
const AGAIN = 75;

await runScript(async () => {
  const node = await install();
  const code = await run(node, [path.join(ROOT, 'src/cli/upgrade.ts'), ...process.argv.slice(2)]);
  process.exitCode =
    code === AGAIN ? await run(process.execPath, [path.join(ROOT, 'src/cli/upgrade.mjs'), '--continue']) : code;
});
