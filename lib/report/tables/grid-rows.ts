import type { TableBlock, TableCell } from "../../document/document.ts";
import { isFigureText } from "../parse-figure.ts";

/** A cell as a row of the grid sees it; `continued`: it began in a row above. */
export interface GridCell {
  cell: TableCell;
  continued: boolean;
  /** What stands in it: nothing, a figure (or a placeholder), or words. */
  kind: "blank" | "figure" | "words";
}

function kindOf(text: string): GridCell["kind"] {
  if (text === "" || text.trim() === "") return "blank";
  return isFigureText(text) ? "figure" : "words";
}

function isOrdered(row: readonly GridCell[]): boolean {
  for (let at = 1; at < row.length; at++) if (row[at]!.cell.column < row[at - 1]!.cell.column) return false;
  return true;
}

/** A table's rows from top to bottom, each with its cells from left to right, merged cells standing in every row they cover. */
export function toGridRows(table: TableBlock): GridCell[][] {
  const rows: GridCell[][] = Array.from({ length: table.rows }, () => []);
  for (const cell of table.cells) {
    const end = Math.min(table.rows, cell.row + Math.max(1, cell.rowSpan));
    const kind = kindOf(cell.text);
    for (let row = cell.row; row < end; row++) rows[row]?.push({ cell, continued: row > cell.row, kind });
  }
  for (const row of rows) if (!isOrdered(row)) row.sort((a, b) => a.cell.column - b.cell.column);
  return rows;
}
