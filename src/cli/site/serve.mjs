/** Serves a built site until Ctrl-C; `--port`, `--host` and `--folder` on the command line say where and what. */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { onOrphaned } from '../setup/parent.mjs';
import { ROOT, SetupError } from '../setup/project.mjs';
import { readStamp } from './build.mjs';
import { startServer } from './server.mjs';

/** @throws {SetupError} when the folder does not hold a finished build */
export async function serve() {
  const { values } = parseArgs({
    options: {
      folder: { type: 'string', default: 'dist' },
      host: { type: 'string' },
      port: { type: 'string', default: process.env.PORT || '4321' },
    },
  });
  const stamp = readStamp(values.folder);
  if (stamp === undefined) throw new SetupError(`${values.folder} does not hold a finished build: run npm run build`);
  const wanted = Number(values.port);
  const server = await startServer({
    folder: path.join(ROOT, values.folder),
    base: stamp.base,
    port: wanted,
    ...(values.host !== undefined && { host: values.host }),
  });
  if (server.port !== wanted) console.log(`Port ${wanted} is taken, so the site is at port ${server.port}.`);
  console.log(`\nThe site is at http://${nameHost(values.host)}:${server.port}${stamp.base}\nCtrl-C ends it.`);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => server.close());
  onOrphaned(() => server.close());
}

function nameHost(host) {
  return host === undefined || host === '0.0.0.0' || host === '::' ? 'localhost' : host;
}
