import { assignColumns } from "./assign-columns.ts";
import { anchors, type ColumnRange, overlapping, pitchAt } from "./column-range.ts";
import { findRivers } from "./infer-columns.ts";
import type { Piece } from "./lay-out-line.ts";
import { mostPieces } from "./lay-out-line.ts";

/** How far apart (by the distance to the next column) the figures of one column may be anchored, and at least in display columns. */
const anchorSpread = 0.25;
const leastSpread = 1;

/** Whether texts are printed one below the other: all begin, end or are centred at one place, give or take `reach`. */
function isOneColumn(pieces: readonly ColumnRange[], reach: number): boolean {
  return anchors.some((anchor) => {
    const places = pieces.map(anchor);
    return Math.max(...places) - Math.min(...places) <= reach;
  });
}

/**
 * Whether neighbouring columns take turns: the last figure of one stands above the first of the other. Where there are more
 * columns than figures in any row, these may be one column on pages of two scales.
 */
function takesTurns(rows: readonly (readonly Piece[])[], columns: readonly ColumnRange[]): boolean {
  const reach = columns.map(() => ({ first: Number.POSITIVE_INFINITY, last: -1 }));
  rows.forEach((row, at) => {
    for (const column of assignColumns(row, columns) ?? []) {
      const own = reach[column]!;
      own.first = Math.min(own.first, at);
      own.last = at;
    }
  });
  const used = reach.filter(({ last }) => last >= 0);
  return used.some((own, index) => {
    const next = used[index + 1];
    return next !== undefined && (own.last < next.first || next.last < own.first);
  });
}

/**
 * Whether places can be trusted: the figures of each column are anchored at one place in all rows, those with blanks too
 * (layouts printed from proportional fonts drift), and a column that no row of the fullest ones shows is no stray figure:
 * several rows have a figure there, or a heading stands over it.
 */
export function isSteady(
  rows: readonly (readonly Piece[])[],
  columns: readonly ColumnRange[],
  header: readonly (readonly ColumnRange[])[],
): boolean {
  if (columns.length > mostPieces) return false;
  const own: ColumnRange[][] = columns.map(() => []);
  for (const row of rows)
    for (const [at, column] of (assignColumns(row, columns) ?? []).entries()) own[column]!.push(row[at]!);
  const most = Math.max(...rows.map((row) => row.length));
  if (findRivers(rows, most) !== null) return true;
  if (columns.length > most && takesTurns(rows, columns)) return false;
  // A heading that stands over one column alone shows it.
  const shown = new Set(
    header.flat().flatMap((piece) => {
      const over = overlapping(columns, piece);
      return over.length === 1 ? over : [];
    }),
  );
  return columns.every((_, index) => {
    const reach = Math.max(leastSpread, anchorSpread * pitchAt(columns, index));
    return isOneColumn(own[index]!, reach) && (columns.length === most || own[index]!.length > 1 || shown.has(index));
  });
}
