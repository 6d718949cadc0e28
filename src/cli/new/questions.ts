/** The questions of an area for mock interviews: a list of one. */
import { inLanguages, type NewFiles, type Stub } from './stub.ts';
import type { Words } from './words.ts';
import { writeYaml } from './yaml.ts';

/** @param page id of a page of the area, which stands in for the notes that teach the answer */
export function createQuestions({ place, level, languages }: Stub, page: string): NewFiles {
  const text = (write: (words: Words['questions']) => string) =>
    inLanguages(languages, ({ questions }) => write(questions));
  const questions = writeYaml(
    [
      {
        id: 'first-question',
        question: text(({ question }) => question),
        level,
        strong: [text(({ strong }) => strong)],
        followUps: [text(({ followUp }) => followUp)],
        redFlag: text(({ redFlag }) => redFlag),
        notes: [page],
      },
    ],
    {
      before: ['notes: ids of the notes that teach the answer, or of a part: area/note#part. The first is its topic.'],
    },
  );
  return { [`content/questions/${place}.yaml`]: questions };
}
