import { type Grid, type GridCell, positionsOf, rowsOf } from "./grid.ts";
import { type CellDress, dressCell, dressVertical } from "./html-cell.ts";
import type { Random } from "./random.ts";

/** The shape of a table's markup. */
export interface TableDress {
  cell: CellDress;
  /** Header rows in thead (with th), or all rows alike. */
  head: "thead" | "none" | "th";
  vertical: "br" | "writing-mode" | "none";
  /** End tags of cells and rows that HTML lets people leave out. */
  omitEndTags: boolean;
  /** Header rows again in the middle of the table, as tables pasted from two pages have them. */
  repeatHeader: boolean;
  /** Merged cells reach further than the table (browsers clamp them). */
  wideSpans: boolean;
  /** Hidden rows, columns and text that no reader sees. */
  hidden: boolean;
  /** `expanded`: no merged cells at all, empty ones in their stead. */
  spans: "merged" | "expanded";
}

export const plainTable: TableDress = {
  cell: "bare",
  head: "none",
  vertical: "none",
  omitEndTags: false,
  repeatHeader: false,
  wideSpans: false,
  hidden: false,
  spans: "merged",
};

/** The table with a cell at every position, empty where a merged one reached. */
function expandSpans(grid: Grid): Grid {
  const cells = positionsOf(grid).flatMap((positions, row) =>
    positions.flatMap((position, column): GridCell[] => {
      if (position?.begins) return [{ ...position.cell, rowSpan: 1, columnSpan: 1 }];
      return [{ text: "", row, column, rowSpan: 1, columnSpan: 1, role: "filler" }];
    }),
  );
  return { ...grid, cells };
}

function writeCell(cell: GridCell, dress: TableDress, random: Random): string {
  const isHead = cell.role === "header" || cell.role === "note";
  const tag = dress.head !== "none" && isHead ? "th" : "td";
  const isWhole = dress.wideSpans && cell.role === "heading";
  const columnSpan = isWhole ? ' colspan="40"' : cell.columnSpan > 1 ? ` colspan="${cell.columnSpan}"` : "";
  const rowSpan = cell.rowSpan > 1 ? ` rowspan=${cell.rowSpan}` : "";
  const hidden =
    dress.hidden && cell.role === "figure" && random.chance(0.1) ? '<span style="display:none">99</span>' : "";
  const inner = dressVertical(cell, dress.vertical) ?? dressCell(cell, dress.cell, random);
  const end = dress.omitEndTags && !isHead ? "" : `</${tag}>`;
  return `<${tag}${columnSpan}${rowSpan}>${inner}${hidden}${end}`;
}

/** Where the header may be printed again: a row that no merged cell crosses. */
function repeatAt(grid: Grid): number {
  if (grid.headerRows === 0) return -1;
  const isCut = (row: number) => grid.cells.some((cell) => cell.row < row && cell.row + cell.rowSpan > row);
  for (let row = grid.headerRows + 1; row < grid.rows; row++) if (!isCut(row)) return row;
  return -1;
}

/** A table's rows as markup, without the table's own tags. */
export function writeRows(given: Grid, dress: TableDress, random: Random): string {
  const grid = dress.spans === "expanded" ? expandSpans(given) : given;
  const rows = rowsOf(grid).map((row) => {
    const cells = row.map((cell) => writeCell(cell, dress, random)).join("\n");
    return `<tr>${cells}${dress.omitEndTags ? "" : "</tr>"}`;
  });
  const header = rows.slice(0, grid.headerRows);
  const again = repeatAt(grid);
  if (dress.repeatHeader && again > 0) rows.splice(again, 0, ...header);
  if (dress.hidden)
    rows.splice(
      grid.headerRows,
      0,
      '<tr style="display:none"><td>一、本年新收政府信息公开申请数量</td><td>77</td></tr>',
    );
  if (dress.head !== "thead" || grid.headerRows === 0) return `<tbody>${rows.join("\n")}</tbody>`;
  return `<thead>${header.join("\n")}</thead><tbody>${rows.slice(grid.headerRows).join("\n")}</tbody>`;
}
