import { describe, expect, test } from 'vitest';
import { checkContent } from '../../content/check/check-content.ts';
import { createMemoryFiles } from '../../content/files/memory-files.ts';
import { listKeys } from '../../content/interface-keys.ts';
import { formatProblem } from '../../content/problem.ts';
import { DraftFiles } from './draft-files.ts';
import { readLanguages } from './language.ts';
import { writeStarter } from './starter.ts';

const WORDS = JSON.stringify(Object.fromEntries(listKeys('en').map((key) => [key, 'word'])));
const TODAY = new Date('2026-11-28T12:00:00Z');

function begin(languages: string) {
  const locales = readLanguages(languages, {});
  const words = Object.values(locales).map(({ lang }) => [`content/i18n/${lang}.json`, WORDS]);
  const site = { base: '/', locales, strictCode: true, strictIds: true, title: 'My "notes": 🐍', description: 'Mine.' };
  const draft = new DraftFiles(createMemoryFiles(Object.fromEntries(words)));
  writeStarter(draft, site, TODAY);
  return { draft, problems: checkContent(draft, site, { today: TODAY }) };
}

describe.each(['en', 'es', 'pt-BR', 'en,es,pt-BR', 'es,en', 'fr', 'fr,en', 'en,fr'])('a site in %s', (languages) => {
  test('begins with content of which the check says nothing', () => {
    const { problems } = begin(languages);
    // What nobody has translated yet is no fault of the beginning.
    const said = problems.filter(({ code }) => languages !== 'en,fr' || code !== 'translation-missing');
    expect(said.map(formatProblem)).toEqual([]);
  });
});

test('there is one of each kind', () => {
  expect(Object.keys(begin('es').draft.changes())).toMatchInlineSnapshot(`
    [
      "content/docs/index.md",
      "content/docs/ejemplos/index.md",
      "content/docs/ejemplos/primera-nota.md",
      "content/flashcards/ejemplos/primera-nota.txt",
      "content/exercises/primer-ejercicio/exercise.yaml",
      "content/exercises/primer-ejercicio/instructions.md",
      "content/exercises/primer-ejercicio/hints.md",
      "content/exercises/primer-ejercicio/notes.md",
      "content/exercises/primer-ejercicio/starter.py",
      "content/exercises/primer-ejercicio/solution.py",
      "content/exercises/primer-ejercicio/test_solution.py",
      "content/exercises/primer-ejercicio/wrong_square.py",
      "content/projects/primer-proyecto.yaml",
      "content/roadmaps/primer-camino.yaml",
      "content/questions/ejemplos.yaml",
      "content/interviews/primera-entrevista.yaml",
      "content/resources.yaml",
    ]
  `);
});

test('in a language that we do not speak there is a home page alone', () => {
  expect(begin('fr').draft.changes()).toMatchInlineSnapshot(`
    {
      "content/docs/index.md": "---
    id: home
    title: 'My "notes": 🐍'
    description: Mine.
    tableOfContents: false
    ---

    Mine.
    ",
    }
  `);
});

test('each language has its own titles', () => {
  const { draft } = begin('en,es');
  expect(draft.read('content/docs/es/examples/first-note.md').text).toContain('title: Una primera nota\n');
  expect(draft.read('content/docs/examples/first-note.md').text).toContain('title: A first note\n');
  expect(draft.read('content/exercises/first-exercise/exercise.yaml').text).toContain(
    'title:\n  en: A first exercise\n  es: Un primer ejercicio\n',
  );
});
