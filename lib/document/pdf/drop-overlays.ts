import type { Grid } from "./find-grids.ts";
import { between, type Item, isInside } from "./geometry.ts";
import { characterEdges } from "./glyph-widths.ts";

/** Glyphs of a run stand closer than this, in ems. */
const closest = 0.6;
/** By how much of an em a glyph must stand on both sides of a wall to be printed over it. */
const astride = 0.12;
const leastCharacters = 4;
const mostItems = 5000;

/** Where the items of a page stand: text that stands there on a neighbouring page as well is printed on every page. */
export function placesOf(items: readonly Item[]): Set<string> {
  return new Set(items.map((item) => placeOf(item)));
}

/** A text with its place on the page, to the point. */
export const placeOf = ({ text, x0, baseline }: Item) => `${Math.round(x0)} ${Math.round(baseline)} ${text}`;

/** Takes running headers out of tables that they are printed over: text that the pages beside have in the same place (`known`) and that runs over walls or other text. */
export function dropOverlays(items: Item[], grids: readonly Grid[], known: readonly ReadonlySet<string>[]): Item[] {
  if (grids.length === 0 || known.length === 0 || items.length > mostItems) return items;
  const again = items.filter((item) => {
    if (item.turn !== 0 || !grids.some((grid) => isInside(item, grid.box))) return false;
    const place = placeOf(item);
    return known.some((places) => places.has(place));
  });
  if (again.length === 0) return items;
  const dropped = new Set<Item>();
  for (const run of toRuns(again)) {
    const text = run.map((item) => item.text).join("");
    if (text.length < leastCharacters || !/\p{Script=Han}/u.test(text)) continue;
    const grid = grids.find((candidate) => isInside(run[0]!, candidate.box))!;
    if (run.some((item) => standsAstride(item, grid)) || runsOver(run, items))
      for (const item of run) dropped.add(item);
  }
  return items.filter((item) => !dropped.has(item));
}

function toRuns(items: Item[]): Item[][] {
  const sorted = [...items].sort((a, b) => a.baseline - b.baseline || a.x0 - b.x0);
  const runs: Item[][] = [];
  for (const item of sorted) {
    const last = runs.at(-1)?.at(-1);
    const joins = last && last.baseline === item.baseline && item.x0 - last.x1 < closest * item.size;
    if (joins) runs.at(-1)!.push(item);
    else runs.push([item]);
  }
  return runs;
}

/** Whether a wall between two cells goes through one of the item's glyphs. */
function standsAstride(item: Item, grid: Grid): boolean {
  const columns = grid.columnCuts.length - 1;
  const row = between(grid.rowCuts, (item.y0 + item.y1) / 2);
  const reach = astride * item.size;
  const edges = characterEdges(item);
  return grid.columnCuts.slice(1, -1).some((cut, index) => {
    if (cut < item.x0 || cut > item.x1) return false;
    const at = row * columns + index;
    if (grid.owners[at] === grid.owners[at + 1]) return false;
    const glyph = between(edges, cut);
    return cut - edges[glyph]! > reach && edges[glyph + 1]! - cut > reach;
  });
}

/** Whether other text stands where the run does. */
function runsOver(run: readonly Item[], items: readonly Item[]): boolean {
  const own = new Set(run);
  const [first, last] = [run[0]!, run.at(-1)!];
  return items.some((other) => {
    if (own.has(other) || other.turn !== 0) return false;
    const across = Math.min(last.x1, other.x1) - Math.max(first.x0, other.x0);
    return across > 0.3 * (other.x1 - other.x0) && Math.abs(first.baseline - other.baseline) < 0.6 * first.size;
  });
}
