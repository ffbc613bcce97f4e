import { isFigure } from "./figure-pattern.ts";
import type { Grid } from "./find-grids.ts";
import { between, centreX, centreY, type Item, isInside } from "./geometry.ts";
import { isTabular, toLines } from "./page-lines.ts";

/** Figures of one line closer than this, in ems, are pieces of one number. */
const closest = 0.45;
/** By how much of an em a text may reach over its cell's wall. */
const slack = 0.3;

/**
 * Whether a page's rules alone part its figures: none stands in columns outside the grids, shares a cell with another or runs over
 * a wall, no cell has lines of different elements, and nothing stands beside a grid.
 */
export function isSettled(items: readonly Item[], grids: readonly Grid[]): boolean {
  const outside: Item[] = [];
  const holders = new Map<string, Item>();
  const firsts = new Map<string, Item>();
  for (const item of items) {
    if (item.turn !== 0 || item.vertical) continue;
    const at = grids.findIndex((grid) => isInside(item, grid.box));
    if (at < 0) {
      if (grids.some(({ box }) => centreY(item) > box.y0 && centreY(item) < box.y1)) return false;
      outside.push(item);
      continue;
    }
    const { rowCuts, columnCuts, owners } = grids[at]!;
    const row = between(rowCuts, centreY(item)) * (columnCuts.length - 1);
    const ownerAt = (x: number) => owners[row + between(columnCuts, x)];
    if (ownerAt(item.x0 + slack * item.size) !== ownerAt(item.x1 - slack * item.size)) return false;
    const key = `${at} ${ownerAt(centreX(item))}`;
    const first = firsts.get(key);
    if (!first) firsts.set(key, item);
    else if (first.mark !== item.mark && item.baseline - first.baseline > slack * item.size) return false;
    if (!isFigure(item.text)) continue;
    const other = holders.get(key);
    if (other && !isPiece(other, item)) return false;
    holders.set(key, item);
  }
  return !toLines(outside).some((line) => isTabular(line) && line.items.some((item) => isFigure(item.text)));
}

function isPiece(a: Item, b: Item): boolean {
  const gap = Math.max(a.x0, b.x0) - Math.min(a.x1, b.x1);
  return Math.abs(a.baseline - b.baseline) < slack * a.size && gap < closest * a.size;
}
