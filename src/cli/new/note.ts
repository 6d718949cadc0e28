/** A note: the spine that every note has, with what belongs into each part. A draft until its writer says otherwise. */
import { slug } from 'github-slugger';
import { inFolders, type NewFiles, type Stub } from './stub.ts';
import type { QuestionWords, TableWords, Words } from './words.ts';
import { dayOf, writeFrontmatter } from './yaml.ts';

const MINUTES = 15;
/** What the block below prints on it. */
const VERSION = 'Python 3.14';

const CODE = `\`\`\`python run
numbers = [3, 1, 2]
print(sorted(numbers), numbers)
\`\`\`

\`\`\`output
[1, 2, 3] [3, 1, 2]
\`\`\``;

export function createNote(stub: Stub): NewFiles {
  return inFolders(stub.languages, 'content/docs', `${stub.place}.md`, (words, path) => writeNote(stub, words, path));
}

function writeNote({ place, title, level, today }: Stub, { note }: Words, path: string): string {
  const { description, summary, how, diagram, run, wrong, production, can, check, interview } = note;
  const frontmatter = writeFrontmatter(
    {
      id: place,
      title,
      description,
      level,
      minutes: MINUTES,
      verified: { date: dayOf(today), versions: [VERSION] },
      sources: [],
      draft: true,
    },
    {
      after: [
        'requires: [area/note]',
        'leadsTo: [area/note]',
        'sources: [{ title: …, url: https://…, supports: what it proves }]',
      ],
    },
  );
  return `${frontmatter}
${summary}

## ${how.title}

${how.text}

${comment(diagram)}

## ${run.title}

${comment(`${run.text} npm run check -- ${path} --fix-output`)}

${CODE}

${writeTable(wrong)}

${writeTable(production)}

## ${can.title}

${comment(can.text)}

- [ ] ${can.item} ^explain-${place.slice(place.lastIndexOf('/') + 1)}

${writeQuestion(check, 'check', `${check.answer} ${check.see} [${how.title}](#${slug(how.title)}).`)}

${writeQuestion(interview, 'interview', `${interview.answer}\n\n${interview.followUp}`)}
`;
}

function writeTable({ title, text, columns, row }: TableWords): string {
  const lines = [columns, columns.map(() => '---'), row].map((cells) => `| ${cells.join(' | ')} |`);
  return `## ${title}\n\n${comment(text)}\n\n${lines.join('\n')}`;
}

function writeQuestion({ title, text, question }: QuestionWords, kind: string, answer: string): string {
  return `## ${title}

${comment(text)}

<details class="${kind}">
<summary>${question}</summary>

${answer}

</details>`;
}

/** Seen by the writer only. */
function comment(text: string): string {
  return `<!-- ${text} -->`;
}
