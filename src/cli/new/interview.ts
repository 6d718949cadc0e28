/** A mock interview of one section with one question. */
import { inLanguages, type NewFiles, type Stub } from './stub.ts';
import type { Words } from './words.ts';
import { writeYaml } from './yaml.ts';

const MINUTES = 10;

/** @param page id of a page that stands in for the notes that teach the answer */
export function createInterview({ place, title, level, languages }: Stub, page: string): NewFiles {
  const text = (write: (words: Words['interview']) => string) =>
    inLanguages(languages, ({ interview }) => write(interview));
  const interview = writeYaml(
    {
      id: place,
      draft: true,
      title: text(() => title),
      description: text(({ description }) => description),
      sections: [
        {
          id: 'warm-up',
          title: text(({ section }) => section),
          minutes: MINUTES,
          questions: [
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
        },
      ],
    },
    { before: ['notes: ids of the notes that teach the answer, or of a part: area/note#part. Also: order.'] },
  );
  return { [`content/interviews/${place}.yaml`]: interview };
}
