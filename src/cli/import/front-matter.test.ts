import { expect, test } from 'vitest';
import { readHead } from './front-matter.ts';

test('what has a place here is taken, the rest kept as it is', () => {
  const { head, body } = readHead(
    '---\ntitle: A title\nsummary: One sentence.\nlevel: senior\naliases: [One, Two]\ntags:\n  - a\ncreated: 2024-01-02\n---\nText',
  );
  expect(body).toBe('Text');
  expect(head).toEqual({
    title: 'A title',
    description: 'One sentence.',
    level: 'senior',
    order: undefined,
    isDraft: false,
    aliases: ['One', 'Two'],
    others: ['aliases:', '  - One', '  - Two', 'tags:', '  - a', 'created: 2024-01-02'],
    fault: undefined,
  });
});

test.each([
  ['title: [', ['title: [']],
  ['- a\n- b', ['- a', '- b']],
  ['level: hard', ['level: hard']],
])('of %j nothing is lost', (yaml, others) => {
  expect(readHead(`---\n${yaml}\n---\nText`).head.others).toEqual(others);
});

test('a head that cannot be read says why', () => {
  expect(readHead('---\ntitle: [\n---\n').head.fault).toMatch(/Flow sequence/);
  expect(readHead('---\njust words\n---\n').head.fault).toBe('it is no list of keys and values');
  expect(readHead('Text').head).toMatchObject({ title: undefined, fault: undefined, others: [] });
});
