import { expect, test } from 'vitest';
import { KIND_NAMES, KINDS, type Kind } from './kind.ts';
import { refusePlace } from './place.ts';

const refuse = (kind: Kind, place: string) => refusePlace(kind, place, ['es', 'pt-br']);

test('names in lower case, with hyphens and slashes, are places', () => {
  for (const kind of KIND_NAMES) expect(refuse(kind, KINDS[kind].example.place)).toBeUndefined();
  expect(refuse('note', 'databases/nosql/wide-column-2')).toBeUndefined();
  expect(refuse('cards', 'git')).toBeUndefined();
  expect(refuse('exercise', 'es')).toBeUndefined();
});

test('anything else is refused with what was probably meant', () => {
  const places: [kind: Kind, place: string][] = [
    ['note', ''],
    ['note', '/databases/cassandra'],
    ['note', 'databases/'],
    ['note', 'databases//cassandra'],
    ['note', '../cassandra'],
    ['note', 'databases/./cassandra'],
    ['note', 'databases/..'],
    ['note', 'Databases/Cassandra'],
    ['note', 'databases/árbol b'],
    ['note', 'databases\\cassandra'],
    ['note', 'databases/b_tree'],
    ['note', 'databases/-x'],
    ['note', 'databases/日本'],
    ['note', 'content/docs/databases/cassandra.md'],
    ['note', 'C:/x'],
    ['note', 'es/databases/cassandra'],
    ['note', 'pt-BR/databases/cassandra'],
    ['cards', 'es/databases/cassandra'],
    ['area', 'es'],
    ['note', 'cassandra'],
    ['area', 'databases/nosql'],
    ['exercise', 'es/lru-cache'],
    ['project', 'a/b'],
    ['note', 'databases/index'],
    ['note', 'exercises/lru-cache'],
    ['area', 'roadmaps'],
    ['note', 'authoring/errors'],
  ];
  expect(places.map(([kind, place]) => `${kind} ${place} → ${refuse(kind, place)}`)).toMatchInlineSnapshot(`
    [
      "note  → a place is missing: write it like databases/cassandra",
      "note /databases/cassandra → "/databases/cassandra" begins or ends with a slash: did you mean databases/cassandra?",
      "note databases/ → "databases/" begins or ends with a slash: write it like databases/cassandra",
      "note databases//cassandra → "databases//cassandra" has two slashes in a row: did you mean databases/cassandra?",
      "note ../cassandra → "../cassandra" has ".." in it, which is no name: write it like databases/cassandra",
      "note databases/./cassandra → "databases/./cassandra" has "." in it, which is no name: did you mean databases/cassandra?",
      "note databases/.. → "databases/.." has ".." in it, which is no name: write it like databases/cassandra",
      "note Databases/Cassandra → "Databases" is not lower-case letters, digits and hyphens: did you mean databases/cassandra?",
      "note databases/árbol b → "árbol b" is not lower-case letters, digits and hyphens: did you mean databases/arbol-b?",
      "note databases\\cassandra → "databases\\cassandra" is not lower-case letters, digits and hyphens: did you mean databases/cassandra?",
      "note databases/b_tree → "b_tree" is not lower-case letters, digits and hyphens: did you mean databases/b-tree?",
      "note databases/-x → "-x" is not lower-case letters, digits and hyphens: did you mean databases/x?",
      "note databases/日本 → "日本" is not lower-case letters, digits and hyphens: write it like databases/cassandra",
      "note content/docs/databases/cassandra.md → "cassandra.md" is not lower-case letters, digits and hyphens: did you mean databases/cassandra?",
      "note C:/x → "C:" is not lower-case letters, digits and hyphens: did you mean c/x?",
      "note es/databases/cassandra → "es" is the folder of a language, and every language gets its files at once: did you mean databases/cassandra?",
      "note pt-BR/databases/cassandra → "pt-BR" is not lower-case letters, digits and hyphens: did you mean databases/cassandra?",
      "cards es/databases/cassandra → "es" is the folder of a language, and every language gets its files at once: did you mean databases/cassandra?",
      "area es → "es" is the folder of a language, and every language gets its files at once: write it like databases",
      "note cassandra → a note lies in an area: write its place like databases/cassandra",
      "area databases/nosql → an area is named by one word, without slashes: databases",
      "exercise es/lru-cache → an exercise is named by one word, without slashes: lru-cache",
      "project a/b → a project is named by one word, without slashes: todo-api",
      "note databases/index → the name "index" is kept for overviews, which npm run new area writes",
      "note exercises/lru-cache → the site makes the pages of exercises itself",
      "area roadmaps → the site makes the pages of roadmaps itself",
      "note authoring/errors → the site makes the pages of authoring itself",
    ]
  `);
});
