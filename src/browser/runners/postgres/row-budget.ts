/** How much of what a run returns is kept; a page that should show a million rows would stand still. */

export interface RowBudget {
  /** Whether there is still room for a row, which is then taken. */
  takes(row: readonly (string | null)[]): boolean;
}

/** @param characters of all values together; without limits everything is kept */
export function createRowBudget(rows = Number.POSITIVE_INFINITY, characters = Number.POSITIVE_INFINITY): RowBudget {
  let [rowsLeft, charactersLeft] = [rows, characters];
  return {
    takes(row) {
      const size = row.reduce((sum, value) => sum + (value?.length ?? 4), 0);
      // One row is always shown, so that a single long value is not lost; nothing comes after what did not fit.
      if (rowsLeft < rows && size > charactersLeft) rowsLeft = 0;
      if (rowsLeft <= 0) return false;
      rowsLeft -= 1;
      charactersLeft -= size;
      return true;
    },
  };
}
