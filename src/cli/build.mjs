/** `npm run build`: installs what is missing and builds the site into `dist/`. */
import { install } from './setup/install.mjs';
import { runScript } from './setup/project.mjs';
import { build } from './site/build.mjs';

await runScript(async () => {
  await build(await install(), { always: true });
});
