/** Runs a command that is written in TypeScript: installs what is missing and uses the project's own Node. */
import path from 'node:path';
import { run } from './setup/command.mjs';
import { install } from './setup/install.mjs';
import { ROOT, runScript } from './setup/project.mjs';

await runScript(async () => {
  const [command, ...words] = process.argv.slice(2);
  const node = await install();
  process.exitCode = await run(node, [path.join(ROOT, 'src/cli', `${command}.ts`), ...words], { stdin: 'inherit' });
});
