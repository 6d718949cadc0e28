import { expect, test } from 'vitest';
import { findTyped, writeSide } from './anki-template.ts';

const FIELDS = new Map([
  ['Front', 'A {{Back}}?'],
  ['Back', 'B'],
  ['Empty', '<br>'],
  ['Picture', '<img src="a.png">'],
]);

test.each([
  ['Capital of {{Front}}', 'Capital of A {{Back}}?'],
  ['{{ Front }}{{hint:Back}}{{furigana:text:Back}}', 'A {{Back}}?BB'],
  ['{{FrontSide}}{{Tags}}{{Back}}', 'B'],
  ['{{#Back}}yes{{/Back}}{{^Back}}no{{/Back}}', 'yes'],
  ['{{#Empty}}yes{{/Empty}}{{^Empty}}no{{/Empty}}', 'no'],
  ['{{#Picture}}yes{{/Picture}}', 'yes'],
  ['{{#Back}}a{{#Empty}}b{{/Empty}}c{{/Back}}', 'ac'],
  ['{{^Empty}}a{{#Back}}b{{/Back}}{{/Empty}}', 'ab'],
  ['{{#Back}}never closed', 'never closed'],
  ['<!-- {{Back}} -->x', 'x'],
])('%j shows %j', (template, shown) => {
  expect(writeSide(template, { fields: FIELDS })).toBe(shown);
});

test('fields of some filters stay out', () => {
  const side = '{{cloze:Back}}{{type:cloze:Back}}{{type:Back}}{{Back}}';
  expect(writeSide(side, { fields: FIELDS, without: ['cloze'] })).toBe('BB');
  expect(writeSide(side, { fields: FIELDS, without: ['type'] })).toBe('BB');
});

test.each([
  ['{{Front}} {{type:Back}}', 'Back'],
  ['{{type:nc: Back }}', 'Back'],
  ['{{type:cloze:Text}}', undefined],
  ['{{Front}}', undefined],
])('on %j is typed %j', (template, field) => {
  expect(findTyped(template)).toBe(field);
});
