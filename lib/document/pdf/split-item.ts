import { type DrawnStrings, findSeams } from "./drawn-strings.ts";
import type { Grid } from "./find-grids.ts";
import { between, type Item } from "./geometry.ts";
import { characterEdges } from "./glyph-widths.ts";

/** pdf.js fuses the texts of neighbouring cells: parts an item at the bounds of the cells it runs over, words whole if they fit. */
export function splitItem(item: Item, grid: Grid, row: number, strings: (() => DrawnStrings) | undefined): Item[] {
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
  const seams = strings && findSeams(strings(), item);
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
