import { expect, test } from 'vitest';
import { KIND_NAMES, KINDS } from './kind.ts';
import { readNewWords, readWanted, USAGE } from './options.ts';
import { UsageError } from './refusal.ts';

function say(...words: string[]): unknown {
  try {
    const given = readNewWords(words, ['es', 'pt-br']);
    return given === 'help' ? given : readWanted(given);
  } catch (error) {
    if (error instanceof UsageError) return error.message;
    throw error;
  }
}

test('every example of the usage can be typed as it stands', () => {
  for (const kind of KIND_NAMES) {
    const { place, title } = KINDS[kind].example;
    expect(say(kind, place, title)).toEqual({ kind, place, title, level: undefined });
  }
  expect(say('cards', 'databases/cassandra')).toMatchObject({ title: undefined });
  expect(say('note', 'a/b', 'B', '--level', 'senior')).toMatchObject({ level: 'senior' });
  expect(say('--help')).toBe('help');
  expect(USAGE).toMatchInlineSnapshot(`
    "npm run new <kind> <place> "<title>"

    Writes a stub that passes npm run check, in every language of the site. On a terminal it asks for what is missing.

      note databases/cassandra "Cassandra"     a page to study, in an area
      area databases "Databases"               the overview of a folder of notes
      cards databases/cassandra "Cassandra"    a file of flashcards; its title is optional
      exercise lru-cache "LRU cache"           a folder with a task, hints, a solution and its tests
      project todo-api "To-do API"             something to build, with criteria to tick
      roadmap my-path "My path"                stages in order, with items to tick
      interview mock-1 "Mock 1"                a mock interview: timed sections of questions
      questions python "Python"                interview questions of an area; they need no title

      --level …   beginner, intermediate, senior; intermediate where it is left out.
                  Options come after two hyphens: npm run new -- note … --level senior"
  `);
});

test('what is missing or wrong is said in a sentence', () => {
  expect(
    [
      [],
      ['note'],
      ['note', 'databases/cassandra'],
      ['exercise'],
      ['cards'],
      ['nte', 'databases/cassandra'],
      ['quizzes'],
      ['constructor'],
      ['note', 'databases/cassandra', 'Apache', 'Cassandra'],
      ['note', 'databases/cassandra', ' \u0007 '],
      ['note', 'databases/cassandra', 'Cassandra', '--level', 'sennior'],
      ['note', 'databases/cassandra', 'Cassandra', '--level', '9'],
      ['area', 'databases', 'Databases', '--level', 'senior'],
      ['note', '--lvl', 'senior'],
    ].map((words) => [words.join(' '), say(...words)]),
  ).toMatchInlineSnapshot(`
    [
      [
        "",
        "say what to make, where and what it is called",
      ],
      [
        "note",
        "a note needs its place and its title",
      ],
      [
        "note databases/cassandra",
        "a note needs its title",
      ],
      [
        "exercise",
        "an exercise needs its place and its title",
      ],
      [
        "cards",
        "a card file needs its place",
      ],
      [
        "nte databases/cassandra",
        ""nte" is nothing that can be made: did you mean note?",
      ],
      [
        "quizzes",
        ""quizzes" is nothing that can be made: there are note, area, cards, exercise, project, roadmap, interview, questions",
      ],
      [
        "constructor",
        ""constructor" is nothing that can be made: there are note, area, cards, exercise, project, roadmap, interview, questions",
      ],
      [
        "note databases/cassandra Apache Cassandra",
        ""Cassandra" is one word too many: put a title of several words in quotes",
      ],
      [
        "note databases/cassandra   ",
        "the title is empty",
      ],
      [
        "note databases/cassandra Cassandra --level sennior",
        ""sennior" is no level: did you mean senior?",
      ],
      [
        "note databases/cassandra Cassandra --level 9",
        ""9" is no level: there are beginner, intermediate, senior",
      ],
      [
        "area databases Databases --level senior",
        "an area has no level",
      ],
      [
        "note --lvl senior",
        "Unknown option '--lvl'. To specify a positional argument starting with a '-', place it at the end of the command after '--', as in '-- "--lvl"",
      ],
    ]
  `);
});
