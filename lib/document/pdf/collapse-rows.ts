import { cellText } from "./cell-text.ts";
import type { Grid } from "./find-grids.ts";
import { type Box, between, centreY, type Item } from "./geometry.ts";
import type { Line } from "./page-lines.ts";
import type { TaggedCell } from "./tagged-cells.ts";

/** The texts of a cell on their way to one piece. */
interface Cell {
  items: Item[];
  box: Box;
}

export interface TaggedTable {
  rows: Cell[][];
  box: Box;
}

/** Longer texts in a cell are the prose of a page that is laid out by a table. */
const longest = 160;

/** Gathers the items of each tagged table by rows and cells; tables of prose and those whose rows do not stand below one another are left out. */
export function gatherTables(items: readonly Item[], tagged: ReadonlyMap<string, TaggedCell>): TaggedTable[] {
  const tables = new Map<number, Map<number, Map<number, Item[]>>>();
  for (const item of items) {
    const at = item.mark === undefined ? undefined : tagged.get(item.mark);
    if (!at) continue;
    const rows = getOrAdd(tables, at.table, () => new Map<number, Map<number, Item[]>>());
    const cells = getOrAdd(rows, at.row, () => new Map<number, Item[]>());
    getOrAdd(cells, at.cell, (): Item[] => []).push(item);
  }
  return [...tables.values()].map(toTable).filter((table) => table !== null);
}

function getOrAdd<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

function toTable(byRow: ReadonlyMap<number, ReadonlyMap<number, Item[]>>): TaggedTable | null {
  const rows = [...byRow].sort(([a], [b]) => a - b).map(([, cells]) => [...cells.values()].map(toCell));
  if (rows.length < 2 || rows.every((row) => row.length < 2)) return null;
  const isProse = ({ items }: Cell) => items.reduce((sum, item) => sum + item.text.length, 0) > longest;
  if (rows.some((row) => row.some(isProse))) return null;
  const ys = rows.map(rowY);
  if (ys.some((y, index) => index > 0 && y < ys[index - 1]!)) return null;
  return { rows, box: unite(rows.flat().map((cell) => cell.box)) };
}

const toCell = (items: Item[]): Cell => ({ items, box: unite(items) });

function unite(boxes: readonly Box[]): Box {
  const box = { x0: Infinity, y0: Infinity, x1: -Infinity, y1: -Infinity };
  for (const { x0, y0, x1, y1 } of boxes) {
    box.x0 = Math.min(box.x0, x0);
    box.y0 = Math.min(box.y0, y0);
    box.x1 = Math.max(box.x1, x1);
    box.y1 = Math.max(box.y1, y1);
  }
  return box;
}

/** Where a row stands: by its last cell, since those before may reach over several rows. */
const rowY = (row: readonly Cell[]): number => centreY(row.at(-1)!.box);

/**
 * Whether the page's rules part the cells of a table, so that each cell of a grid holds the text of one at most. The items then
 * get the x by which their cell is found, since text may run over its cell's walls.
 */
export function anchorToGrids({ rows }: TaggedTable, grids: readonly Grid[]): boolean {
  const cells = rows.flat();
  const starts = ({ items, box }: Cell) => box.x0 + 0.3 * items[0]!.size;
  const middles = ({ box }: Cell) => (box.x0 + box.x1) / 2;
  const anchor = [middles, starts].find((place) => isInjective(cells, grids, place));
  if (!anchor) return false;
  for (const cell of cells) for (const item of cell.items) item.anchor = anchor(cell);
  return true;
}

function isInjective(cells: readonly Cell[], grids: readonly Grid[], place: (cell: Cell) => number): boolean {
  const holders = new Map<string, Cell>();
  for (const cell of cells) {
    const x = place(cell);
    for (const item of cell.items) {
      const y = centreY(item);
      const index = grids.findIndex(({ box }) => x >= box.x0 && x <= box.x1 && y >= box.y0 && y <= box.y1);
      if (index < 0) return false;
      const { columnCuts, rowCuts, owners } = grids[index]!;
      const owner = owners[between(rowCuts, y) * (columnCuts.length - 1) + between(columnCuts, x)];
      const key = `${index} ${owner}`;
      const holder = holders.get(key);
      if (holder && holder !== cell) return false;
      holders.set(key, cell);
    }
  }
  return true;
}

/** Makes one line of each row, and one piece of each cell's text, however many lines it was set in. */
export function collapseRows({ rows }: TaggedTable): Line[] {
  return rows.map((row) => {
    const size = Math.max(...row.map(({ items }) => items[0]!.size));
    const baseline = rowY(row) + 0.37 * size;
    const items = row.map((cell) => collapseCell(cell, baseline)).sort((a, b) => a.x0 - b.x0);
    const line = Math.min(...items.map((item) => item.line));
    return { items, ...unite(items), y0: baseline - size, y1: baseline, baseline, size, number: line, whole: true };
  });
}

function collapseCell({ items, box }: Cell, baseline: number): Item {
  const [first] = items as [Item];
  const { text } = cellText(items, 0);
  const line = Math.min(...items.map((item) => item.line));
  return { ...first, ...box, text: text.replace(/\n/g, ""), baseline, turn: 0, vertical: false, line, whole: true };
}
