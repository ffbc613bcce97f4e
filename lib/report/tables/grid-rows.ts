import type { TableBlock, TableCell } from "../../document/document.ts";

/** A cell as a row of the grid sees it; `continued`: it began in a row above. */
export interface GridCell {
  cell: TableCell;
  continued: boolean;
}

/** A table's rows from top to bottom, each with its cells from left to right, merged cells standing in every row they cover. */
export function toGridRows(table: TableBlock): GridCell[][] {
  const rows: GridCell[][] = Array.from({ length: table.rows }, () => []);
  for (const cell of table.cells) {
    const end = Math.min(table.rows, cell.row + Math.max(1, cell.rowSpan));
    for (let row = cell.row; row < end; row++) rows[row]?.push({ cell, continued: row > cell.row });
  }
  for (const row of rows) row.sort((a, b) => a.cell.column - b.cell.column);
  return rows;
}
