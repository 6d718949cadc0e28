/** Builds real sites from the fixture's content, each in a folder and a repository of its own. */
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const PROJECT = path.resolve(import.meta.dirname, '../..');
const BUILT = path.join(import.meta.dirname, '.built');
/** When the fixture's files were committed, by which the pages are dated. */
export const COMMIT_DATE = '2026-03-14T12:00:00Z';

const configBelow = (base: string) => `
import { defineConfig } from 'astro/config';
import { createAstroConfig } from '${PROJECT}/src/site/astro-config.ts';
import { defineSite } from '${PROJECT}/src/content/site-config.ts';
const site = defineSite({
  siteId: 'fixture',
  title: 'Fixture',
  description: 'A small site that the tests build.',
  url: 'https://example.org',
  base: '${base}',
  author: 'Nobody',
  repository: { url: 'https://example.org/owner/repo' },
  locales: {
    root: { label: 'English', lang: 'en' },
    es: { label: 'Español', lang: 'es' },
    'pt-br': { label: 'Português', lang: 'pt-BR' },
  },
}, {});
export default defineConfig(createAstroConfig(site, import.meta.dirname));
`;
const STUDY_COLLECTIONS = `export { collections } from '${PROJECT}/content.config.ts';\n`;
const CODE_PLUGINS = `export { default } from '${PROJECT}/ec.config.mjs';\n`;

/** What this run's environment must not hand to the sites: our own overrides, and what Vitest puts in for itself. */
const FOREIGN = new Set(['SITE_BASE', 'SITE_URL', 'NODE_ENV', 'BASE_URL', 'MODE', 'DEV', 'PROD', 'SSR', 'VITEST']);

/** Words for git, so that it commits whatever is set on this machine. */
export const COMMITTER = [
  '-c',
  'user.name=Test',
  '-c',
  'user.email=test@example.org',
  '-c',
  'commit.gpgsign=false',
  '-c',
  'core.hooksPath=',
];

/** Files to write over the fixture's, by path; \`null\` takes a file away. */
export type Changes = Readonly<Record<string, string | null>>;

export interface BuildResult {
  readonly ok: boolean;
  readonly output: string;
}

/** A copy of the fixture that can be built and looked at. */
export class FixtureSite {
  readonly root: string;

  /** @param base path below which it is published */
  constructor(name: string, changes: Changes = {}, base = '/some/base/') {
    this.root = path.join(BUILT, name);
    rmSync(this.root, { recursive: true, force: true });
    mkdirSync(this.root, { recursive: true });
    cpSync(path.join(import.meta.dirname, 'fixture'), this.root, { recursive: true });
    cpSync(path.join(PROJECT, 'content/i18n'), path.join(this.root, 'content/i18n'), { recursive: true });
    this.#write({
      'astro.config.mjs': configBelow(base),
      'content.config.ts': STUDY_COLLECTIONS,
      'ec.config.mjs': CODE_PLUGINS,
      // Without these dependencies of its own, Starlight's 404 page does not render.
      'package.json': JSON.stringify({ name, type: 'module', dependencies: { '@astrojs/starlight': '*', astro: '*' } }),
      ...changes,
    });
    this.#commit();
  }

  build(): BuildResult {
    const { status, stdout, stderr } = spawnSync(process.execPath, [astro(), 'build', '--force', '--root', this.root], {
      cwd: this.root,
      encoding: 'utf8',
      env: neutralEnvironment(),
    });
    return { ok: status === 0, output: stripColors(stdout + stderr) };
  }

  /** The folder that `build` fills. */
  get dist(): string {
    return path.join(this.root, 'dist');
  }

  /** Serves the site as a writer sees it, until `stop` is called. */
  async startDev(): Promise<{ url: string; stop(): void }> {
    const server = spawn(process.execPath, [astro(), 'dev', '--root', this.root], {
      cwd: this.root,
      env: neutralEnvironment(),
    });
    const url = await new Promise<string>((resolve, reject) => {
      let output = '';
      const read = (chunk: Buffer) => {
        output += stripColors(chunk.toString());
        const address = /http:\/\/localhost:\d+\S*/.exec(output)?.[0];
        if (address !== undefined) resolve(address);
      };
      server.stdout.on('data', read);
      server.stderr.on('data', read);
      server.on('exit', () => reject(new Error(output)));
    });
    return { url, stop: () => void server.kill() };
  }

  /** Text of a built file: `django/orm/index.html`. */
  read(file: string): string {
    return readFileSync(path.join(this.dist, file), 'utf8');
  }

  readBytes(file: string): Buffer {
    return readFileSync(path.join(this.root, 'dist', file));
  }

  has(file: string): boolean {
    return existsSync(path.join(this.dist, file));
  }

  /** Built files below a folder, relative to it. */
  list(folder: string): string[] {
    return readdirSync(path.join(this.dist, folder), { recursive: true }).map(String);
  }

  #write(files: Changes): void {
    for (const [file, text] of Object.entries(files)) {
      const target = path.join(this.root, file);
      if (text === null) rmSync(target);
      else {
        mkdirSync(path.dirname(target), { recursive: true });
        writeFileSync(target, text);
      }
    }
  }

  #commit(): void {
    for (const words of [
      ['init', '--quiet'],
      ['add', '--all'],
      ['commit', '--quiet', '--message', 'fixture'],
    ]) {
      const { status, stderr } = spawnSync('git', [...COMMITTER, ...words], {
        cwd: this.root,
        encoding: 'utf8',
        env: { ...process.env, GIT_AUTHOR_DATE: COMMIT_DATE, GIT_COMMITTER_DATE: COMMIT_DATE },
      });
      if (status !== 0) throw new Error(stderr);
    }
  }
}

function astro(): string {
  return path.join(PROJECT, 'node_modules/astro/bin/astro.mjs');
}

/** The environment of this run, without what would change a site. */
export function neutralEnvironment(): NodeJS.ProcessEnv {
  const environment = Object.entries(process.env).filter(([name]) => !FOREIGN.has(name));
  return { ...Object.fromEntries(environment), ASTRO_TELEMETRY_DISABLED: '1', NO_COLOR: '1' };
}

function stripColors(text: string): string {
  return text.replaceAll(new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'g'), '');
}
