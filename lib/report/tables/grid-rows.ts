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
  /** Its text on one line. */
  shown: string;
}

/** What stands in a cell, before it is known in which rows. */
export function toGridCell(cell: TableCell): GridCell {
  const { text } = cell;
  if (text === "") return { cell, continued: false, kind: "blank", word: null, shown: "" };
  if (isPlain(text)) return { cell, continued: false, kind: "figure", word: null, shown: text };
  const word = wordOf(text);
  const { shown } = word;
  if (word.isFigure) return { cell, continued: false, kind: "figure", word: null, shown };
  if (word.isBlank) return { cell, continued: false, kind: "blank", word: null, shown };
  return { cell, continued: false, kind: "words", word, shown };
}

function isOrdered(row: readonly GridCell[]): boolean {
  for (let at = 1; at < row.length; at++) if (row[at]!.cell.column < row[at - 1]!.cell.column) return false;
  return true;
}

/**
 * A table's rows from top to bottom, each with its cells from left to right, merged cells standing in every row they cover.
 * `cells`: the table's own, in its order.
 */
export function toGridRows(table: TableBlock, cells: readonly GridCell[]): GridCell[][] {
  const rows: GridCell[][] = [];
  for (let row = 0; row < table.rows; row++) rows.push([]);
  for (const own of cells) {
    const { cell, kind, word, shown } = own;
    rows[cell.row]?.push(own);
    const end = Math.min(table.rows, cell.row + cell.rowSpan);
    for (let row = cell.row + 1; row < end; row++) rows[row]!.push({ cell, continued: true, kind, word, shown });
  }
  for (const row of rows) if (!isOrdered(row)) row.sort((a, b) => a.cell.column - b.cell.column);
  return rows;
}
