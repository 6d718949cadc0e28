/** What belongs to notes beside their text, copied from what ours have: cards, exercises and interview questions. */
import path from 'node:path';
import { parse, stringify } from 'yaml';
import type { ContentFiles } from '../../content/files/content-files.ts';
import type { Chance } from './random.ts';

interface Copies {
  /** A deck of a note, and an exercise where chance wants one. */
  ofNote(id: string, anchors: readonly string[]): Iterable<[file: string, text: string]>;
  /** The text of the file of an area's questions. */
  questionsOf(notes: readonly string[]): string;
}

interface Entry extends Readonly<Record<string, unknown>> {
  readonly id: string;
}

/** @param notes how many notes ours are, by which it is told how much belongs to one */
export function createCopies(files: ContentFiles, notes: number, chance: Chance): Copies {
  const paths = files.list();
  const decks = paths.filter((file) => /^content\/flashcards\/[^/]+\/[^/]+\.txt$/.test(file));
  const exercises = paths.filter((file) => /^content\/exercises\/[^/]+\/exercise\.yaml$/.test(file));
  const questions = paths
    .filter((file) => /^content\/questions\/[^/]+\.yaml$/.test(file))
    .flatMap((file): Entry[] => parse(files.read(file).text));
  return {
    *ofNote(id, anchors) {
      const pickTarget = () => (anchors.length === 0 ? id : `${id}#${chance.pick(anchors)}`);
      yield [`content/flashcards/${id}.txt`, copyCards(files.read(chance.pick(decks)).text, id, pickTarget)];
      if (chance.next() < exercises.length / notes) yield* copyExercise(files, chance.pick(exercises), id);
    },
    questionsOf: (ids) =>
      stringify(
        ids.flatMap((id) =>
          chance
            .draw(questions, Math.round(questions.length / notes))
            .map(({ was: _was, ...question }) => ({ ...question, id: `${question.id}-of-${nameOf(id)}`, notes: [id] })),
        ),
      ),
  };
}

/** Ids of cards are unique on the site. */
function copyCards(text: string, id: string, pickTarget: () => string): string {
  return text
    .replaceAll(/^Was: .*\n/gm, '')
    .replaceAll(/^Id: (.*)$/gm, (_, card) => `Id: ${nameOf(id)}-${card}`)
    .replaceAll(/^Link: .*$/gm, () => `Link: ${pickTarget()}`);
}

function* copyExercise(files: ContentFiles, yaml: string, id: string): Iterable<[file: string, text: string]> {
  const from = `${path.posix.dirname(yaml)}/`;
  const own = nameOf(id);
  for (const file of files.list().filter((other) => other.startsWith(from))) {
    const { text } = files.read(file);
    const { was: _was, ...data } = file === yaml ? parse(text) : {};
    const copied = file === yaml ? stringify({ ...data, id: own, notes: [id] }) : text;
    yield [`content/exercises/${own}/${file.slice(from.length)}`, copied];
  }
}

/** `subject-3/note-5` as an id of something else. */
function nameOf(id: string): string {
  return id.replace('/', '-');
}
