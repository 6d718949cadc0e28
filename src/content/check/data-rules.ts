/** Data files: schema, ids, the files of an exercise's folder, texts that a language lacks. */
import type { Code } from '../codes/table.ts';
import type { DataPath } from '../data/yaml-text.ts';
import { type DataFile, listTexts } from '../data-file.ts';
import { CPYTHON_FILES, folderOf, languageOf, requiredFiles } from '../exercise/folder.ts';
import { hashExerciseText, listTranslations, readExerciseRecord } from '../exercise-text.ts';
import type { ContentFiles } from '../files/content-files.ts';
import type { Languages } from '../kinds/field.ts';
import { type Position, type Problem, START } from '../problem.ts';

/** Checks what a file says by itself; `checkReferences` looks at what it says of others. */
export function checkDataFile(files: ContentFiles, file: DataFile, languages: Languages): Problem[] {
  return [
    ...file.problems.map((problem) => ({ file: file.path, ...problem })),
    ...findDuplicateIds(file),
    ...findMissingFiles(files, file),
    ...findUntranslated(file, languages),
    ...(file.kind === 'exercise' ? languages.others.flatMap((locale) => checkExerciseTexts(files, file, locale)) : []),
  ];
}

/** Two files of one kind must not share an id either. */
export function findSharedIds(dataFiles: readonly DataFile[]): Problem[] {
  const first = new Map<string, string>();
  return dataFiles.flatMap(({ kind, path, yaml }) =>
    listTexts(yaml.value, (key) => key === 'id')
      .filter((id) => id.path.length === 1)
      .flatMap(({ text, path: keys }) => {
        const other = first.get(`${kind} ${text}`);
        first.set(`${kind} ${text}`, other ?? path);
        if (other === undefined || other === path) return [];
        return [duplicate(path, yaml.positionOf(keys), text, `that of ${other} too`)];
      }),
  );
}

function findDuplicateIds({ path, yaml }: DataFile): Problem[] {
  const first = new Map<string, DataPath>();
  // The file's own id lives in another room than those of its entries.
  const entries = listTexts(yaml.value, (key) => key === 'id').filter((id) => id.path.length > 1);
  return entries.flatMap(({ text, path: keys }) => {
    const known = first.get(text);
    first.set(text, known ?? keys);
    if (known === undefined) return [];
    return [duplicate(path, yaml.positionOf(keys), text, `that of line ${yaml.positionOf(known).line} too`)];
  });
}

function duplicate(file: string, position: Position, id: string, whose: string): Problem {
  const hint = 'give one of them another, since readers’ progress is kept under it';
  return { file, ...position, code: 'id-duplicate', message: `the id "${id}" is ${whose}`, hint };
}

function findMissingFiles(files: ContentFiles, { kind, path, yaml }: DataFile): Problem[] {
  if (kind !== 'exercise') return [];
  const folder = folderOf(path);
  const missing = requiredFiles(languageOf(yaml.value)).filter((name) => !files.has(folder + name));
  const lonely = CPYTHON_FILES.filter((name) => !files.has(folder + name));
  return [...missing, ...(lonely.length === 1 ? lonely : [])].map((name) =>
    at(path, START, 'exercise-file', `the exercise has no ${name}`, `write ${folder}${name}`),
  );
}

/** Folders of exercises that no `exercise.yaml` makes one, so that nothing reads them. */
export function findLostExercises(files: ContentFiles): Problem[] {
  const paths = files.list().filter((path) => /^content\/exercises\/[^/]+\//.test(path));
  const folders = Map.groupBy(paths, (path) => path.split('/').slice(0, 3).join('/'));
  return [...folders].flatMap(([folder, [first = folder]]) => {
    const [wanted, misnamed] = [`${folder}/exercise.yaml`, `${folder}/exercise.yml`];
    if (files.has(wanted)) return [];
    const isMisnamed = files.has(misnamed);
    const hint = isMisnamed ? 'name it exercise.yaml' : `write ${wanted}, or take the folder away`;
    const message = 'the exercise has no exercise.yaml, so nothing shows it';
    return [at(isMisnamed ? misnamed : first, START, 'exercise-file', message, hint)];
  });
}

/** Texts by language where one of the languages is left out: one problem a language and file. */
function findUntranslated({ path, yaml }: DataFile, { main, others }: Languages): Problem[] {
  const texts = listTexts(yaml.value, (key) => key === main || others.includes(key));
  const places = [...new Set(texts.map((text) => JSON.stringify(text.path.slice(0, -1))))];
  return others.flatMap((locale) => {
    const has = new Set(
      texts.filter((text) => text.path.at(-1) === locale).map((text) => JSON.stringify(text.path.slice(0, -1))),
    );
    const missing = places.filter((place) => !has.has(place));
    const [first] = missing;
    if (first === undefined) return [];
    const message = `the ${locale} translation lacks ${missing.length} of ${places.length} texts`;
    const hint = `add ${locale}: … beside ${main}: …; until then readers see ${main}`;
    const position = texts.find((text) => JSON.stringify(text.path.slice(0, -1)) === first);
    return [at(path, yaml.positionOf(position?.path ?? []), 'translation-missing', message, hint)];
  });
}

function checkExerciseTexts(files: ContentFiles, { path }: DataFile, locale: string): Problem[] {
  const { translations, missing } = listTranslations(files, folderOf(path), locale);
  const untranslated = missing.map((file) => {
    const message = `there is no ${file}, so readers get the text in the main language`;
    return at(path, START, 'translation-missing', message, `write ${file}`);
  });
  const outdated = translations.flatMap(({ path: file, original }) => {
    const record = readExerciseRecord(files, file);
    if (record === hashExerciseText(files, original)) return [];
    return record === undefined
      ? [
          at(
            file,
            START,
            'translation-unrecorded',
            `this translation does not say which state of ${original} it was made from`,
            `when it says what the original says, run npm run translated -- ${file}`,
          ),
        ]
      : [
          at(
            file,
            START,
            'translation-behind',
            `${original} changed since it was translated`,
            `translate what changed, then run npm run translated -- ${file}`,
          ),
        ];
  });
  return [...untranslated, ...outdated];
}

function at(file: string, position: Position, code: Code, message: string, hint: string): Problem {
  return { file, ...position, code, message, hint };
}
