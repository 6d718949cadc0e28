/** A small exercise as it lies in its folder, for tests. */
import { createMemoryFiles } from '../../files/memory-files.ts';
import { type ExerciseFolder, readExercises } from '../folder.ts';

const FILES: Readonly<Record<string, string>> = {
  'exercise.yaml':
    'id: twice\ntitle: { en: Twice, es: Dos veces }\ndescription: Double a number.\nlevel: beginner\nminutes: 5\nnotes: [home]\n',
  'instructions.md':
    'Some numbers are too small.\n\n## 1. Double `n`\n\n`double(21)` is `42`.\n\n## 2. Refuse text\n\nRaise.\n',
  'instructions.es.md': '## 1. Duplica `n`\n\nTexto.\n\n## 2. Rechaza texto\n\nTexto.\n',
  'hints.md': '## 1. Double `n`\n\n- First\n- Second `x`\n\n## 2. Refuse text\n\n- Only\n',
  'notes.md': '## What it costs\n\nNothing.\n',
  'starter.py': 'def double(n):\n    return n\n',
  'solution.py': 'def double(n):\n    return n * 2\n',
  'test_solution.py':
    'from solution import double\n\n\ndef test_1_doubles():\n    """Doubles `n` & more"""\n    assert double(1) == 2\n\n\ndef test_2_text():\n    """Refuses text"""\n',
  'wrong_square.py': '"""Squares."""\n',
};

/** @param changed files with another text, by name */
export function createExampleExercise(changed: Readonly<Record<string, string>> = {}): ExerciseFolder {
  const files = Object.entries({ ...FILES, ...changed });
  const [folder] = readExercises(
    createMemoryFiles(Object.fromEntries(files.map(([name, text]) => [`content/exercises/twice/${name}`, text]))),
    { main: 'en', others: ['es'] },
  );
  if (folder === undefined) throw new Error('the example does not fit the schema');
  return folder;
}
