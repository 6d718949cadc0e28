/** A mock interview of one section with one question. */
import { inLanguages, type NewFiles, type Stub } from './stub.ts';
import type { Words } from './words.ts';
import { writeYaml } from './yaml.ts';

const MINUTES = 10;

export function createInterview({ place, title, languages }: Stub): NewFiles {
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
          draw: { count: 1 },
        },
      ],
    },
    {
      before: [
        'draw: what to ask. Without areas: […] or notes: […] from every question; level: senior keeps the easy ones out.',
        'A section that gives exercises has coding: { tag: …, count: 1 } instead. Also: order.',
      ],
    },
  );
  return { [`content/interviews/${place}.yaml`]: interview };
}
