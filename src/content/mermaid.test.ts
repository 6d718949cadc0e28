import { describe, expect, test } from 'vitest';
import { findClickFaults, readMermaid } from './mermaid.ts';

const MAP = `%% alt: Locks lead to deadlocks.
graph TD
    accTitle: Map of the notes
    locks[Locks] --> dead[Deadlocks]
    click locks "./locks.md"
    click dead href "../db/deadlocks.md" "The note" _self`;

describe('a Mermaid fence', () => {
  test('is read with its words and its links, and is drawn without them', () => {
    expect(readMermaid(MAP)).toEqual({
      title: 'Map of the notes',
      alternative: 'Locks lead to deadlocks.',
      clicks: [
        { box: 'locks', url: './locks.md', line: 5 },
        { box: 'dead', url: '../db/deadlocks.md', line: 6 },
      ],
      drawing: 'graph TD\n    locks[Locks] --> dead[Deadlocks]',
    });
  });

  test('may say what it shows in Mermaid’s own words', () => {
    expect(readMermaid('sequenceDiagram\n  accDescr: A asks B.\n  A->>B: hi').alternative).toBe('A asks B.');
    expect(readMermaid('graph TD\n  accDescr:\n  a --> b').alternative).toBeUndefined();
  });

  test('keeps a box or an actor whose name begins like one of these words', () => {
    expect(readMermaid('sequenceDiagram\n  clicker->>B: hi').drawing).toContain('clicker');
  });
});

describe('a link of a box', () => {
  test('has no fault where the box is there', () => {
    expect(findClickFaults(MAP)).toEqual([]);
  });

  test('has a fault with its line and how to mend it', () => {
    const faults = [
      'graph TD\n  locks --> dead\n  click lock "./locks.md"',
      'graph TD\n  a --> b\n  click zebra "./locks.md"',
      'graph TD\n  a --> b\n  click a ./locks.md',
      'sequenceDiagram\n  A->>B: hi\n  click A "./locks.md"',
    ].flatMap(findClickFaults);
    expect(faults.map(({ line, message, hint }) => `${line}: ${message} (${hint})`)).toMatchInlineSnapshot(`
      [
        "3: the diagram has no box \`lock\` (did you mean locks?)",
        "3: the diagram has no box \`zebra\` (it has a, b)",
        "3: \`click a ./locks.md\` leads nowhere (write click, a box and a page: click locks "./locks.md")",
        "3: only boxes of a flowchart lead somewhere (take the line out)",
      ]
    `);
  });
});
