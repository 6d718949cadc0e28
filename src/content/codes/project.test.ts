import { expect, test } from 'vitest';
import { readExample } from './example.ts';
import { check, explain } from './testing/explain.ts';

const FOLDER = 'content/projects/guest-book';

/** The project of the examples, some files of its pack with another text; one without a text is taken away. */
function pack(changed: Readonly<Record<string, string | undefined>>): string {
  const files = readExample('project-file', 'pass').map(({ path, shown }): [string, string | undefined] => [
    path,
    shown,
  ]);
  const named = Object.entries(changed).map(([path, text]): [string, string | undefined] => [path, text]);
  return [...new Map([...files, ...named])]
    .flatMap(([path, text]) => (text === undefined ? [] : [`-- ${path} --\n${text}`]))
    .join('');
}

test('project-file', () => {
  expect(explain('project-file')).toMatchInlineSnapshot(`
    "content/projects/guest-book/conftest.py:1:1  error  project-file  the pack has no contract.md
        write content/projects/guest-book/contract.md"
  `);
  expect(check('project-file', pack({ [`${FOLDER}/test_entries.py`]: undefined }))).toMatchInlineSnapshot(`
    "content/projects/guest-book/conftest.py:1:1  error  project-file  the pack has no test_<what>.py
        write content/projects/guest-book/test_<what>.py"
  `);
  const lost = { [`${FOLDER}.yaml`]: undefined, 'content/projects/guestbook.yaml': 'id: guestbook\n' };
  expect(check('project-file', pack(lost))).toMatchInlineSnapshot(`
    "content/projects/guest-book/conftest.py:1:1  error  project-file  this folder belongs to no project, so nothing shows it
        write content/projects/guest-book.yaml, or name the folder like its project"
  `);
});

test('file-unread: what nothing reads in the folder', () => {
  expect(check('file-unread', pack({ [`${FOLDER}/reference.py`]: 'x = 1\n' }))).toMatchInlineSnapshot(`
    "content/projects/guest-book/reference.py:1:1  warning  file-unread  nothing reads this file
        a pack has contract.md, conftest.py, requirements.txt and test_<what>.py"
  `);
});

test('project-test-criterion', () => {
  expect(explain('project-test-criterion')).toMatchInlineSnapshot(`
    "content/projects/guest-book/test_entries.py:1:1  error  project-test-criterion  test_refuses_empty_text names no criterion
        name it after a criterion, two underscores, and what it demands: test_refuses_empty__…"
  `);
  const renamed = 'async def test_refuses_emty__text(client):\n    """An empty text gets 422"""\n';
  expect(check('project-test-criterion', pack({ [`${FOLDER}/test_entries.py`]: renamed }))).toMatchInlineSnapshot(`
    "content/projects/guest-book/test_entries.py:1:1  error  project-test-criterion  test_refuses_emty__text examines the criterion "refuses-emty", which is not there
        name it after a criterion, two underscores, and what it demands: test_refuses_empty__…"
  `);
});

test('project-test-title', () => {
  expect(explain('project-test-title')).toMatchInlineSnapshot(`
    "content/projects/guest-book/test_entries.py:1:1  error  project-test-title  test_refuses_empty__text has no docstring, so readers see its name
        begin it with a line that says what is true when it passes: """A deleted item answers 404""""
  `);
});

test('project-requirement', () => {
  expect(explain('project-requirement')).toMatchInlineSnapshot(`
    "content/projects/guest-book/requirements.txt:1:1  error  project-requirement  httpx is 0.27.0 here and 0.28.1 in content/examples/requirements.txt
        write httpx==0.28.1
    content/projects/guest-book/requirements.txt:2:1  error  project-requirement  pytest is not pinned
        write pytest==9.2.0"
  `);
  const foreign = '# What the tests import\nhttpx==0.28.1 \\\n    --hash=sha256:aa\nPyJWT>=2\nZope.Interface==8.7\n';
  expect(check('project-requirement', pack({ [`${FOLDER}/requirements.txt`]: foreign }))).toMatchInlineSnapshot(`
    "content/projects/guest-book/requirements.txt:4:1  error  project-requirement  pyjwt is not pinned
        write pyjwt==<version>
    content/projects/guest-book/requirements.txt:5:1  error  project-requirement  content/examples/requirements.txt does not have zope-interface
        add it to requirements.in there and make that file anew"
  `);
});

test('links of the contract and of the texts lead from the page of the project', () => {
  const contract =
    'See [the home page](/), [the others](/projects/), [this one](/projects/guest-book/), [no](/guests/).\n';
  expect(check('link-file', pack({ [`${FOLDER}/contract.md`]: contract }))).toMatchInlineSnapshot(`
    "content/projects/guest-book/contract.md:1:86  error  link-file  "/guests/" leads to no page
        nothing there has a name like it"
  `);
  const yaml = readExample('project-file', 'pass').find(({ path }) => path === `${FOLDER}.yaml`)?.shown ?? '';
  const linked = `${yaml}mistakes: ["Look at [the guests](/guests/)", "[Home](/)"]\n`;
  expect(check('link-file', pack({ [`${FOLDER}.yaml`]: linked }))).toMatchInlineSnapshot(`
    "content/projects/guest-book.yaml:14:12  error  link-file  "/guests/" leads to no page
        nothing there has a name like it"
  `);
});

test('nothing of it is asked of a draft', () => {
  const yaml = readExample('project-file', 'fail').find(({ path }) => path === `${FOLDER}.yaml`)?.shown ?? '';
  const draft = pack({ [`${FOLDER}.yaml`]: `${yaml}draft: true\n`, [`${FOLDER}/contract.md`]: undefined });
  expect(check('project-file', draft)).toBe('');
});
