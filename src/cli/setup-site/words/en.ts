import type { StarterWords } from '../starter-words.ts';

export const EN: StarterWords = {
  describe: (title) => `${title}: notes, exercises and flashcards to study.`,
  home: {
    description: 'What there is to study here, and where to begin.',
    text: 'What there is to study here, for whom, and where to begin. The areas below list themselves.',
  },
  things: {
    area: { place: 'examples', title: 'Examples' },
    note: { place: 'examples/first-note', title: 'A first note' },
    cards: { place: 'examples/first-note', title: 'First cards' },
    exercise: { place: 'first-exercise', title: 'A first exercise' },
    project: { place: 'first-project', title: 'A first project' },
    roadmap: { place: 'first-path', title: 'A first path' },
    interview: { place: 'first-interview', title: 'A first interview' },
  },
  resource: {
    title: 'The Python Tutorial',
    url: 'https://docs.python.org/3/tutorial/index.html',
    lang: 'en',
    why: 'Whom this helps, and with what, in one sentence.',
  },
  supports: 'what it proves',
  readme: {
    start: 'builds and serves the site',
    dev: 'the site while you write',
    new: 'a stub of a note; also cards, exercise, roadmap …',
    check: 'what is wrong with the content',
    test: 'runs everything',
    credit: 'Made with',
  },
};
