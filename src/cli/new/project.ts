/** A project: what every project says of itself, and the names of the keys that it may have besides. */
import { inLanguages, type NewFiles, type Stub } from './stub.ts';
import type { Words } from './words.ts';
import { writeYaml } from './yaml.ts';

const HOURS = 8;

export function createProject({ place, title, level, languages }: Stub): NewFiles {
  const text = (write: (words: Words['project']) => string) => inLanguages(languages, ({ project }) => write(project));
  const project = writeYaml(
    {
      id: place,
      draft: true,
      title: text(() => title),
      description: text(({ description }) => description),
      level,
      hours: HOURS,
      story: text(({ story }) => story),
      features: [text(({ feature }) => feature)],
      skills: [text(({ skill }) => skill)],
      milestones: [
        {
          id: 'first-version',
          title: text(({ milestone }) => milestone.title),
          text: text(({ milestone }) => milestone.text),
        },
      ],
      criteria: [
        { id: 'starts-at-once', text: text(({ must }) => must), need: 'must' },
        { id: 'tests-guard-it', text: text(({ should }) => should), need: 'should' },
      ],
    },
    { before: ['Also: order, phase, requires, signals, stretch, rubric, mistakes.'] },
  );
  return { [`content/projects/${place}.yaml`]: project };
}
