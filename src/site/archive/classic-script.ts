/** All scripts of the built site as one classic script: browsers load no modules from a disk. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'vite';

const START = fileURLToPath(new URL('../../browser/archive/file-page.ts', import.meta.url));
const ENTRY = '\0study-file-page';
/** What runs code, which browsers do not start from a disk either: they would make the script twice as large. */
const ENGINE = /^(worker|codemirror)[-.]/;

/**
 * @param site absolute path of the built site
 * @param entries names of the scripts that pages load, below `_astro/`
 */
export async function bundleClassicScript(site: string, base: string, entries: readonly string[]): Promise<string> {
  const result = await build({
    configFile: false,
    envDir: false,
    publicDir: false,
    logLevel: 'error',
    plugins: [createResolver(site, base, entries)],
    build: {
      write: false,
      target: 'es2022',
      modulePreload: false,
      rolldownOptions: { input: ENTRY, output: { format: 'iife', codeSplitting: false } },
    },
  });
  const [chunk, ...others] = [result].flat().flatMap((one) => ('output' in one ? one.output : []));
  if (chunk?.type !== 'chunk' || others.length > 0) throw new Error('The scripts of the site are not one script');
  return chunk.code;
}

/** The names of the built scripts that a page loads as modules. */
export function listModules(html: string): string[] {
  return [...html.matchAll(/<script type="module" src="[^"]*\/_astro\/([^"]+)"/g)].map(([, name = '']) => name);
}

function createResolver(site: string, base: string, entries: readonly string[]): Plugin {
  const folder = path.join(site, '_astro');
  const scripts = entries.map((name) => {
    const file = JSON.stringify(path.join(folder, name));
    return `${JSON.stringify(name)}: () => import(${file})`;
  });
  return {
    name: ENTRY.slice(1),
    enforce: 'pre',
    resolveId: (id) => (id === ENTRY ? id : undefined),
    load: async (id) => {
      if (id === ENTRY) {
        return `import { startFilePage } from ${JSON.stringify(START)};
const root = new URL('../', document.currentScript.src).href;
const start = () => startFilePage({ base: ${JSON.stringify(base)}, root, scripts: { ${scripts.join(', ')} } });
if (document.readyState === 'loading') addEventListener('DOMContentLoaded', start);
else start();`;
      }
      if (!id.startsWith(folder)) return undefined;
      if (ENGINE.test(path.basename(id))) return 'throw new Error("Code runs only on a server")';
      // There is no module whose address it could be.
      return (await readFile(id, 'utf8')).replaceAll('import.meta.url', 'document.baseURI');
    },
  };
}
