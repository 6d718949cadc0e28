import type { CodeTable } from './code.ts';

export const INTERVIEW_CODES = {
  'question-area': {
    severity: 'error',
    title: 'A file of interview questions belongs to no area',
    why: 'Readers choose questions by area, and what they answer badly leads them to its notes. A file whose name is not that of an area can be chosen by nobody, and the keys of its questions, `<area>/<id>`, would be permanent all the same.',
    mend: 'Give the file the name of the area, as it is in `content/docs`: the questions on what `content/docs/databases/` teaches stand in `content/questions/databases.yaml`.',
  },
  'interview-section': {
    severity: 'error',
    title: 'A section of an interview cannot be filled',
    why: 'A section says how many questions or exercises it draws. With fewer there than that, a reader would sit in front of an empty page in the middle of an interview.',
    mend: 'Draw fewer, or from more: take `level` out, add `areas` or `notes`. A question counts for a note when it stands first in its `notes`, and for a `level` when its own is that or the one below. An exercise counts for a coding section when it has the `tag`, is in Python, runs in the page and is no draft.',
  },
} as const satisfies CodeTable;
