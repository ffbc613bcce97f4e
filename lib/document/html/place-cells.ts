import { limits } from "../limits.ts";

/** A cell before it has its place: the spans that its attributes ask for (`rowSpan` 0: to the end of its group). */
export interface SpanningCell {
  rowSpan: number;
  columnSpan: number;
}

export interface PlacedCell<C> {
  cell: C;
  row: number;
  column: number;
  rowSpan: number;
  columnSpan: number;
}

/**
 * Places the cells of row groups (thead, tbody, tfoot: a row span ends with its group) on the grid, by the HTML standard's
 * algorithm with one difference: spans are cut where they would overlap another cell or reach past the last column in which
 * any cell begins, so that every position is covered at most once.
 */
export function placeCells<C extends SpanningCell>(
  groups: readonly (readonly (readonly C[])[])[],
): {
  placed: PlacedCell<C>[];
  rows: number;
  columns: number;
} {
  const placed: PlacedCell<C>[] = [];
  let row = 0;
  let columns = 0;
  for (const group of groups) {
    const groupEnd = row + group.length;
    /** For each column, the first row that no cell from above reaches. */
    const freeFrom: number[] = [];
    for (const cells of group) {
      let column = 0;
      for (const cell of cells) {
        while ((freeFrom[column] ?? 0) > row) column++;
        if (column >= limits.columns) break;
        const rowSpan = Math.min(cell.rowSpan === 0 ? groupEnd : cell.rowSpan, groupEnd - row);
        const furthest = Math.min(column + Math.max(1, cell.columnSpan), limits.columns);
        const start = column;
        do freeFrom[column++] = row + rowSpan;
        while (column < furthest && (freeFrom[column] ?? 0) <= row);
        placed.push({ cell, row, column: start, rowSpan, columnSpan: column - start });
        columns = Math.max(columns, start + 1);
      }
      row++;
    }
  }
  for (const cell of placed) cell.columnSpan = Math.min(cell.columnSpan, columns - cell.column);
  return { placed, rows: row, columns };
}
