/** `npm run preview`: serves the last build as it is. */
import { runScript } from './setup/project.mjs';
import { serve } from './site/serve.mjs';

await runScript(serve);
