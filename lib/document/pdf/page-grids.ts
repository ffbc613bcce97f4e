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

/** Figures closer than this, in ems, are digits of one number set with space between. */
const apart = 1;

function partsFigures(grid: Grid, figures: readonly Item[]): boolean {
  const lines = new Map<string, { figures: number; end: number }>();
  for (const figure of [...figures].sort((a, b) => a.x0 - b.x0)) {
    if (!isInside(figure, grid.box)) continue;
    const row = between(grid.rowCuts, centreY(figure));
    const owner = grid.owners[row * (grid.columnCuts.length - 1) + between(grid.columnCuts, centreX(figure))];
    const key = `${owner} ${Math.round(figure.baseline)}`;
    const line = lines.get(key);
    if (!line) lines.set(key, { figures: 1, end: figure.x1 });
    else {
      if (figure.x0 - line.end > apart * figure.size) line.figures++;
      line.end = figure.x1;
    }
  }
  return lines.size > 0 && [...lines.values()].every((line) => line.figures < mostFigures);
}
