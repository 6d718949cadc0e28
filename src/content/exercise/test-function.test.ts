import { expect, test } from 'vitest';
import { readReason, readTestFunctions } from './test-function.ts';

test('tests are the functions at the margin whose names begin with test_', () => {
  const text = `import asyncio

@must_end
async def test_1_never_more_than_five(
) -> None:
    """Never more than five at once

    More words.
    """


def test_12_waits() -> None:  # at most a second
    r'Waits'


def test_nothing() -> None:
    assert """no docstring"""


def helper() -> None:
    """Helps"""
    def test_3_inner(): ...


class Tests:
    def test_2_method(self): ...
`;
  expect(readTestFunctions(text)).toEqual([
    { name: 'test_1_never_more_than_five', task: 1, title: 'Never more than five at once', line: 4 },
    { name: 'test_12_waits', task: 12, title: 'Waits', line: 12 },
    { name: 'test_nothing', task: undefined, title: undefined, line: 16 },
  ]);
});

test('a wrong answer says in its first line what is wrong', () => {
  expect(readReason('# a comment\n\n"""Counts twice.\n\nMore."""\n', 'python')).toBe('Counts twice.');
  expect(readReason('import os\n"""Not the first."""\n', 'python')).toBeUndefined();
  expect(readReason('-- Counts twice.\nSELECT 1;\n', 'sql')).toBe('Counts twice.');
  expect(readReason('SELECT 1; -- x\n', 'sql')).toBeUndefined();
});
