/** The check as a whole: whatever the content is, it answers with problems that have a place, and never falls over. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createMemoryFiles, type MemoryFile } from '../files/memory-files.ts';
import { listKeys } from '../interface-keys.ts';
import { formatProblem, isError, type Problem } from '../problem.ts';
import { checkContent } from './check-content.ts';
import type { CheckedSite } from './checked-site.ts';

const SITE: CheckedSite = {
  base: '/',
  strictCode: true,
  strictIds: true,
  locales: { root: { label: 'English', lang: 'en', dir: 'ltr' }, es: { label: 'Español', lang: 'es', dir: 'ltr' } },
};
const WORDS = JSON.stringify(Object.fromEntries(listKeys('en').map((key) => [key, 'word'])));
const TODAY = new Date('2026-11-24');

/** Without the interface's words, which take longer to check than all that is written here. */
const checkFiles = (files: Record<string, MemoryFile>) =>
  checkContent(createMemoryFiles(files), SITE, { today: TODAY });

function check(files: Record<string, MemoryFile>): Problem[] {
  return checkFiles({ 'content/i18n/en.json': WORDS, 'content/i18n/es.json': WORDS, ...files });
}

const errorsOf = (files: Record<string, MemoryFile>) => check(files).filter(isError).map(formatProblem);
const page = (text: string) => ({ 'content/docs/a.md': text });

describe('bad input is told in one sentence each', () => {
  test.each<[name: string, files: Record<string, MemoryFile>]>([
    ['a byte order mark', page('\uFEFF---\nid: a\ntitle: A\n---\n\nText.\n')],
    ['Windows line ends', page('---\r\nid: a\r\ntitle: A\r\n---\r\n\r\n- [ ] Do ^do\r\n')],
    [
      'emoji in a title',
      page('---\nid: a\ntitle: "🐍 Snakes: \\"all\\" 👩‍👩‍👧"\n---\n\n## 🐍 Snakes\n\n[up](#-snakes)\n'),
    ],
    ['right-to-left text', page('---\nid: a\ntitle: مقدمة في بايثون\n---\n\n## القفل\n\n[up](#القفل)\n')],
  ])('%s is no problem', (_name, files) => {
    expect(errorsOf(files)).toEqual([]);
  });

  test.each<[name: string, files: Record<string, MemoryFile>, codes: string[]]>([
    ['not UTF-8', { 'content/docs/a.md': Buffer.from('---\nid: a\ntitle: Señal\n---\n', 'latin1') }, ['file-encoding']],
    ['tabs in the frontmatter', page('---\nid: a\ntitle: A\nverified:\n\tdate: 2026-11-24\n---\n'), ['yaml-syntax']],
    ['an empty file', page(''), ['file-empty']],
    ['5 MB', page(`---\nid: a\ntitle: A\n---\n${'text '.repeat(1024 * 1024)}`), ['file-size']],
    [
      'an unclosed fence in a card',
      { 'content/flashcards/a.txt': 'Id: a\nQ: What?\nA:\n```python\nx = 1\n' },
      ['card-fence-open'],
    ],
    [
      'two notes with one id',
      { 'content/docs/a.md': '---\nid: x\ntitle: A\n---\n', 'content/docs/b.md': '---\nid: x\ntitle: B\n---\n' },
      ['id-duplicate'],
    ],
    [
      'a name with spaces and upper case',
      { 'content/docs/The ORM.md': '---\nid: a\ntitle: A\n---\n\nText.\n' },
      ['file-name'],
    ],
    ['a link out of content', { 'content/docs/a.md': { linkTo: '/etc/passwd' } }, ['file-link']],
    ['YAML that is no mapping', page('---\n- a\n- b\n---\n'), ['value-invalid']],
    ['MDX that is cut off', { 'content/docs/a.mdx': '---\nid: a\ntitle: A\n---\n\n<Tabs>\n' }, ['mdx-syntax']],
  ])('%s', (_name, files, codes) => {
    expect(
      check(files)
        .filter(isError)
        .map(({ code }) => code),
    ).toEqual(codes);
  });

  test('a roadmap that names a note twice', () => {
    const item = (id: string) => `      - { id: ${id}, text: A, note: a }`;
    const roadmap = [
      'id: r',
      'title: R',
      'description: R',
      'stagesAre: days',
      'stages:',
      '  - id: one',
      '    title: One',
      '    items:',
      item('x'),
      item('y'),
    ].join('\n');
    const problems = check({ ...page('---\nid: a\ntitle: A\n---\n'), 'content/roadmaps/r.yaml': roadmap });
    expect(problems.filter(({ code }) => code === 'reference-repeated').map(formatProblem)).toMatchInlineSnapshot(`
      [
        "content/roadmaps/r.yaml:10:33  warning  reference-repeated  page "a" is named a second time
          take one of the two out, or name the part that is meant: page#part",
      ]
    `);
  });
});

describe('never falls over', () => {
  const noise = fc.string({
    unit: fc.constantFrom(
      ...'ab:-[]{}|>&*#"\'`~<>!()^=.,/\\ \n\n\t\r🐍é',
      '---\n',
      '```',
      'id: ',
      '- [ ] ',
      '](',
      '<a ',
    ),
    maxLength: 120,
  });
  const frontmatter = fc.oneof(
    noise,
    fc.json({ maxDepth: 2 }),
    fc
      .dictionary(
        fc.constantFrom(
          'id',
          'title',
          'level',
          'requires',
          'verified',
          'sources',
          'was',
          'wasItems',
          'translated',
          'minutes',
          'draft',
          'x',
        ),
        fc.json({ maxDepth: 2 }),
      )
      .map((data) =>
        Object.entries(data)
          .map(([key, value]) => `${key}: ${value}`)
          .join('\n'),
      ),
  );
  const cards = fc.string({
    unit: fc.constantFrom(
      'Q: ',
      'A: ',
      'Id: ',
      'Type: ',
      'Tags: ',
      'Link: ',
      'Was: ',
      'Deck: ',
      '\n',
      '\n\n',
      '```',
      'a',
      ' ',
      '{{c1::',
      '}}',
      '\r\n',
    ),
    maxLength: 60,
  });
  const data = fc.json({ maxDepth: 4 });

  test.each<[name: string, path: string, text: fc.Arbitrary<string>]>([
    ['Markdown', 'content/docs/es/a.md', noise],
    ['frontmatter', 'content/docs/a.md', frontmatter.map((text) => `---\n${text}\n---\n\nText.\n`)],
    ['MDX', 'content/docs/a.mdx', noise],
    ['cards', 'content/flashcards/a.txt', fc.oneof(cards, noise)],
    ['a roadmap', 'content/roadmaps/a.yaml', fc.oneof(data, noise)],
    ['an exercise', 'content/exercises/a/exercise.yaml', data],
    ['resources', 'content/resources.yaml', data],
    ['synonyms', 'content/search-synonyms.yaml', data],
    ['retired ids', 'content/retired.yaml', fc.oneof(data, noise)],
    ['interface words', 'content/i18n/en.json', fc.oneof(data, noise)],
  ])('over %s', (_name, path, text) => {
    fc.assert(
      fc.property(text, (written) => {
        const original = { 'content/docs/a.md': '---\nid: a\ntitle: A\n---\n\n- [ ] Do ^do\n' };
        for (const { line, column, message, hint } of checkFiles({ ...original, [path]: written })) {
          expect(Math.min(line, column)).toBeGreaterThanOrEqual(1);
          expect(message.length).toBeGreaterThan(0);
          expect(hint.length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 200 },
    );
  });
});
