/** The Python modules that exercises may import beside the standard library: the simulation and what lives in it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Where the page's Python has its own modules. */
const MODULES = fileURLToPath(new URL('../../browser/runners/python/', import.meta.url));
/** Each test is run in it. */
const ALWAYS = 'simulation';
const OTHERS = ['simweb'] as const;

/**
 * The files of the modules that some code takes, by path: `simulation.py`, `simweb/site.py`.
 * @param code texts that may import them
 */
export function readPythonModules(code: readonly string[]): Record<string, string> {
  const imported = OTHERS.filter((name) =>
    code.some((text) => new RegExp(`^\\s*(from|import)\\s+${name}\\b`, 'm').test(text)),
  );
  return Object.fromEntries(
    [ALWAYS, ...imported].flatMap(listFiles).map((path) => [path, readFileSync(MODULES + path, 'utf8')]),
  );
}

/** A module is a file or a folder. */
function listFiles(name: string): string[] {
  if (!existsSync(MODULES + name)) return existsSync(`${MODULES}${name}.py`) ? [`${name}.py`] : [];
  return readdirSync(MODULES + name, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.py'))
    .map((file) => `${name}/${file.replaceAll('\\', '/')}`)
    .sort();
}
