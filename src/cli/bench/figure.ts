/** A figure that was measured, and the table of many. */

export interface Figure {
  readonly what: string;
  readonly value: number;
  readonly unit: 's' | 'ms' | 'MB' | 'kB' | '%' | '/s';
  /** What it may be at most, in the same unit; without one it is told only. */
  readonly budget?: number;
}

export function printFigures(figures: readonly Figure[]): string {
  const width = Math.max(...figures.map(({ what }) => what.length));
  const lines = figures.map(({ what, value, unit, budget }) => {
    const line = `${what.padEnd(width)}  ${print(value)} ${unit.padEnd(2)}`;
    if (budget === undefined) return line;
    return `${line}  ≤ ${print(budget)} ${unit}${value <= budget ? '' : '  over budget'}`;
  });
  return lines.join('\n');
}

function print(value: number): string {
  return value.toFixed(value < 10 ? 2 : 0).padStart(8);
}
