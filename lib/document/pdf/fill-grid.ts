import { cellText } from "./cell-text.ts";
import { type DrawnStrings, findSeams } from "./drawn-strings.ts";
import type { Grid } from "./find-grids.ts";
import { centreX, centreY, type Item } from "./geometry.ts";
import { characterEdges } from "./glyph-widths.ts";
import { type Line, lineAt } from "./page-lines.ts";
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
  strings?: DrawnStrings,
): FilledCell[] {
  const contents: Item[][] = grid.cells.map(() => []);
  const columns = grid.columnCuts.length - 1;
  for (const item of items) {
    const row = between(grid.rowCuts, centreY(item));
    if (item.anchor !== undefined) {
      contents[grid.owners[row * columns + between(grid.columnCuts, item.anchor)]!]!.push(item);
      continue;
    }
    if (isOverlay(item, items, grid, row)) continue;
    for (const piece of splitItem(item, grid, row, strings)) {
      const column = between(grid.columnCuts, centreX(piece));
      contents[grid.owners[row * columns + column]!]!.push(piece);
    }
  }
  return grid.cells.map((cell, index) => {
    const content = contents[index]!;
    const [x0, x1] = [grid.columnCuts[cell.column]!, grid.columnCuts[cell.column + cell.columnSpan]!];
    const [y0, y1] = [grid.rowCuts[cell.row]!, grid.rowCuts[cell.row + cell.rowSpan]!];
    const { text, room } = cellText(content, x1 - x0);
    const line = content.length > 0 ? Math.min(...content.map((item) => item.line)) : lineAt(lines, (y0 + y1) / 2);
    return { ...cell, text, line, room };
  });
}

/** Text printed over a table, such as a running header: it runs over several cells and over other text. */
function isOverlay(item: Item, items: readonly Item[], grid: Grid, row: number): boolean {
  const columns = grid.columnCuts.length - 1;
  const [first, last] = [between(grid.columnCuts, item.x0 + 1), between(grid.columnCuts, item.x1 - 1)];
  if (item.turn !== 0 || first === last || grid.owners[row * columns + first] === grid.owners[row * columns + last])
    return false;
  if (items.length > mostItems) return false;
  const length = item.x1 - item.x0;
  return items.some((other) => {
    if (other === item || other.x1 - other.x0 > length) return false;
    const across = Math.min(item.x1, other.x1) - Math.max(item.x0, other.x0);
    return across > 0.5 * (other.x1 - other.x0) && Math.abs(item.baseline - other.baseline) < 0.6 * item.size;
  });
}

/** Index of the interval of ascending `cuts` that holds `at`, clamped to the first and last. */
export function between(cuts: readonly number[], at: number): number {
  let low = 0;
  let high = cuts.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (cuts[middle]! <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** pdf.js fuses the texts of neighbouring cells: parts an item at the bounds of the cells it runs over, words whole if they fit. */
function splitItem(item: Item, grid: Grid, row: number, strings: DrawnStrings | undefined): Item[] {
  const columns = grid.columnCuts.length - 1;
  const slack = 0.3 * item.size;
  const first = between(grid.columnCuts, item.x0 + slack);
  const last = between(grid.columnCuts, item.x1 - slack);
  const owner = (column: number) => grid.owners[row * columns + column]!;
  if (item.turn !== 0 || item.vertical || first >= last || owner(first) === owner(last)) return [item];
  const edges = characterEdges(item);
  const columnOf = (x: number) => owner(between(grid.columnCuts, x));
  const pieces: Item[] = [];
  const add = (from: number, to: number) => {
    const text = item.text.slice(from, to).trim();
    if (text !== "") pieces.push({ ...item, text, x0: edges[from]!, x1: edges[to]! });
  };
  /** Gives each unit the cell of its middle; neighbours in one cell stay together. */
  const addUnits = (from: number, ends: readonly number[]) => {
    const owners = ends.map((end, index) => columnOf((edges[ends[index - 1] ?? from]! + edges[end]!) / 2));
    for (let start = from, index = 0; index < ends.length; index++) {
      if (owners[index + 1] === owners[index]) continue;
      add(start, ends[index]!);
      start = ends[index]!;
    }
  };
  const seams = strings && findSeams(strings, item);
  if (seams) {
    addUnits(0, [...seams.map((seam) => nearestEdge(edges, seam)), item.text.length]);
    return pieces;
  }
  for (let from = 0; from < item.text.length; ) {
    let to = item.text.indexOf(" ", from);
    if (to < 0) to = item.text.length;
    if (columnOf(edges[from]! + slack) === columnOf(edges[to]! - slack)) add(from, to);
    else
      addUnits(
        from,
        Array.from({ length: to - from }, (_, index) => from + index + 1),
      );
    from = to + 1;
  }
  return pieces;
}

function nearestEdge(edges: readonly number[], x: number): number {
  const before = between(edges, x);
  return x - edges[before]! < edges[before + 1]! - x ? before : before + 1;
}
