/** What is read of a pack's files, and what is made of a project with one. */
import { expect, test } from 'vitest';
import { createMemoryFiles } from '../files/memory-files.ts';
import { criterionOfTest, testNameOf } from './criterion-test.ts';
import { createProjectDownload } from './download.ts';
import { readProjects } from './folder.ts';
import { type ProjectPageOptions, writeProjectPage } from './page.ts';
import { readReach } from './reach.ts';
import { formerProjectIds, tokensOfProject } from './token.ts';

const YAML = `
id: guest-book
was: [visitors]
title: { en: Guest book, es: Libro de visitas }
description: Keeps what guests *write*.
level: beginner
hours: 4
story: A hotel asks <its> guests.
features: [Guests write]
skills: ["\`POST\`"]
requires: [http#status]
milestones:
  - { id: first-entry, title: First, text: One entry. }
criteria:
  - { id: refuses-empty, was: [no-empty], text: An empty text gets \`422\`, need: must }
  - { id: is-quick, text: { en: It is quick, es: Es rápido }, need: should }
rubric:
  - { title: Tests, levels: [none, "\`a|b\`"] }
  - { title: HTTP, levels: [codes, methods, headers] }
`;
const FOLDER = 'content/projects/guest-book';
const FILES = {
  [`${FOLDER}.yaml`]: YAML,
  [`${FOLDER}/contract.md`]: '# Contract\n\nAll is JSON.\n\n## Entries\n\nText.\n',
  [`${FOLDER}/conftest.py`]: 'import os\n\nURL = os.environ.get("BASE_URL", "http://localhost:8000")\n',
  [`${FOLDER}/test_entries.py`]: 'def test_refuses_empty__text(client):\n    """An empty `text` is refused"""\n',
  [`${FOLDER}/requirements.txt`]: 'pytest==9.2.0\n',
};
const LANGUAGES = { main: 'en', others: ['es'] };
const read = (files: Readonly<Record<string, string>>) => readProjects(createMemoryFiles(files), LANGUAGES);
const options = (language: string): ProjectPageOptions => ({
  language,
  main: 'en',
  mainLang: 'en',
  t: (key, values) => [key.replace('study.', ''), ...Object.values(values ?? {})].join(' '),
  download: '/base/projects/guest-book.zip',
  findNote: (id, part) => ({ href: `../${id}.md#${part}`, title: 'HTTP' }),
});

test('the name of a test says its criterion', () => {
  expect(criterionOfTest('test_refuses_empty__a_text_is_required')).toBe('refuses-empty');
  expect(criterionOfTest(`${testNameOf('sorts-by-2-keys')}twice`)).toBe('sorts-by-2-keys');
  for (const name of ['test_refuses_empty', 'test_refuses__', 'test___x', 'refuses__x'])
    expect(criterionOfTest(name)).toBeUndefined();
});

test('how a pack reaches the result is read from its conftest', () => {
  expect(readReach('os.environ.get("BASE_URL", "http://localhost:8000")')).toEqual({
    variable: 'BASE_URL',
    preset: 'http://localhost:8000',
  });
  expect(readReach('"""`COMMAND` says how."""\nos.getenv(\'COMMAND\',\n  \'python tasks.py\')')).toEqual({
    variable: 'COMMAND',
    preset: 'python tasks.py',
  });
  expect(readReach('os.environ["COMMAND"]')).toEqual({ variable: 'COMMAND', preset: undefined });
});

test('what can be ticked has its former ids, and those of the page', () => {
  const [folder] = read(FILES);
  if (folder === undefined) throw new Error('the example does not fit the schema');
  expect(tokensOfProject(folder.project)).toEqual({
    must: [
      'projects/guest-book#refuses-empty|projects/guest-book#no-empty|projects/visitors#refuses-empty|projects/visitors#no-empty',
    ],
    should: ['projects/guest-book#is-quick|projects/visitors#is-quick'],
    milestones: ['projects/guest-book#first-entry|projects/visitors#first-entry'],
  });
  expect(formerProjectIds(folder.project)).toEqual({
    was: ['projects/visitors'],
    wasItems: { 'refuses-empty': ['no-empty'] },
  });
});

test('a project is a page, in another language with the texts that it lacks marked', () => {
  const [folder] = read(FILES);
  if (folder === undefined) throw new Error('the example does not fit the schema');
  expect(writeProjectPage(folder, options('es')).title).toBe('Libro de visitas');
  expect(writeProjectPage(folder, options('es')).body).toMatchInlineSnapshot(`
    "Keeps what guests \\*write\\*.

    <span lang="en">A hotel asks \\<its> guests.</span>

    ## project.features

    - <span lang="en">Guests write</span>

    ## project.skills

    - <span lang="en">\`POST\`</span>

    ## requires

    - [HTTP](../http.md#status)

    ## project.milestones

    - [ ] **<span lang="en">First</span>** ^first-entry

      <span lang="en">One entry.</span>

    ## project.criteria

    project.rule project.judgedByTests

    <section data-need="must">

    ### project.must

    - [ ] <span lang="en">An empty text gets \`422\`</span> <span class="study-project-examined">project.examined</span> ^refuses-empty

    </section>

    <section data-need="should">

    ### project.should

    - [ ] Es rápido ^is-quick

    </section>

    ## project.rubric

    <div class="study-project-rubric">

    | project.aspect | project.rubricLevel 1 3 | project.rubricLevel 2 3 | project.rubricLevel 3 3 |
    | --- | --- | --- | --- |
    | **<span lang="en">Tests</span>** | <span lang="en">none</span> | <span lang="en">\`a\\|b\`</span> |  |
    | **<span lang="en">HTTP</span>** | <span lang="en">codes</span> | <span lang="en">methods</span> | <span lang="en">headers</span> |

    </div>

    ## project.contract

    <div lang="en">

    All is JSON.

    ### Entries

    Text.

    </div>

    ## project.examine

    project.how

    <p class="study-project-download not-content" data-pagefind-ignore><a href="/base/projects/guest-book.zip" download>project.download</a></p>

    \`\`\`sh
    python -m pip install -r requirements.txt
    python -m pytest
    \`\`\`

    project.baseUrl project.preset \`http://localhost:8000\`

    <details class="study-project-tests">
    <summary>project.tests</summary>

    <dl lang="en">
    <dt><a href="#refuses-empty">refuses-empty</a></dt><dd><ul><li>An empty <code>text</code> is refused</li></ul></dd>
    </dl>

    </details>"
  `);
});

test('a project without a pack is judged by its reader', () => {
  const [folder] = read({ [`${FOLDER}.yaml`]: YAML });
  if (folder === undefined) throw new Error('the example does not fit the schema');
  const { body } = writeProjectPage(folder, options('en'));
  expect(body).toContain('project.rule project.judgedByYou');
  expect(body).not.toMatch(/project\.(examined|contract|examine)/);
  expect(createProjectDownload(folder, { language: 'en', url: 'https://example.org/' })).toBeUndefined();
});

test('the download has the pack byte for byte, the contract and what to do with it', () => {
  const [folder] = read(FILES);
  const download = folder && createProjectDownload(folder, { language: 'en', url: 'https://example.org/guest-book/' });
  expect(Object.keys(download ?? {})).toEqual([
    'README.md',
    'CONTRACT.md',
    'conftest.py',
    'requirements.txt',
    'test_entries.py',
  ]);
  expect(download?.['test_entries.py']).toBe(FILES[`${FOLDER}/test_entries.py`]);
  expect(download?.['README.md']).toMatchInlineSnapshot(`
    "# Guest book

    Keeps what guests *write*.

    https://example.org/guest-book/

    A hotel asks <its> guests.

    Build it from \`CONTRACT.md\`, in any language and with any framework. These tests examine it from outside:

    \`\`\`sh
    python -m pip install -r requirements.txt
    python -m pytest
    \`\`\`

    \`BASE_URL\` says where your server listens. It is \`http://localhost:8000\` where the environment says nothing.

    ## Criteria

    - [ ] An empty text gets \`422\` (must, examined)
    - [ ] It is quick (should, yours to judge)
    "
  `);
});
