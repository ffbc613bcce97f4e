import type { TableBlock } from "../../document/document.ts";
import { columnIndexes } from "./cues.ts";
import type { GridCell } from "./grid-rows.ts";

/** So many labels of part three's rows side by side, or of part four's outcomes one below the other, are no accident. */
const leastRows = 10;
const leastOutcomes = 4;

/** The form's outcomes, and its rows, as bits. */
const outcomes = [...new Set(columnIndexes.proceedings.values())];

function countBits(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
  return count;
}

/** The most kinds of label on one line, where each line's are given as bits. */
const most = (lines: readonly number[]): number =>
  lines.reduce((least, bits) => Math.max(least, countBits(bits ?? 0)), 0);

/** Whether the form's rows are printed as columns, and its columns as rows. */
function isTurned(table: TableBlock, cells: readonly GridCell[]): boolean {
  const outcomesDown: number[] = [];
  const proceedingsAcross: number[] = [];
  const applicationsAcross: number[] = [];
  const add = (lines: number[], line: number, bit: number) => {
    if (bit >= 0) lines[line] = (lines[line] ?? 0) | (1 << bit);
  };
  const mayHoldApplications = table.columns >= leastRows;
  for (const { word, cell } of cells) {
    if (word === null || !word.hasHan) continue;
    const { row, column } = cell;
    const outcome = word.columnIn("proceedings");
    if (outcome !== undefined) add(outcomesDown, column, outcomes.indexOf(outcome));
    add(proceedingsAcross, row, word.rowIn("proceedings"));
    if (mayHoldApplications) add(applicationsAcross, row, word.rowIn("applications"));
  }
  if (most(outcomesDown) >= leastOutcomes) return most(proceedingsAcross) >= 2;
  return mayHoldApplications && most(applicationsAcross) >= leastRows;
}

/**
 * Whether a block of part two is turned: right of its 信息内容 stand its rows, below it its columns. Several blocks in one table
 * cannot be turned as one.
 */
function isTurnedBlock(cells: readonly GridCell[]): boolean {
  const corners = cells.filter(({ word }) => word?.key === "信息内容");
  if (corners.length !== 1) return false;
  const { row, column } = corners[0]!.cell;
  const words = cells.filter(({ word, cell }) => word !== null && cell.row >= row && cell.column >= column);
  const right = words.filter(({ cell }) => cell.row === row && cell.column > column);
  const below = words.filter(({ cell }) => cell.column === column && cell.row > row);
  return (
    right.length > 0 &&
    right.every(({ word }) => word!.rowIn("disclosure") >= 0 && word!.columnIn("disclosure") === undefined) &&
    below.length > 0 &&
    below.every(({ word }) => word!.columnIn("disclosure") !== undefined)
  );
}

/** Whether a row of figures has more or fewer cells than others: in a turned table all behind the gap are other rows'. */
export function isRagged({ rows }: TableBlock, cells: readonly GridCell[]): boolean {
  const ends = new Array<number>(rows).fill(0);
  const hasFigures = new Set<number>();
  // Blank cells at a row's end are no sign of a gap in another.
  let filled = 0;
  for (const { kind, cell } of cells) {
    const { row, rowSpan, column, columnSpan } = cell;
    if (kind === "figure") hasFigures.add(row);
    if (kind !== "blank") filled = Math.max(filled, column + columnSpan);
    for (let at = row; at < Math.min(rows, row + rowSpan); at++) ends[at] = Math.max(ends[at]!, column + columnSpan);
  }
  return [...hasFigures].some((row) => ends[row]! < filled);
}

/** A table whose rows are the form's columns, turned as the form prints it; null for any other. `cells`: the table's own. */
export function turnTable(table: TableBlock, cells: readonly GridCell[]): TableBlock | null {
  if (table.grid !== "ruled" || !(isTurned(table, cells) || isTurnedBlock(cells))) return null;
  const turned = table.cells
    .map((cell) => ({
      ...cell,
      row: cell.column,
      column: cell.row,
      rowSpan: cell.columnSpan,
      columnSpan: cell.rowSpan,
    }))
    .sort((a, b) => a.row - b.row || a.column - b.column);
  return { ...table, rows: table.columns, columns: table.rows, cells: turned };
}
