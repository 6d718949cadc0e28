/** One page of each kind that the site has, by its name: what holds of every page is tested on these. */

/** Paths in the main language, without base. */
export const TEMPLATES = {
  home: '',
  area: 'databases/',
  'area-internals': 'python-internals/',
  note: 'python-internals/gil/',
  'note-sql': 'databases/transactions-and-isolation/',
  decks: 'flashcards/',
  deck: 'flashcards/django/caching/',
  review: 'review/',
  exercises: 'exercises/',
  exercise: 'exercises/lru-cache/',
  'exercise-worked': 'exercises/rate-limiter/',
  'exercise-own-machine': 'exercises/idempotent-payments/',
  projects: 'projects/',
  project: 'projects/todo-api/',
  roadmaps: 'roadmaps/',
  roadmap: 'roadmaps/sprint/',
  'roadmap-long': 'roadmaps/zero-to-senior/',
  interviews: 'interviews/',
  interview: 'interviews/mock-1/',
  examples: 'examples/',
  resources: 'resources/',
  playground: 'playground/',
  progress: 'progress/',
  offline: 'offline/',
  'not-saved': 'not-saved/',
  titles: 'search/',
  text: 'method/',
  guide: 'authoring/components/',
  error: 'authoring/errors/card-fence-open/',
  translations: 'authoring/translations/',
} as const;

/** What stands before the path, by language. */
export const LANGUAGES = { en: '', es: 'es/', 'pt-BR': 'pt-br/' } as const;

/** No language has its own: hosts show it for every address that is nowhere. */
export const MISSING = '404.html';
