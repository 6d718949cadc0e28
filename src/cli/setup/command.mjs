/** Runs other programs, so that none outlives this one. */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { onOrphaned } from './parent.mjs';
import { ROOT } from './project.mjs';

/** Signals that end a script, with the exit code that says so. */
const SIGNALS = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 };
/** How long a program may take to end after its time is up, in milliseconds. */
const GRACE = 5_000;

/**
 * Runs a program in the project's folder, its output shown as it comes or written into a file. Nothing that it starts reports home, and `node`
 * is the project's own there.
 *
 * @param {string} command
 * @param {readonly string[]} words
 * @param {{ env?: NodeJS.ProcessEnv, timeout?: number, stdin?: 'ignore' | 'inherit', output?: number }} [options] `env` is
 *   added to the environment, `undefined` takes a name away; `timeout` in milliseconds; `output` is an open file
 * @returns {Promise<number>} its exit code; 1 when it could not be started or was ended
 */
export function run(command, words, { env = {}, timeout, stdin = 'ignore', output } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, words, {
      cwd: ROOT,
      stdio: [stdin, output ?? 'inherit', output ?? 'inherit'],
      env: extendEnvironment(env),
    });
    const stopForwarding = forwardSignals(child);
    const limit = timeout === undefined ? undefined : setTimeout(() => end(child), timeout);
    const finish = (code) => {
      clearTimeout(limit);
      stopForwarding();
      resolve(code);
    };
    child.once('error', (error) => {
      console.error(`${command} could not be started: ${error.message}`);
      finish(1);
    });
    child.once('close', (code) => finish(code ?? 1));
  });
}

/** Ends the program first and then this script. The program gets the signal even if it was sent to this script only. */
function forwardSignals(child) {
  const endBoth = (signal) => {
    child.once('close', () => process.exit(SIGNALS[signal]));
    child.kill(signal);
  };
  for (const signal of Object.keys(SIGNALS)) process.on(signal, endBoth);
  const stopWatching = onOrphaned(() => endBoth('SIGTERM'));
  return () => {
    for (const signal of Object.keys(SIGNALS)) process.off(signal, endBoth);
    stopWatching();
  };
}

function end(child) {
  child.kill('SIGTERM');
  setTimeout(() => child.kill('SIGKILL'), GRACE).unref();
}

function extendEnvironment(env) {
  const folders = [path.join(ROOT, 'node_modules/.bin'), process.env.PATH];
  return { ...process.env, PATH: folders.join(path.delimiter), ASTRO_TELEMETRY_DISABLED: '1', ...env };
}
