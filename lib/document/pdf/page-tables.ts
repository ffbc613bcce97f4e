import type { Place } from "../document.ts";
import { closeGaps, widestGap } from "./close-gaps.ts";
import type { DrawnStrings } from "./drawn-strings.ts";
import { dropSheetHeadings, hasSheetHeadings } from "./drop-sheet-headings.ts";
import { type FilledCell, fillGrid } from "./fill-grid.ts";
import type { Grid } from "./find-grids.ts";
import { type Box, between, type Item, isInside } from "./geometry.ts";
import type { Line } from "./page-lines.ts";

/** A cell on its way to a TableCell. `room`: what its longest line leaves free of its width, in ems. */
export interface DraftCell {
  row: number;
  column: number;
  rowSpan: number;
  columnSpan: number;
  text: string;
  room: number;
  location: Place;
}

/** A table on its way to a TableBlock; `columnCuts` are the x of its column bounds on the page read last. */
export interface DraftTable {
  kind: "table";
  box: Box;
  page: number;
  columnCuts: number[];
  rows: number;
  cells: DraftCell[];
  location: Place;
}

/** Reads the tables of one page; what stands outside them is `free`. Text in nested tables belongs to the innermost. */
export function readPageTables(
  page: number,
  grids: readonly Grid[],
  items: readonly Item[],
  lines: readonly Line[],
  strings?: () => DrawnStrings,
): { tables: DraftTable[]; free: Item[] } {
  const area = (grid: Grid) => (grid.box.x1 - grid.box.x0) * (grid.box.y1 - grid.box.y0);
  const sorted = [...grids].sort((a, b) => area(a) - area(b));
  const contents: Item[][] = sorted.map(() => []);
  const free: Item[] = [];
  for (const item of items) {
    let index = sorted.findIndex((grid) => isInside(item, grid.box));
    if (index < 0) index = sorted.findIndex((grid) => hangsFrom(item, grid));
    (index < 0 ? free : contents[index]!).push(item);
  }
  const tables = sorted.flatMap((grid, index) => {
    const content = contents[index]!;
    return content.length > 0
      ? [toDraft(page, grid, closeGaps(fillGrid(grid, content, lines, strings), grid, widestGap(content)))]
      : [];
  });
  return { tables, free };
}

/** Lines of a cut cell that hang below the page's last rule. */
const hang = 2.6;

/** Whether the text stands right below a cell of the grid's last row that nothing closes. */
function hangsFrom(item: Item, grid: Grid): boolean {
  const below = item.y1 - grid.box.y1;
  if (item.turn !== 0 || below <= 0 || below > hang * item.size) return false;
  const column = between(grid.columnCuts, (item.x0 + item.x1) / 2);
  const rows = grid.rowCuts.length - 1;
  const cell = grid.cells[grid.owners[(rows - 1) * (grid.columnCuts.length - 1) + column]!]!;
  return (
    grid.open[column]! &&
    item.x0 >= grid.columnCuts[cell.column]! &&
    item.x1 <= grid.columnCuts[cell.column + cell.columnSpan]!
  );
}

function toDraft(page: number, grid: Grid, filled: FilledCell[]): DraftTable {
  const isSheet = hasSheetHeadings(filled);
  const from = isSheet ? 1 : 0;
  const cells = (isSheet ? dropSheetHeadings(filled) : filled).map(({ line, ...cell }) => ({
    ...cell,
    location: { page, line },
  }));
  const line = Math.min(...cells.filter((cell) => cell.text !== "").map((cell) => cell.location.line));
  const rows = grid.rowCuts.length - 1 - from;
  const columnCuts = grid.columnCuts.slice(from);
  return { kind: "table", box: grid.box, page, columnCuts, rows, cells, location: { page, line } };
}
