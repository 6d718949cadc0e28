/** Every item of our roadmaps leads somewhere that is there: to where it is taught or practiced here, or to a reading that we keep. */
import path from 'node:path';
import { expect, test } from 'vitest';
import site from '../../site.config.ts';
import { checkContent } from '../../src/content/check/check-content.ts';
import { foldersOf, languagesOf } from '../../src/content/check/checked-site.ts';
import { openDiskFiles } from '../../src/content/files/disk-files.ts';
import { readPages } from '../../src/content/page.ts';
import { readResources } from '../../src/content/resource-file.ts';
import { readRoadmaps } from '../../src/content/roadmap-file.ts';

const files = openDiskFiles(path.resolve(import.meta.dirname, '../..'));
const roadmaps = readRoadmaps(files, languagesOf(site));
const resources = readResources(files, languagesOf(site));
const published = new Set(
  readPages(files, foldersOf(site))
    .filter(({ isDraft }) => !isDraft)
    .map(({ id }) => id.id),
);
const withoutHash = (url: string) => url.split('#')[0] ?? url;
const addresses = resources.map(({ url }) => withoutHash(url));

/** Items that send readers elsewhere, by why: a reading of the list of resources is their home. Nothing else may do so. */
const READINGS: Readonly<Record<string, readonly string[]>> = {
  'a book, a course or a site to read': [
    'study-freecodecamp',
    'follow-datacamp-tutorial',
    'read-fastapi-docs',
    'read-practical-backend-programming',
    'read-django-for-professionals',
    'read-django-docs',
    'follow-pep-8',
    'read-pep-20',
  ],
  'advice on work with others, which no note can stand for': [
    'follow-framework-demand',
    'finish-twelve-projects',
    'contribute-to-open-source',
    'mentor-others',
    'lead-a-project',
    'read-good-code',
    'join-a-community',
    'write-about-it',
    'review-code',
    'pair-program',
  ],
  'a first step with Django or FastAPI: their own tutorials are better than ours would be': [
    'install-fastapi',
    'run-first-server',
    'document-schema-examples',
    'install-django',
    'explain-project-structure',
    'map-urls-to-views',
    'set-up-admin',
    'write-class-based-views',
    'use-generic-views',
    'build-forms',
    'validate-forms',
    'customize-user-model',
  ],
  'a tool whose manual is what there is to know': [
    'format-with-black',
    'lint-with-flake8',
    'document-with-sphinx',
    'document-with-mkdocs',
    'write-docstrings',
  ],
};
const readings = new Set(Object.values(READINGS).flat());

const items = roadmaps.flatMap(({ id: roadmap, stages }) =>
  stages
    .flatMap(({ items = [], sections = [] }) => [...items, ...sections.flatMap((section) => section.items)])
    .map((item) => ({ ...item, place: `${roadmap}#${item.id}` })),
);

test('there are three roadmaps, and what their items name exists, down to the section', () => {
  expect(roadmaps.map(({ id }) => id)).toEqual(['sprint', 'two-levels', 'zero-to-senior']);
  const dead = checkContent(files, site, { today: new Date() }).filter(
    ({ file, code }) => file.startsWith('content/roadmaps/') && code === 'reference-unknown',
  );
  expect(dead).toEqual([]);
});

test('every item leads to a note, an exercise or a project, or is named here as a reading', () => {
  const isTaught = ({ note, exercise, project, interview }: (typeof items)[number]) =>
    (note !== undefined && published.has(note.split('#')[0] ?? '')) || exercise || project || interview;
  expect(items.filter((item) => !isTaught(item) && !readings.has(item.id)).map(({ place }) => place)).toEqual([]);
});

test('a reading is in the list of resources, and so is every other address that a roadmap names', () => {
  const homeless = items.filter(({ url }) => url !== undefined && !addresses.includes(withoutHash(url)));
  expect(homeless.map(({ place, url }) => `${place} ${url}`)).toEqual([]);
  expect(items.filter(({ id, url }) => readings.has(id) && url === undefined).map(({ place }) => place)).toEqual([]);
});

test('no exception outlives its item, and no resource stands there twice', () => {
  const ids = new Set(items.filter(({ note, exercise }) => !note && !exercise).map(({ id }) => id));
  expect([...readings].filter((id) => !ids.has(id))).toEqual([]);
  expect(addresses.filter((url, index) => addresses.indexOf(url) !== index)).toEqual([]);
});

test('what is known to be gone or out of date is not recommended', () => {
  const former = [...resources, ...items].flatMap(({ formerUrl }) => formerUrl ?? []);
  expect(addresses.filter((url) => former.includes(url))).toEqual([]);
  expect(addresses.filter((url) => /djangoproject\.com\/en\/[0-5]\.|feldroy\.com|encode\//.test(url))).toEqual([]);
});
