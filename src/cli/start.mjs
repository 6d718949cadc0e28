/** `npm start`: installs what is missing, builds what has changed, serves the site, and says where. */
import { install } from './setup/install.mjs';
import { runScript } from './setup/project.mjs';
import { build } from './site/build.mjs';
import { serve } from './site/serve.mjs';

await runScript(async () => {
  const node = await install();
  const { isNew } = await build(node);
  if (!isNew) console.log('Nothing has changed since the last build.');
  await serve();
});
