import { assignColumns } from "./assign-columns.ts";
import { mostPieces } from "./classify-line.ts";
import { anchors, type ColumnRange, overlapping, pitchAt } from "./column-range.ts";
import { findRivers } from "./infer-columns.ts";
import type { Piece } from "./lay-out-line.ts";

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
