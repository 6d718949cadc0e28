/** The files of `deploy/` that hosts read say what the build says. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { FRAMES } from './content-policy.ts';
import { IMMUTABLE, listImmutableFolders, SECURITY } from './response-headers.ts';

const PROJECT = path.resolve(import.meta.dirname, '../../..');
const read = (file: string) => readFileSync(path.join(PROJECT, file), 'utf8');

describe('Vercel', () => {
  interface Rule {
    source: string;
    headers: { key: string; value: string }[];
  }
  const { headers, ...settings } = JSON.parse(read('deploy/vercel.json')) as { headers: Rule[] } & object;
  const [all, immutable] = headers.map((rule) => ({
    source: new RegExp(`^${rule.source}$`),
    headers: Object.fromEntries(rule.headers.map(({ key, value }) => [key, value])),
  }));

  test('sends what is the same for every build; the rest of the policy stands in the pages', () => {
    expect(all?.headers).toEqual({ 'Content-Security-Policy': FRAMES, ...SECURITY });
    expect('/es/django/orm/').toMatch(all?.source ?? /$^/);
  });

  test('keeps for a year what never changes, and nothing else', () => {
    expect(immutable?.headers).toEqual(IMMUTABLE);
    for (const folder of listImmutableFolders(['en', 'pt-BR']))
      expect(`/${folder}x.json`).toMatch(immutable?.source ?? /$^/);
    for (const file of ['/search-index/languages.json', '/sw.js', '/vendors/x.js', '/es/vendor/']) {
      expect(file).not.toMatch(immutable?.source ?? /^/);
    }
  });

  test('publishes the folder that the build writes, addresses with their slash', () => {
    expect(settings).toMatchObject({ outputDirectory: 'dist', trailingSlash: true, framework: null });
  });
});

describe('GitLab', () => {
  const { pages } = parse(read('deploy/gitlab-ci.yml')) as {
    pages: { script: string[]; publish: string; image: string };
  };
  const programs = pages.script.flatMap(
    (line) => /^export (SITE_\w+)=\$\(node --print '(.*)'\)$/.exec(line)?.slice(1) ?? [],
  );

  test.each([
    ['https://group.gitlab.io/my-notes', 'https://group.gitlab.io', '/my-notes/'],
    ['https://my-notes-1a2b3c.gitlab.io', 'https://my-notes-1a2b3c.gitlab.io', '/'],
    ['https://pages.example.org/a/b/', 'https://pages.example.org', '/a/b/'],
  ])('at %s the address is %s and the base %s', (address, origin, base) => {
    const [url, urlProgram, path, pathProgram] = programs;
    expect([url, path]).toEqual(['SITE_URL', 'SITE_BASE']);
    const evaluate = (program = '') => new Function('process', `return ${program}`)({ env: { CI_PAGES_URL: address } });
    expect([evaluate(urlProgram), evaluate(pathProgram)]).toEqual([origin, base]);
  });

  test('builds before anything is compressed, and publishes what was built', () => {
    expect(pages.script.indexOf('npm run build')).toBeLessThan(
      pages.script.findIndex((line) => line.startsWith('find ')),
    );
    expect(pages.publish).toBe('dist');
  });
});

test.each([
  ['deploy/netlify.toml', /^publish = "dist"$/m],
  ['deploy/wrangler.toml', /^pages_build_output_dir = "dist"$/m],
  ['deploy/Dockerfile', /^RUN .*npm run build$/m],
])('%s publishes what the build writes', (file, line) => {
  expect(read(file)).toMatch(line);
});

test('every host builds with the Node that the project is tested with', () => {
  const version = read('.nvmrc').trim();
  expect(read('deploy/netlify.toml')).toContain(`NODE_VERSION = "${version}"`);
  expect(read('deploy/Dockerfile')).toContain(`FROM node:${version}-`);
  expect(read('deploy/gitlab-ci.yml')).toContain(`image: node:${version}-`);
});

test('the container is a service of its own, which nobody starts who wants the databases only', () => {
  const { services } = parse(read('compose.yaml')) as { services: Record<string, { profiles?: string[] }> };
  expect(services.site).toMatchObject({ profiles: ['site'], build: { dockerfile: 'deploy/Dockerfile' } });
  expect([services.postgres?.profiles, services.redis?.profiles]).toEqual([undefined, undefined]);
});

test('workflows name every action by its commit', () => {
  for (const file of ['publish', 'test', 'links', 'dependencies']) {
    const actions = [...read(`.github/workflows/${file}.yml`).matchAll(/uses: (.*)$/gm)].map(([, action]) => action);
    expect(actions.length).toBeGreaterThan(0);
    for (const action of actions) expect(action).toMatch(/^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d/);
  }
});
