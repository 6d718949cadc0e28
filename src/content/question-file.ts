/** The questions of `content/questions`, and the interviews that draw from them, as they are published. */
import { type DataFile, readDataFiles } from './data-file.ts';
import type { ContentFiles } from './files/content-files.ts';
import type { Languages } from './kinds/field.ts';
import type { Interview } from './kinds/interview.ts';
import type { QuestionEntry } from './kinds/question.ts';

export interface Question extends QuestionEntry {
  /** `<area>/<id>`, as `DrawableQuestion` has it. */
  readonly key: string;
  /** Name of its file, which is that of an area. */
  readonly area: string;
  /** Former keys. */
  readonly formerKeys: readonly string[];
}

/** `databases` of `content/questions/databases.yaml`. */
export function areaOfQuestions(path: string): string {
  return path.replace(/^.*\/|\.yaml$/g, '');
}

/** Every question that can be read, area by area, in the order of the files. */
export function listQuestions(dataFiles: readonly DataFile[]): Question[] {
  return dataFiles
    .filter((file): file is DataFile<'question'> => file.kind === 'question')
    .flatMap(({ data, path }) => {
      const area = areaOfQuestions(path);
      return (data ?? []).map((entry) => ({
        ...entry,
        area,
        key: `${area}/${entry.id}`,
        formerKeys: (entry.was ?? []).map((id) => `${area}/${id}`),
      }));
    });
}

export function readQuestions(files: ContentFiles, languages: Languages): Question[] {
  return listQuestions(readDataFiles(files, languages));
}

/** The interviews that can be published, in order. */
export function readInterviews(files: ContentFiles, languages: Languages): Interview[] {
  return readDataFiles(files, languages)
    .filter((file): file is DataFile<'interview'> => file.kind === 'interview')
    .flatMap(({ data }) => (data === undefined || data.draft ? [] : [data]))
    .sort((a, b) => (a.order ?? Number.MAX_SAFE_INTEGER) - (b.order ?? Number.MAX_SAFE_INTEGER));
}
