/**
 * Checks the first line of a commit message: `type(scope): what it does`, as in `feat(review): bury siblings`.
 * @see https://www.conventionalcommits.org
 */
import { readFileSync } from 'node:fs';

const TYPES = ['build', 'chore', 'ci', 'content', 'docs', 'feat', 'fix', 'perf', 'refactor', 'revert', 'style', 'test'];
const FORM = new RegExp(`^(${TYPES.join('|')})(\\([a-z0-9./-]+\\))?!?: \\S.*[^.\\s]$`);
/** What Git and its tools write by themselves. */
const GENERATED = /^(Merge |Revert "|fixup! |squash! |amend! )/;
const LONGEST = 72;

const [file = ''] = process.argv.slice(2);
const [subject = ''] = readFileSync(file, 'utf8')
  .split('\n')
  .filter((line) => !line.startsWith('#'));
const problems = [];
if (!GENERATED.test(subject)) {
  if (!FORM.test(subject))
    problems.push(`write "type(scope): what it does", the type one of ${TYPES.join(', ')}, no full stop`);
  if (subject.length > LONGEST)
    problems.push(`the first line has ${subject.length} characters; ${LONGEST} are shown everywhere`);
}
if (problems.length > 0) {
  console.error(
    `The commit message cannot stay as it is: "${subject}"\n${problems.map((problem) => `- ${problem}\n`).join('')}`,
  );
  process.exitCode = 1;
}
