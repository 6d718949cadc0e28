import type { z } from 'astro/zod';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pageSchema } from '../kinds/page.ts';
import { createRoadmapSchema } from '../kinds/roadmap.ts';
import { validate } from './validate.ts';
import { readYaml } from './yaml-text.ts';

const say = (schema: z.ZodType, text: string) =>
  validate(schema, readYaml(text)).problems.map(
    ({ line, column, code, message, hint }) => `${line}:${column} ${code}: ${message} (${hint})`,
  );

test('unknown keys come with what was probably meant, also deep inside', () => {
  expect(
    say(pageSchema, 'title: A\nlevle: senior\nverified:\n  date: 2026-11-24\n  version: [CPython]\n  versions: [x]'),
  ).toMatchInlineSnapshot(`
      [
        "5:3 key-unknown: verified has no key "version" (did you mean versions?)",
        "2:1 key-unknown: this file has no key "levle" (did you mean level, title?)",
      ]
    `);
});

test('a key that is called otherwise here says how', () => {
  expect(say(pageSchema, 'title: A\ndifficulty: hard\nprerequisites: [a]')).toMatchInlineSnapshot(`
    [
      "2:1 key-renamed: "difficulty" is called level here (write level instead of difficulty)",
      "3:1 key-renamed: "prerequisites" is called requires here (write requires instead of prerequisites)",
    ]
  `);
});

test('missing keys, wrong values and ill-formed ids are named with their place', () => {
  const text = `id: Python/GIL
level: sennior
minutes: ten
order: 1.5
requires: [a/b, "A b"]
verified: { date: yesterday, versions: [] }
sources:
  - title: A
    url: example.org
    supports: x
  - title: B
    url: https://example.org`;
  expect(say(pageSchema, text)).toMatchInlineSnapshot(`
    [
      "1:1 key-missing: title is missing (add title: …)",
      "1:5 id-form: id is "Python/GIL" (write lower-case letters, digits, hyphens and slashes, such as python-internals/gil)",
      "4:8 value-invalid: order is 1.5 (write a whole number instead)",
      "2:8 value-invalid: level is "sennior" (did you mean senior? write beginner, intermediate or senior)",
      "3:10 value-invalid: minutes is "ten" (write a number instead)",
      "5:17 id-form: entry 2 of requires is "A b" (write lower-case letters, digits, hyphens and slashes, such as python-internals/gil)",
      "6:19 value-invalid: date is "yesterday" (write a day as 2026-11-24)",
      "6:40 value-invalid: versions is [] (give it an entry or more)",
      "9:10 value-invalid: url is "example.org" (write a whole address: https://example.org/page)",
      "11:5 key-missing: supports is missing (add supports: …)",
    ]
  `);
});

test('a roadmap’s texts are plain or by language, and its items lead somewhere', () => {
  const schema = createRoadmapSchema({ main: 'en', others: ['es'] });
  const good =
    'id: a\ntitle: A\ndescription: { en: B, es: C }\nstagesAre: days\nstages:\n  - id: one\n    title: One\n    items:\n      - { id: gil, text: The GIL, note: a/gil }';
  expect(say(schema, good)).toEqual([]);
  expect(validate(schema, readYaml(good)).data?.title).toEqual({ en: 'A' });
  expect(
    say(schema, good.replace('es: C', 'fr: C').replace('days', 'weeks').replace('id: gil, ', '')),
  ).toMatchInlineSnapshot(`
    [
      "3:23 key-unknown: description has no key "fr" (these are known: en, es)",
      "4:12 value-invalid: stagesAre is "weeks" (did you mean levels? write days, levels or phases)",
      "9:9 id-missing: this entry has no id (run npm run ids, or add id: …)",
    ]
  `);
  expect(validate(schema, readYaml(good.replace('id: gil, ', ''))).missing).toEqual([['stages', 0, 'items', 0, 'id']]);
});

test('YAML that cannot be read says where and why', () => {
  const texts = [
    'title: "a',
    'a: 1\n\tb: 2',
    'title: a: b',
    'title: 1\ntitle: 2',
    '- a\nb: 1',
    'title: *args',
    'a: [1',
    'a: @b',
  ];
  expect(texts.map((text) => [text, ...say(pageSchema, text).slice(0, 1)])).toMatchInlineSnapshot(`
    [
      [
        "title: "a",
        "1:10 yaml-syntax: a quote is never closed (look for a quote without its second one, here or above)",
      ],
      [
        "a: 1
    	b: 2",
        "2:1 yaml-syntax: a tab stands where the line is indented (indent with spaces: YAML takes no tabs)",
      ],
      [
        "title: a: b",
        "1:8 yaml-syntax: a second colon makes a key of this text (put the whole text in quotes: "…"; a key of its own starts in the column of its neighbors)",
      ],
      [
        "title: 1
    title: 2",
        "2:1 yaml-syntax: this key stands here a second time (keep one of the two)",
      ],
      [
        "- a
    b: 1",
        "2:1 yaml-syntax: something follows the end of this value (put the whole text in quotes: "…", or line it up with its neighbors)",
      ],
      [
        "title: *args",
        "1:8 yaml-syntax: *args is read as an alias, and nothing has that name (put a text that begins with * or & in quotes: "*args")",
      ],
      [
        "a: [1",
        "1:6 yaml-syntax: a bracket is not closed with ] (close it, or put a text that begins with a bracket in quotes: "[…")",
      ],
      [
        "a: @b",
        "1:4 yaml-syntax: a text cannot begin with @ unless it stands in quotes (put the whole text in quotes: "…")",
      ],
    ]
  `);
});

test('any text is data or a problem, and any data fits or says where it does not', () => {
  const yamlish = fc.string({ unit: fc.constantFrom(...'ab:- \n\t"\'{}[]&*!|>#%@`,?'), maxLength: 60 });
  const structured = fc.json({ maxDepth: 3 });
  fc.assert(
    fc.property(fc.oneof(yamlish, structured, fc.string()), (text) => {
      for (const schema of [pageSchema, createRoadmapSchema({ main: 'en', others: [] })] as readonly z.ZodType[]) {
        const yaml = readYaml(text);
        for (const { line, column, message } of validate(schema, yaml).problems) {
          expect(line).toBeGreaterThanOrEqual(1);
          expect(column).toBeGreaterThanOrEqual(1);
          expect(message).not.toBe('');
        }
      }
    }),
  );
});
