/**
 * Every pack keeps what it promises: our own small answer to the contract passes all of it, and each broken twin of that
 * answer fails the criteria that it breaks, with a message, and no other. What runs is the folder that readers download.
 */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import site from '../../site.config.ts';
import { type PytestOutcome, runPytest } from '../../src/cli/execute/pytest.ts';
import { findPython, PYTHON_HINT } from '../../src/cli/setup/python.mjs';
import { languagesOf } from '../../src/content/check/checked-site.ts';
import { readReason } from '../../src/content/exercise/test-function.ts';
import { openDiskFiles } from '../../src/content/files/disk-files.ts';
import { criterionOfTest } from '../../src/content/project/criterion-test.ts';
import { createProjectDownload } from '../../src/content/project/download.ts';
import { CONFTEST, type Pack, readProjects } from '../../src/content/project/folder.ts';
import { readReach } from '../../src/content/project/reach.ts';

const ANSWERS = path.resolve('tests/python/projects');
const REFERENCE = 'reference.py';
const languages = languagesOf(site);
const root = mkdtempSync(path.join(tmpdir(), 'kb-projects-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const examined = readProjects(openDiskFiles(path.resolve('.')), languages).flatMap((folder) => {
  const download = createProjectDownload(folder, { language: languages.main, url: site.url });
  const { project, pack } = folder;
  return pack && download ? [{ id: project.id, pack, download, programs: listPrograms(project.id) }] : [];
});

/** The reference and its broken twins, by name. */
function listPrograms(id: string): string[] {
  const names = readdirSync(path.join(ANSWERS, id), { withFileTypes: true }).map(({ name }) => name);
  return names.filter((name) => name === REFERENCE || /^broken_[a-z0-9_]+\.py$/.test(name)).sort();
}

function readProgram(id: string, name: string): string {
  return readFileSync(path.join(ANSWERS, id, name), 'utf8');
}

/** The ids that a broken twin says it fails. */
function readFails(text: string): string[] | undefined {
  const [, list] = /^FAILS(?::[^=\n]+)? = \[([\s\S]*?)\]/m.exec(text) ?? [];
  return list === undefined ? undefined : [...list.matchAll(/["']([^"']+)["']/g)].map(([, id = '']) => id);
}

/** Lays the download out, once for each program: pytest names its outcomes by the folder. */
function layOut(id: string, program: string, download: Readonly<Record<string, string>>): string {
  const place = path.join(root, id, program.replace('.py', ''));
  mkdirSync(place, { recursive: true });
  for (const [name, text] of Object.entries(download)) writeFileSync(path.join(place, name), text);
  return place;
}

const python = findPython();
if (python === undefined) throw new Error(PYTHON_HINT);
const outcomes = await runPytest(
  python,
  examined.flatMap(({ id, pack, download, programs }) =>
    programs.map((name) => ({
      folder: layOut(id, name, download),
      subject: {
        program: path.join(ANSWERS, id, name),
        variable: readReach(pack.code[CONFTEST] ?? '').variable,
      },
    })),
  ),
);

function outcomeOf(id: string, program: string): PytestOutcome {
  const outcome = outcomes.get(path.join(root, id, program.replace('.py', '')));
  if (outcome === undefined) throw new Error(`the pack of ${id} was not run against ${program}`);
  return outcome;
}

/** The function behind a test's name, which may have parameters: `test_a__b[x]`. */
function functionOf({ name }: PytestOutcome['tests'][number]): string {
  return name.replace(/\[.*$/s, '');
}

function criteriaOf(pack: Pack): string[] {
  return [...new Set(pack.tests.flatMap(({ name }) => criterionOfTest(name) ?? []))];
}

test('what proves a pack stands beside no other, and each pack has it', () => {
  // A site without packs has no such folder.
  const proofs = existsSync(ANSWERS) ? readdirSync(ANSWERS) : [];
  expect(proofs.sort()).toEqual(examined.map(({ id }) => id).sort());
});

describe.each(examined.map((entry) => [entry.id, entry] as const))('%s', (id, { pack, programs }) => {
  test('the reference passes every test', () => {
    const { error, tests } = outcomeOf(id, REFERENCE);
    expect(error).toBe('');
    expect(tests.filter(({ outcome }) => outcome !== 'passed')).toEqual([]);
    expect([...new Set(tests.map(functionOf))].sort()).toEqual(pack.tests.map(({ name }) => name).sort());
  });

  const broken = programs.filter((name) => name !== REFERENCE);

  test('a broken twin shows that the pack catches a mistake', () => {
    expect(broken).not.toEqual([]);
  });

  test.each(broken)('%s fails what it says, with a message, and nothing else', (name) => {
    const text = readProgram(id, name);
    const fails = readFails(text);
    expect(readReason(text, 'python'), 'its docstring says the mistake').toBeTypeOf('string');
    expect(fails, 'a line FAILS = ["criterion-id", …]').toBeDefined();
    expect(criteriaOf(pack)).toEqual(expect.arrayContaining(fails ?? []));
    const { error, tests } = outcomeOf(id, name);
    expect(error).toBe('');
    const failed = tests.filter(({ outcome }) => outcome !== 'passed');
    expect([...new Set(failed.map((run) => criterionOfTest(functionOf(run))))].sort()).toEqual(
      [...(fails ?? [])].sort(),
    );
    expect(failed.filter(({ message }) => message.trim() === '')).toEqual([]);
  });
});
