import { isFigure } from "./figure-pattern.ts";
import { findGrids, type Grid } from "./find-grids.ts";
import { between, centreX, centreY, type Item, isInside, type PageText } from "./geometry.ts";
import type { PageRules } from "./page-rules.ts";

/** Grids of the page's rules; where it has none, those of its coloured cells, unless only headings are coloured. */
export function findPageGrids({ rules, fillEdges }: PageRules, text: PageText): Grid[] {
  const grids = findGrids(rules, text.items);
  if (grids.length > 0 || fillEdges.length === 0) return grids;
  const figures = text.items.filter((item) => isFigure(item.text));
  return findGrids([...rules, ...fillEdges], text.items).filter((grid) => partsFigures(grid, figures));
}

/** So many figures on one line of a cell show that colours part only some of the cells, such as those of every other row. */
const mostFigures = 3;

function partsFigures(grid: Grid, figures: readonly Item[]): boolean {
  const counts = new Map<string, number>();
  for (const item of figures) {
    if (!isInside(item, grid.box)) continue;
    const row = between(grid.rowCuts, centreY(item));
    const owner = grid.owners[row * (grid.columnCuts.length - 1) + between(grid.columnCuts, centreX(item))];
    const key = `${owner} ${Math.round(item.baseline)}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts.size > 0 && Math.max(...counts.values()) < mostFigures;
}
