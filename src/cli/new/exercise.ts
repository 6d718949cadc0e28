/** An exercise: a folder that runs at once, so that its writer changes something that works. */
import { inLanguages, type NewFiles, type Stub, sideBySide } from './stub.ts';
import { writeYaml } from './yaml.ts';

const MINUTES = 20;

const MAIN = `

def main() -> None:
    print(double(21))


if __name__ == "__main__":
    main()
`;
const STARTER = `def double(number: int) -> int:
    """Return twice the number."""
    return number
${MAIN}`;
const SOLUTION = `def double(number: int) -> int:
    """Return twice the number."""
    return number * 2
${MAIN}`;
const TESTS = `from solution import double


def test_1_a_number_is_doubled() -> None:
    """Doubles a number"""
    assert double(21) == 42


def test_1_a_negative_number_stays_negative() -> None:
    """A negative number stays negative"""
    assert double(-3) == -6
`;
const WRONG = `"""Squares the number: with 2 the two are the same."""


def double(number: int) -> int:
    return number**2
`;

/** @param page id of a page that stands in for the notes that teach what the exercise takes */
export function createExercise({ place, title, level, languages }: Stub, page: string): NewFiles {
  const folder = `content/exercises/${place}`;
  const exercise = writeYaml(
    {
      id: place,
      draft: true,
      title: inLanguages(languages, () => title),
      description: inLanguages(languages, ({ exercise }) => exercise.description),
      level,
      minutes: MINUTES,
      notes: [page],
      runs: 'page',
    },
    {
      before: [
        'notes: ids of the notes that teach what it takes.',
        'Also: order, tags, worked; packages, for a version in cpython/.',
      ],
    },
  );
  return {
    [`${folder}/exercise.yaml`]: exercise,
    ...sideBySide(
      languages,
      `${folder}/instructions.md`,
      ({ exercise: { problem, task } }) => `${problem}\n\n## 1. ${task.title}\n\n${task.text}\n`,
    ),
    // The headings are those of the instructions, so that each task has its hints.
    ...sideBySide(
      languages,
      `${folder}/hints.md`,
      ({ exercise: { task, hints } }) => `## 1. ${task.title}\n\n${hints.map((hint) => `- ${hint}\n`).join('')}`,
    ),
    ...sideBySide(languages, `${folder}/notes.md`, ({ exercise }) => `${exercise.notes}\n`),
    [`${folder}/starter.py`]: STARTER,
    [`${folder}/solution.py`]: SOLUTION,
    [`${folder}/test_solution.py`]: TESTS,
    [`${folder}/wrong_square.py`]: WRONG,
  };
}
