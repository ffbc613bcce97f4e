import { limits } from "../limits.ts";
import { RejectionError } from "../rejection.ts";

/** A cell before it has its place: the spans that its attributes ask for (`rowSpan` 0: to the end of its group). */
export interface SpanningCell {
  rowSpan: number;
  columnSpan: number;
}

/** Where a cell came to stand. */
export interface PlacedCell {
  row: number;
  column: number;
  rowSpan: number;
  columnSpan: number;
}

/** A table with more columns than this owes them to senseless spans: columns in which no cell begins are left out. */
const mostColumns = 100;

/** How many of the ascending numbers are below `bound`. */
function countBelow(ascending: readonly number[], bound: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ascending[middle]! < bound) low = middle + 1;
    else high = middle;
  }
  return low;
}

function dropEmptyColumns(placed: readonly PlacedCell[]): number {
  const starts = [...new Set(placed.map(({ column }) => column))].sort((a, b) => a - b);
  const index = new Map(starts.map((column, at) => [column, at]));
  for (const cell of placed) {
    const end = countBelow(starts, cell.column + cell.columnSpan);
    cell.column = index.get(cell.column)!;
    cell.columnSpan = end - cell.column;
  }
  return starts.length;
}

/**
 * Places the cells of row groups (thead, tbody, tfoot: a row span ends with its group) on the grid, by the HTML standard's
 * algorithm with one difference: spans are cut where they would overlap another cell or reach past the last column in which
 * any cell begins, so that every position is covered at most once. `place` makes what is kept of a cell. Too many positions:
 * RejectionError `too-complex`.
 */
export function placeCells<C extends SpanningCell, P extends PlacedCell>(
  groups: readonly (readonly (readonly C[])[])[],
  place: (cell: C, row: number, column: number, rowSpan: number, columnSpan: number) => P,
): { placed: P[]; rows: number; columns: number } {
  const placed: P[] = [];
  let row = 0;
  let columns = 0;
  let steps = 0;
  for (const group of groups) {
    const groupEnd = row + group.length;
    /** For each column, the first row that no cell from above reaches. */
    const freeFrom: number[] = [];
    for (const cells of group) {
      let column = 0;
      for (const cell of cells) {
        for (; (freeFrom[column] ?? 0) > row; column++) steps++;
        const rowSpan = Math.min(cell.rowSpan === 0 ? groupEnd : cell.rowSpan, groupEnd - row);
        const furthest = column + Math.min(Math.max(1, cell.columnSpan), limits.span);
        const start = column;
        do freeFrom[column++] = row + rowSpan;
        while (column < furthest && (freeFrom[column] ?? 0) <= row);
        placed.push(place(cell, row, start, rowSpan, column - start));
        columns = Math.max(columns, start + 1);
        steps += column - start;
      }
      if (steps > limits.positions) throw new RejectionError("too-complex");
      row++;
    }
  }
  for (const cell of placed) cell.columnSpan = Math.min(cell.columnSpan, columns - cell.column);
  return { placed, rows: row, columns: columns > mostColumns ? dropEmptyColumns(placed) : columns };
}
