import type { FilledCell } from "./fill-grid.ts";

const least = 4;
const letters = /^[A-Z]{1,2}$/;
const numbers = /^\d{1,5}$/;

/**
 * Whether a table's first row and first column are the letters and numbers that spreadsheets print around a sheet if asked to:
 * most of them in order, nothing else to speak of.
 */
export function hasSheetHeadings(cells: readonly FilledCell[]): boolean {
  const top = cells.filter((cell) => cell.row === 0 && cell.column > 0).sort((a, b) => a.column - b.column);
  const side = cells.filter((cell) => cell.column === 0 && cell.row > 0).sort((a, b) => a.row - b.row);
  const own = (cell: FilledCell) => cell.text.split("\n")[0]!;
  const isTop = countSteps(top.map((cell) => (letters.test(own(cell)) ? toColumn(own(cell)) : Number.NaN)));
  const isSide = countSteps(side.map((cell) => (numbers.test(own(cell)) ? Number(own(cell)) : Number.NaN)));
  return isTop >= least && isTop > 0.7 * (top.length - 1) && isSide >= 1 && isSide > 0.7 * (side.length - 1);
}

/** How many of the values are one more than the one before. */
const countSteps = (values: readonly number[]): number =>
  values.filter((value, index) => index > 0 && value === values[index - 1]! + 1).length;

const toColumn = (name: string): number => [...name].reduce((sum, letter) => 26 * sum + letter.charCodeAt(0) - 64, 0);

/** The cells of the sheet itself, numbered from its own first row and column. */
export function dropSheetHeadings(cells: readonly FilledCell[]): FilledCell[] {
  return cells
    .filter((cell) => cell.row + cell.rowSpan > 1 && cell.column + cell.columnSpan > 1)
    .map((cell) => ({
      ...cell,
      row: Math.max(0, cell.row - 1),
      column: Math.max(0, cell.column - 1),
      rowSpan: cell.row === 0 ? cell.rowSpan - 1 : cell.rowSpan,
      columnSpan: cell.column === 0 ? cell.columnSpan - 1 : cell.columnSpan,
    }));
}
