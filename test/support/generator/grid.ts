import type { CellPath, TableName } from "../../../lib/forms/form.ts";

export type Role = "heading" | "header" | "note" | "label" | "group" | "figure" | "filler";

/** A cell of a printed table; a merged cell stands once, with its spans. */
export interface GridCell {
  text: string;
  row: number;
  column: number;
  rowSpan: number;
  columnSpan: number;
  role: Role;
  path?: CellPath;
}

/** A printed table before it takes a format. */
export interface Grid {
  table: TableName;
  rows: number;
  columns: number;
  /** Rows from the top that a typesetter would repeat on the next page. */
  headerRows: number;
  /** Columns from the left that hold labels; absent: none. */
  labelColumns: number;
  cells: GridCell[];
}

/** The cells of each row that begin in it, from the left. */
export function rowsOf(grid: Grid): GridCell[][] {
  const rows: GridCell[][] = Array.from({ length: grid.rows }, () => []);
  for (const cell of grid.cells) rows[cell.row]!.push(cell);
  for (const row of rows) row.sort((a, b) => a.column - b.column);
  return rows;
}

/** Every position of the grid: the cell that covers it and whether the cell begins there. */
export function positionsOf(grid: Grid): ({ cell: GridCell; begins: boolean } | undefined)[][] {
  const positions: ({ cell: GridCell; begins: boolean } | undefined)[][] = Array.from({ length: grid.rows }, () =>
    Array.from({ length: grid.columns }),
  );
  for (const cell of grid.cells) {
    for (let r = 0; r < cell.rowSpan; r++) {
      for (let c = 0; c < cell.columnSpan; c++) {
        positions[cell.row + r]![cell.column + c] = { cell, begins: r === 0 && c === 0 };
      }
    }
  }
  return positions;
}
