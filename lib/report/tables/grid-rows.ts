import type { TableBlock, TableCell } from "../../document/document.ts";
import { isPlain } from "../parse-figure.ts";
import { type Word, wordOf } from "./word.ts";

/** A cell as a row of the grid sees it; `continued`: it began in a row above. */
export interface GridCell {
  cell: TableCell;
  continued: boolean;
  /** What stands in it: nothing, a figure (or a placeholder), or words. */
  kind: "blank" | "figure" | "words";
  /** What its words mean; null where it has none. */
  word: Word | null;
}

/** What stands in a cell, before it is known in which rows. */
export function toGridCell(cell: TableCell, continued = false): GridCell {
  const { text } = cell;
  if (text === "") return { cell, continued, kind: "blank", word: null };
  if (isPlain(text)) return { cell, continued, kind: "figure", word: null };
  const word = wordOf(text);
  if (word.isFigure) return { cell, continued, kind: "figure", word: null };
  return word.isBlank ? { cell, continued, kind: "blank", word: null } : { cell, continued, kind: "words", word };
}

function isOrdered(row: readonly GridCell[]): boolean {
  for (let at = 1; at < row.length; at++) if (row[at]!.cell.column < row[at - 1]!.cell.column) return false;
  return true;
}

/** A table's rows from top to bottom, each with its cells from left to right, merged cells standing in every row they cover. */
export function toGridRows(table: TableBlock): GridCell[][] {
  const rows: GridCell[][] = Array.from({ length: table.rows }, () => []);
  for (const cell of table.cells) {
    const own = toGridCell(cell);
    rows[cell.row]?.push(own);
    const end = Math.min(table.rows, cell.row + cell.rowSpan);
    for (let row = cell.row + 1; row < end; row++) rows[row]!.push({ ...own, continued: true });
  }
  for (const row of rows) if (!isOrdered(row)) row.sort((a, b) => a.cell.column - b.cell.column);
  return rows;
}
