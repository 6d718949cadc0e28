import { expect, test } from 'vitest';
import { check, explain } from './testing/explain.ts';

const PAGE = '-- content/docs/python/gil.md --\n---\nid: python/gil\ntitle: The GIL\n---\n\nOne lock.\n';
const question = (id: string, level: string, note = 'python/gil') =>
  `- { id: ${id}, question: Why?, level: ${level}, strong: [So], notes: [${note}] }\n`;
const bank = (...questions: readonly string[]) => `-- content/questions/python.yaml --\n${questions.join('')}`;
const interview = (...sections: readonly string[]) =>
  `-- content/interviews/a.yaml --\nid: a\ntitle: A\ndescription: B\nsections:\n${sections
    .map((section, index) => `  - { id: s${index}, title: T, minutes: 5, ${section} }\n`)
    .join('')}`;

test('question-area', () => {
  expect(explain('question-area')).toMatchInlineSnapshot(`
    "content/questions/pyton.yaml:1:1  error  question-area  "pyton" is no area, so nobody can choose these questions
        rename it python"
  `);
});

test('interview-section', () => {
  expect(explain('interview-section')).toMatchInlineSnapshot(`
    "content/interviews/screening-call.yaml:8:37  error  interview-section  the section "threads" draws 2 of 1 questions
        draw fewer, from more areas or notes or without a level; or write more in content/questions"
  `);
  const sections = interview(
    'draw: { areas: [pithon], count: 1 }',
    'draw: { notes: [python/gil], level: senior, count: 2 }',
    'draw: { count: 2 }',
    'coding: { tag: dynamic-programming, count: 1 }',
  );
  const questions = bank(question('a', 'senior'), question('b', 'beginner'));
  expect(check('interview-section', PAGE + questions + sections)).toMatchInlineSnapshot(`
    "content/interviews/a.yaml:5:52  error  interview-section  there is no area "pithon"
        write python
    content/interviews/a.yaml:6:88  error  interview-section  the section "s1" draws 2 of 1 questions
        draw fewer, from more areas or notes or without a level; or write more in content/questions
    content/interviews/a.yaml:8:80  error  interview-section  the section "s3" draws 1 of 0 exercises with the tag "dynamic-programming"
        add tags: [dynamic-programming] to exercises in Python that run in the page, or draw fewer"
  `);
});

test('value-invalid: a section of questions or of exercises, not both or neither', () => {
  const both = 'draw: { count: 1 }, coding: { tag: a, count: 1 }';
  const sections = interview(both, 'draw: { count: 0 }');
  expect(check('value-invalid', PAGE + bank(question('a', 'senior')) + sections)).toMatchInlineSnapshot(`
    "content/interviews/a.yaml:5:43  error  value-invalid  draw is {"count":1}
        give the section one of the two: draw, for questions, or coding, for exercises
    content/interviews/a.yaml:6:52  error  value-invalid  count is 0
        write more than 0"
  `);
});

test('key-missing: a section that asks nothing', () => {
  expect(check('key-missing', PAGE + interview('was: [b]'))).toMatchInlineSnapshot(`
    "content/interviews/a.yaml:5:5  error  key-missing  draw is missing
        give the section one of the two: draw, for questions, or coding, for exercises"
  `);
});

test('two questions of one area do not share an id, and lead to pages that are there', () => {
  const archive = PAGE + bank(question('a', 'senior'), question('a', 'senior', 'python/gill'));
  expect(check('id-duplicate', archive)).toMatchInlineSnapshot(`
    "content/questions/python.yaml:2:9  error  id-duplicate  the id "a" is that of line 1 too
        give one of them another, since readers’ progress is kept under it"
  `);
  expect(check('reference-unknown', archive)).toMatchInlineSnapshot(`
    "content/questions/python.yaml:2:65  error  reference-unknown  there is no page with the id "python/gill"
        did you mean python/gil?"
  `);
});

test('a question that was published is missed under its area', () => {
  const released = bank(question('old', 'senior')).replace('-- content', '-- v1.0.0:content');
  expect(check('id-vanished', PAGE + released + bank(question('older', 'senior')))).toMatchInlineSnapshot(`
    "content/questions/python.yaml:1:1  error  id-vanished  "question:python/old" was published in v1.0.0 and is gone, with all that readers keep under it
        if it is "question:python/older" now, add \`was: [old]\` beside its id; if it is gone for good, add \`- "question:python/old"\` to content/retired.yaml"
  `);
});
