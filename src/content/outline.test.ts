import { describe, expect, test } from 'vitest';
import { type OutlineItem, outlineOf } from './outline.ts';

/** One line a box, indented by where it lies. */
function show(items: readonly OutlineItem[] | undefined, indent = ''): string[] | undefined {
  return items?.flatMap(({ label, after, items: below }) => [
    `${indent}${label}${after.length > 0 ? ` after ${after.join(', ')}` : ''}`,
    ...(show(below, `${indent}  `) ?? []),
  ]);
}

describe('the outline of a flowchart', () => {
  test('has each box once, in the order of the fence, below the one that leads there', () => {
    const drawing = 'graph TD\n  sql[The SQL] --> joins\n  sql --> plans[Plans]\n  joins --> views\n  other';
    expect(show(outlineOf(drawing))).toEqual(['The SQL', '  joins', '    views', '  Plans', 'other']);
  });

  test('puts a box below the last of those that lead there, and names the others', () => {
    const drawing = 'graph TD\n  a --> b\n  b --> d\n  c --> d\n  e[Else] --> d';
    expect(show(outlineOf(drawing))).toEqual(['a', '  b', '    d after c, Else', 'c', 'Else']);
  });

  test('does not name what one passes on the way', () => {
    expect(show(outlineOf('graph LR\n  a --> b\n  b --> c\n  a -->|also| c'))).toEqual(['a', '  b', '    c']);
  });

  test('chooses the first of two that are as deep', () => {
    expect(show(outlineOf('graph LR\n  a --> c\n  b --> c'))).toEqual(['a', '  c after b', 'b']);
  });

  test('is none where boxes lead round', () => {
    expect(outlineOf('graph LR\n  a --> b\n  b --> a')).toBeUndefined();
    expect(outlineOf('graph LR\n  a --> a')).toBeUndefined();
  });
});
