import type { SegmentedLine } from "./aligned-region.ts";

/** A column of figures by the x that its figures cover. */
export interface Column {
  x0: number;
  x1: number;
}

/** Finds the columns of figures of a region: intervals that the figures of its fullest rows cover without touching. */
export function findColumns(lines: readonly SegmentedLine[]): Column[] {
  const most = Math.max(...lines.map((line) => line.figures));
  const rows = lines.filter((line) => line.figures >= Math.max(1, Math.min(3, most)));
  const segments = rows
    .flatMap((line) => line.segments.filter((segment) => segment.figure))
    .sort((a, b) => a.x0 + a.x1 - b.x0 - b.x1);
  const columns: (Column & { centre: number })[] = [];
  for (const { x0, x1 } of segments) {
    const last = columns.at(-1);
    const overlap = last ? Math.min(x1, last.x1) - Math.max(x0, last.x0) : 0;
    if (last && overlap > 0.3 * Math.min(x1 - x0, last.x1 - last.x0)) {
      last.x0 = Math.min(last.x0, x0);
      last.x1 = Math.max(last.x1, x1);
    } else columns.push({ x0, x1, centre: (x0 + x1) / 2 });
  }
  return columns.map(({ x0, x1 }) => ({ x0, x1 }));
}

/** The column that an interval overlaps most, else the nearest. */
export function columnOf(columns: readonly Column[], x0: number, x1: number): number {
  let best = 0;
  let bestScore = -Infinity;
  columns.forEach((column, index) => {
    const score = Math.min(x1, column.x1) - Math.max(x0, column.x0);
    if (score > bestScore) [best, bestScore] = [index, score];
  });
  return best;
}
