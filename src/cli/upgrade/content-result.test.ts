import { afterEach, expect, test } from 'vitest';
import { checkUpgraded } from './content-result.ts';
import { ExampleRepository } from './example-repository.ts';

let project: ExampleRepository;
afterEach(() => project.remove());

/** A project whose check prints this. */
function check(print: string) {
  project = new ExampleRepository().write({ 'src/cli/check.ts': print });
  return checkUpgraded(project.folder);
}

test('errors are shown and warnings counted', () => {
  const problem = {
    file: 'content/docs/a.md',
    line: 3,
    column: 1,
    code: 'id-missing',
    message: 'no id',
    hint: 'add one',
  };
  const problems = [
    { ...problem, severity: 'error' },
    { ...problem, severity: 'warning' },
  ];
  const result = { checked: 7, errors: 1, warnings: 1, notes: [], problems };
  expect(check(`console.log(${JSON.stringify(JSON.stringify(result))}); process.exitCode = 1;`)).toEqual({
    isWell: false,
    text: 'content/docs/a.md:3:1  error  id-missing  no id\n  hint: add one\n7 files of content checked: 1 error, 1 warning (npm run check shows all)',
  });
});

test('content without errors is well, and a check that could not run is not', () => {
  expect(check(`console.log('{"checked":1,"errors":0,"warnings":0,"problems":[]}')`).isWell).toBe(true);
  project.remove();
  const broken = check("throw new Error('no such module')");
  expect(broken).toMatchObject({ isWell: false, text: expect.stringContaining('no such module') });
});
