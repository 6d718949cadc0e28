/** A figure that was measured, and the table of many. */

export interface Figure {
  readonly what: string;
  readonly value: number;
  readonly unit: 's' | 'ms' | 'MB' | 'kB' | '%';
  /** What it may be at most, in the same unit. */
  readonly budget: number;
}

export function printFigures(figures: readonly Figure[]): string {
  const width = Math.max(...figures.map(({ what }) => what.length));
  const lines = figures.map(({ what, value, unit, budget }) => {
    const verdict = value <= budget ? '' : '  over budget';
    return `${what.padEnd(width)}  ${print(value)} ${unit.padEnd(2)}  ≤ ${print(budget)} ${unit}${verdict}`;
  });
  return lines.join('\n');
}

function print(value: number): string {
  return value.toFixed(value < 10 ? 2 : 0).padStart(8);
}
