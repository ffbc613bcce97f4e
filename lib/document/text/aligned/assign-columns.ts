import { type Anchor, type ColumnRange, centre } from "./column-range.ts";

/** How much nearer (in display columns) a figure must lie to its column than to a free neighbour, else its place is unknown. */
const margin = 1;

/**
 * Assigns the figures of a row to columns from left to right with the least total distance of their anchors; null where a figure lies about
 * as near to another free column, or over it, so that its place cannot be known.
 */
export function assignColumns(
  row: readonly ColumnRange[],
  columns: readonly ColumnRange[],
  anchor: Anchor = centre,
): number[] | null {
  const n = columns.length;
  if (row.length === n) return row.map((_, index) => index);
  if (row.length > n) return null;
  const distance = (i: number, j: number) => Math.abs(anchor(row[i]!) - anchor(columns[j]!));
  // cost[i][j]: the first i figures within the first j columns.
  const cost = Array.from({ length: row.length + 1 }, (_, i) =>
    new Array<number>(n + 1).fill(i === 0 ? 0 : Number.POSITIVE_INFINITY),
  );
  for (let i = 1; i <= row.length; i++) {
    for (let j = i; j <= n; j++) {
      cost[i]![j] = Math.min(cost[i]![j - 1]!, cost[i - 1]![j - 1]! + distance(i - 1, j - 1));
    }
  }
  const chosen: number[] = [];
  for (let i = row.length, j = n; i > 0; j--) {
    if (cost[i]![j] === cost[i]![j - 1]) continue;
    chosen.unshift(j - 1);
    i--;
  }
  // A number that stands over a free column's middle, too, may be two that were printed into one another.
  const covers = (i: number, column: number) =>
    row[i]!.start < centre(columns[column]!) && centre(columns[column]!) < row[i]!.end;
  const isFree = (column: number) => column >= 0 && column < n && !chosen.includes(column);
  const isCertain = (column: number, i: number) =>
    [column - 1, column + 1].every(
      (other) => !isFree(other) || (distance(i, other) - distance(i, column) > margin && !covers(i, other)),
    );
  return chosen.every(isCertain) ? chosen : null;
}
