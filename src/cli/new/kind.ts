/** What `npm run new` can make, and what it has to know for that. */
export interface KindFacts {
  /** In one line, for the usage and for the prompt. */
  readonly what: string;
  readonly example: { readonly place: string; readonly title: string };
  /** How many names a place has, at least and at most. */
  readonly names: readonly [least: number, most: number];
  /** Where it lies, below `content/`. */
  readonly folder: string;
  /** Whether each language has a folder of its own there, so that the place must not name it. */
  readonly isByLanguage: boolean;
  readonly needsTitle: boolean;
  readonly hasLevel: boolean;
}

const PAGE = { folder: 'docs', isByLanguage: true, needsTitle: true } as const;
const DATA = { names: [1, 1], isByLanguage: false, needsTitle: true } as const;

export const KINDS = {
  note: {
    ...PAGE,
    what: 'a page to study, in an area',
    example: { place: 'databases/cassandra', title: 'Cassandra' },
    names: [2, Number.POSITIVE_INFINITY],
    hasLevel: true,
  },
  area: {
    ...PAGE,
    what: 'the overview of a folder of notes',
    example: { place: 'databases', title: 'Databases' },
    names: [1, 1],
    hasLevel: false,
  },
  cards: {
    what: 'a file of flashcards; its title is optional',
    example: { place: 'databases/cassandra', title: 'Cassandra' },
    names: [1, Number.POSITIVE_INFINITY],
    folder: 'flashcards',
    isByLanguage: true,
    needsTitle: false,
    hasLevel: false,
  },
  exercise: {
    ...DATA,
    what: 'a folder with a task, hints, a solution and its tests',
    example: { place: 'lru-cache', title: 'LRU cache' },
    folder: 'exercises',
    hasLevel: true,
  },
  project: {
    ...DATA,
    what: 'something to build, with criteria to tick',
    example: { place: 'todo-api', title: 'To-do API' },
    folder: 'projects',
    hasLevel: true,
  },
  roadmap: {
    ...DATA,
    what: 'stages in order, with items to tick',
    example: { place: 'my-path', title: 'My path' },
    folder: 'roadmaps',
    hasLevel: false,
  },
  interview: {
    ...DATA,
    what: 'a mock interview: timed sections of questions',
    example: { place: 'mock-1', title: 'Mock 1' },
    folder: 'interviews',
    hasLevel: false,
  },
  questions: {
    ...DATA,
    what: 'interview questions of an area; they need no title',
    example: { place: 'python', title: 'Python' },
    folder: 'questions',
    needsTitle: false,
    hasLevel: true,
  },
} as const satisfies Readonly<Record<string, KindFacts>>;

export type Kind = keyof typeof KINDS;

export function isKind(text: string): text is Kind {
  return Object.hasOwn(KINDS, text);
}

export const KIND_NAMES: readonly Kind[] = Object.keys(KINDS).filter(isKind);

/** "an area", "a note"; several cards or questions are no single thing. */
export function nameKind(kind: Kind): string {
  if (kind === 'cards') return 'a card file';
  if (kind === 'questions') return 'a file of questions';
  return `${/^[aei]/.test(kind) ? 'an' : 'a'} ${kind}`;
}
