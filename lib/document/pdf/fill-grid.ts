import { cellText } from "./cell-text.ts";
import type { DrawnStrings } from "./drawn-strings.ts";
import type { Grid } from "./find-grids.ts";
import { between, centreX, centreY, type Item } from "./geometry.ts";
import { type Line, lineAt } from "./page-lines.ts";
import { splitItem } from "./split-item.ts";
import type { GridCell } from "./trace-cells.ts";

/** A cell of a page's table with its text. `room`: what its longest line leaves free of its width, in ems. */
export interface FilledCell extends GridCell {
  text: string;
  line: number;
  room: number;
}

const mostItems = 5000;

/** Puts items into the cells of a grid, split where one runs over several cells, and reads each cell's text. */
export function fillGrid(
  grid: Grid,
  items: readonly Item[],
  lines: readonly Line[],
  strings?: () => DrawnStrings,
): FilledCell[] {
  const contents: Item[][] = grid.cells.map(() => []);
  const columns = grid.columnCuts.length - 1;
  const parted = new Set<number>();
  for (const item of items) {
    const row = between(grid.rowCuts, centreY(item));
    if (item.anchor !== undefined) {
      contents[grid.owners[row * columns + between(grid.columnCuts, item.anchor)]!]!.push(item);
      continue;
    }
    if (isOverlay(item, items, grid, row)) continue;
    for (const piece of splitItem(item, grid, row, strings)) {
      const owner = grid.owners[row * columns + between(grid.columnCuts, centreX(piece))]!;
      contents[owner]!.push(piece);
      if (piece !== item) parted.add(owner);
    }
  }
  return grid.cells.map((cell, index) => {
    const content = parted.has(index) ? dropCopies(contents[index]!) : contents[index]!;
    const [x0, x1] = [grid.columnCuts[cell.column]!, grid.columnCuts[cell.column + cell.columnSpan]!];
    const [y0, y1] = [grid.rowCuts[cell.row]!, grid.rowCuts[cell.row + cell.rowSpan]!];
    const { text, room } = cellText(content, x1 - x0);
    const line = content.length > 0 ? Math.min(...content.map((item) => item.line)) : lineAt(lines, (y0 + y1) / 2);
    return { ...cell, text, line, room };
  });
}

const mostPieces = 200;

/** Faux bold prints the same text again on the same spot; copies that the reader fused with others show when they are parted. */
function dropCopies(items: Item[]): Item[] {
  if (items.length > mostPieces) return items;
  return items.filter((item, index) => !items.slice(0, index).some((other) => isCopy(other, item)));
}

const isCopy = (a: Item, b: Item) =>
  a.text === b.text &&
  Math.min(a.x1, b.x1) - Math.max(a.x0, b.x0) > 0.6 * (b.x1 - b.x0) &&
  Math.abs(a.baseline - b.baseline) < 0.12 * b.size;

/** Text printed over a table, such as a running header: it runs over several cells and over other text. */
function isOverlay(item: Item, items: readonly Item[], grid: Grid, row: number): boolean {
  const columns = grid.columnCuts.length - 1;
  const [first, last] = [between(grid.columnCuts, item.x0 + 1), between(grid.columnCuts, item.x1 - 1)];
  if (item.turn !== 0 || first === last || grid.owners[row * columns + first] === grid.owners[row * columns + last])
    return false;
  if (items.length > mostItems) return false;
  const length = item.x1 - item.x0;
  const words = item.text.split(" ");
  return items.some((other) => {
    if (other === item || other.x1 - other.x0 > length) return false;
    // A copy that faux bold made, its words fused with others.
    if (words.length > 1 && words.some((word) => other.text.includes(word))) return false;
    const across = Math.min(item.x1, other.x1) - Math.max(item.x0, other.x0);
    return across > 0.5 * (other.x1 - other.x0) && Math.abs(item.baseline - other.baseline) < 0.6 * item.size;
  });
}
