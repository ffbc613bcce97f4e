import type { Grid } from "./find-grids.ts";

const near = 4.6;

/**
 * Gives a table's part on a page the outer columns that it has on the page before: where one merged cell fills such a column,
 * no rule on this page reaches its edge. Answers the grid itself where nothing is missing.
 */
export function widenGrid(grid: Grid, columnCuts: readonly number[]): Grid {
  const known = grid.columnCuts.filter((cut) => columnCuts.some((other) => Math.abs(other - cut) <= near));
  if (known.length < 3 || known.length < 0.7 * grid.columnCuts.length) return grid;
  const left = columnCuts[0]! < grid.columnCuts[0]! - near ? [columnCuts[0]!] : [];
  const right = columnCuts.at(-1)! > grid.columnCuts.at(-1)! + near ? [columnCuts.at(-1)!] : [];
  if (left.length + right.length === 0) return grid;
  const rows = grid.rowCuts.length - 1;
  const columns = grid.columnCuts.length - 1 + left.length + right.length;
  const cells = grid.cells.map((cell) => ({ ...cell, column: cell.column + left.length }));
  if (left.length > 0) cells.push({ row: 0, column: 0, rowSpan: rows, columnSpan: 1 });
  if (right.length > 0) cells.push({ row: 0, column: columns - 1, rowSpan: rows, columnSpan: 1 });
  const owners = new Int32Array(rows * columns);
  cells.forEach((cell, index) => {
    for (let row = cell.row; row < cell.row + cell.rowSpan; row++) {
      owners.fill(index, row * columns + cell.column, row * columns + cell.column + cell.columnSpan);
    }
  });
  const cuts = [...left, ...grid.columnCuts, ...right];
  const open = [...left.map(() => true), ...grid.open, ...right.map(() => true)];
  return { ...grid, open, box: { ...grid.box, x0: cuts[0]!, x1: cuts.at(-1)! }, columnCuts: cuts, cells, owners };
}
