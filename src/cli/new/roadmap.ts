/** A roadmap of one stage with one item. */
import { inLanguages, type NewFiles, type Stub } from './stub.ts';
import type { Words } from './words.ts';
import { writeYaml } from './yaml.ts';

/** @param page id of the page that the first item leads to */
export function createRoadmap({ place, title, languages }: Stub, page: string): NewFiles {
  const text = (write: (words: Words['roadmap']) => string) => inLanguages(languages, ({ roadmap }) => write(roadmap));
  const roadmap = writeYaml(
    {
      id: place,
      draft: true,
      title: text(() => title),
      description: text(({ description }) => description),
      stagesAre: 'levels',
      stages: [
        {
          id: 'level-1',
          title: text(({ stage }) => stage.title),
          description: text(({ stage }) => stage.text),
          items: [{ id: 'first-step', text: text(({ item }) => item), note: page }],
        },
      ],
    },
    {
      before: [
        'stagesAre: days, levels or phases. A stage has items, or sections with items.',
        'An item leads somewhere: note, exercise, project, interview or url.',
        'Also: order, duration, hours; of a stage, hours and cards.',
      ],
    },
  );
  return { [`content/roadmaps/${place}.yaml`]: roadmap };
}
