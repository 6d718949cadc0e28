/**
 * Completes `package-lock.json` for other systems than this one: `npm run lockfile` writes, `--check` only reports.
 *
 * npm leaves out the optional packages of other platforms when it writes a lockfile beside an existing `node_modules`,
 * or when the registry in use does not carry them, and `npm ci` then refuses the lockfile. Their versions are pinned
 * exactly by the package that asks for them, so the entries follow from the lockfile itself.
 *
 * @see https://github.com/npm/cli/issues/4828
 */
import { readFileSync, writeFileSync } from 'node:fs';

const FILE = new URL('../../package-lock.json', import.meta.url);
const EXACT = /^\d+\.\d+\.\d+(-[\w.]+)?$/;
const SYSTEMS = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32'];
const PROCESSORS = ['arm', 'arm64', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'wasm32', 'x64'];
/** What package names say for `process.platform`, `process.arch` or the C library. */
const ALIASES = { armeabi: 'arm', eabi: '', gnueabihf: 'gnu', musleabihf: 'musl', windows: 'win32', linuxmusl: 'musl' };

const lock = JSON.parse(readFileSync(FILE, 'utf8'));
const missing = findMissing(lock.packages);
for (const { place, entry } of missing) console.log(`package-lock.json lacks ${place} ${entry.version}`);

if (missing.length === 0) console.log('package-lock.json names the packages of every platform');
else if (process.argv.includes('--check')) {
  console.error('\nnpm ci would refuse it. Run: npm run lockfile');
  process.exitCode = 1;
} else {
  for (const { place, entry } of missing) lock.packages[place] = entry;
  const [root, ...others] = Object.entries(lock.packages);
  lock.packages = Object.fromEntries([root, ...others.sort(([a], [b]) => (a < b ? -1 : 1))]);
  writeFileSync(FILE, `${JSON.stringify(lock, null, 2)}\n`);
}

/** The entries to add, by their place in the tree. */
function findMissing(packages) {
  const added = new Map();
  for (const [parent, { optionalDependencies = {}, dev }] of Object.entries(packages)) {
    for (const [name, version] of Object.entries(optionalDependencies)) {
      const found = resolve({ ...packages, ...Object.fromEntries(added) }, parent, name);
      if (found !== undefined && (!EXACT.test(version) || found.version === version)) continue;
      if (!EXACT.test(version)) throw new Error(`${parent} asks for ${name}@${version}, which package-lock.json lacks`);
      const place = found === undefined ? `node_modules/${name}` : `${parent}/node_modules/${name}`;
      added.set(place, createEntry(name, version, dev));
    }
  }
  return [...added].map(([place, entry]) => ({ place, entry }));
}

/** The package that `parent` would load, looked for as Node does. */
function resolve(packages, parent, name) {
  for (let folder = parent; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    const found = packages[folder === '' ? `node_modules/${name}` : `${folder}/node_modules/${name}`];
    if (found !== undefined || folder === '') return found;
  }
}

/** No integrity: the registry that wrote this lockfile does not have the file. */
function createEntry(name, version, dev) {
  const words = name.split(/[/-]/).map((word) => ALIASES[word] ?? word);
  const pick = (known) => words.filter((word) => known.includes(word));
  const os = pick(SYSTEMS);
  const cpu = pick(PROCESSORS);
  const libc = pick(['gnu', 'musl']).map((word) => (word === 'gnu' ? 'glibc' : word));
  return {
    version,
    ...(cpu.length > 0 && { cpu }),
    ...(dev && { dev }),
    ...(os.includes('linux') && libc.length > 0 && { libc }),
    optional: true,
    ...(os.length > 0 && { os }),
  };
}
