import type { CodeTable } from './code.ts';

export const PROJECT_CODES = {
  'project-file': {
    severity: 'error',
    title: 'A pack lacks one of its files, or its project',
    why: 'A pack examines what a reader built from the contract alone. Without the contract nobody can build what the tests ask for; without the project no page leads to the pack.',
    mend: 'Write the file that is named. The pack of `content/projects/<id>.yaml` is the folder `content/projects/<id>/` with `contract.md`, `conftest.py`, `requirements.txt` and at least one `test_<what>.py`. A project that nothing examines has no folder.',
  },
  'project-test-criterion': {
    severity: 'error',
    title: 'A test of a pack names no criterion',
    why: 'The page says of each criterion whether the pack examines it, and whoever sees a test fail looks for the criterion behind it. The name of the test is what ties the two together.',
    mend: 'Name the test after the id of a criterion, with underscores for hyphens, then two underscores and what it demands: `test_rejects_bad_input__a_title_is_required` examines `rejects-bad-input`. If there is no such criterion yet, add it to the project.',
  },
  'project-test-title': {
    severity: 'error',
    title: 'A test of a pack does not say what it demands',
    why: 'The first line of the docstring is what the page of the project shows of the test. Without it readers see the name of a function.',
    mend: 'Begin the test with a docstring of one line that is true when the test passes: `"""After DELETE the to-do answers 404"""`.',
  },
  'project-requirement': {
    severity: 'error',
    title: 'A package of a pack is not pinned, or to another version',
    why: 'The packs are proved with the packages of `content/examples/requirements.txt`. With another version, or with whichever is the newest on that day, a reader runs tests that nobody has seen pass.',
    mend: 'Pin each package in `requirements.txt` of the pack to the version that `content/examples/requirements.txt` has: `httpx==0.28.1`. A package that is missing there is added to `requirements.in` beside it; the command that makes the other file of it is its first lines.',
  },
} as const satisfies CodeTable;
