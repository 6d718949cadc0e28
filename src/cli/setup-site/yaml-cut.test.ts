import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { cutYaml, type Extent } from './yaml-cut.ts';

/** Cuts where the text says it. */
function cut(text: string, places: readonly string[], extent: Extent = 'entry') {
  return cutYaml(
    text,
    places.map((place) => ({ at: text.indexOf(place), extent })),
  );
}

const ROADMAP = `# A path.
id: path
title: { en: Path, es: Camino, pt-br: Caminho } # the name
stages:
  - id: first
    items:
      # Begin here.
      - id: a
        text:
          en: Read
          es: Leer
        note: x/a
      - { id: b, note: x/b }
  - id: second
    items: [{ id: c, note: x/c }]
tags: [one, two, three]
`;

test('the rest of the text stays as it is written', () => {
  expect(cut(ROADMAP, ['two', 'es: Leer', 'es: Camino'])).toBe(
    ROADMAP.replace(' two,', '').replace('          es: Leer\n', '').replace(' es: Camino,', ''),
  );
});

test('the last one takes the comma before it along', () => {
  expect(cut('tags: [one, two, three]\n', ['two', 'three'])).toBe('tags: [one]\n');
});

test('an element goes with all that it says, and what is empty then with it', () => {
  expect(parse(cut(ROADMAP, ['x/a', 'x/c'], 'element') ?? '')).toEqual({
    id: 'path',
    title: { en: 'Path', es: 'Camino', 'pt-br': 'Caminho' },
    stages: [{ id: 'first', items: [{ id: 'b', note: 'x/b' }] }, { id: 'second' }],
    tags: ['one', 'two', 'three'],
  });
});

test('a list of which nothing is left takes its element along', () => {
  const text = '- id: a\n  draw: { notes: [x, y], count: 3 }\n- id: b\n  draw: { notes: [x, z], count: 3 }\n';
  const places = [text.indexOf('x'), text.indexOf('y'), text.lastIndexOf('x')];
  const cuts = places.map((at) => ({ at, extent: 'entry' }) as const);
  expect(cutYaml(text, cuts, 'element')).toBe('- id: b\n  draw: { notes: [z], count: 3 }\n');
  expect(cutYaml('id: a\nnotes: [x]\n', [{ at: 14, extent: 'entry' }], 'element')).toBeUndefined();
  expect(cutYaml('id: a\nnotes: [x]\n', [{ at: 14, extent: 'entry' }])).toBe('id: a\n');
});

test('what lies within something that goes is not cut twice', () => {
  const text = '- id: a\n  notes: [x, y]\n- id: b\n';
  expect(
    cutYaml(text, [
      { at: text.indexOf('x'), extent: 'entry' },
      { at: text.indexOf('id: a'), extent: 'element' },
    ]),
  ).toBe('- id: b\n');
});

test('the first key of an element leaves its dash', () => {
  expect(cut('- id: a\n  note: b\n- id: c\n', ['id: a'])).toBe('- note: b\n- id: c\n');
});

test('where nothing is left there is no text', () => {
  expect(cut('- a\n- b\n', ['a', 'b'])).toBeUndefined();
  expect(cut('id: a\n', ['a'], 'element')).toBeUndefined();
});

test('whatever is cut, what is left reads as without it', () => {
  const names = fc.uniqueArray(fc.stringMatching(/^[a-z]{3,6}$/), { minLength: 2, maxLength: 6 });
  fc.assert(
    fc.property(names, fc.boolean(), fc.boolean(), (list, isFlow, isNested) => {
      const [gone = '', ...left] = list;
      const value = isNested ? { first: 1, list, last: 2 } : list;
      const text = stringify(value, isFlow ? { collectionStyle: 'flow' } : {});
      const at = isNested ? text.indexOf(gone, text.indexOf('list')) : text.indexOf(gone);
      fc.pre(
        !list.some((name) => name !== gone && (name.includes(gone) || gone.includes(name))) &&
          !'firstlistlast'.includes(gone),
      );
      const rest = cutYaml(text, [{ at, extent: 'entry' }]) ?? '';
      expect(parse(rest)).toEqual(isNested ? { first: 1, list: left, last: 2 } : left);
    }),
  );
});
