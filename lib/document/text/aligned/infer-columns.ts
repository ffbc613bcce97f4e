import { assignColumns } from "./assign-columns.ts";
import { type ColumnRange, centre, overlapping, pitchAt, uniteOverlaps } from "./column-range.ts";
import type { Piece } from "./lay-out-line.ts";

/** Whether every row has its figures in columns of their own. */
function isClean(ranges: readonly ColumnRange[], rows: readonly (readonly Piece[])[]): boolean {
  return rows.every((row) => {
    const columns = row.map((piece) => overlapping(ranges, piece)[0]);
    return new Set(columns).size === row.length;
  });
}

/** Ranges about the mean centres of the rows that have most figures. */
function averageColumns(rows: readonly (readonly Piece[])[], count: number): ColumnRange[] {
  const full = rows.filter((row) => row.length === count);
  return Array.from({ length: count }, (_, column) => {
    const start = full.reduce((sum, row) => sum + row[column]!.start, 0) / full.length;
    const end = full.reduce((sum, row) => sum + row[column]!.end, 0) / full.length;
    return { start, end };
  });
}

/** How far the columns beside a blank one lie apart, at least, by the usual distance of neighbours. */
const blankSpacing = 1.6;

/** Whether there is room for a column at `range`: the columns beside it lie further apart than neighbours do. */
function hasRoom(range: ColumnRange, ranges: readonly ColumnRange[]): boolean {
  const spacings = ranges.slice(1).map((other, index) => centre(other) - centre(ranges[index]!));
  const usual = spacings.sort((a, b) => a - b)[Math.floor(spacings.length / 2)] ?? 4;
  const after = ranges.findIndex(({ start }) => start >= range.end);
  const left = ranges[after < 0 ? ranges.length - 1 : after - 1];
  const right = after < 0 ? undefined : ranges[after];
  if (left !== undefined && right !== undefined) return centre(right) - centre(left) >= usual * blankSpacing;
  const beside = left ?? right;
  return beside !== undefined && Math.abs(centre(beside) - centre(range)) >= usual * (blankSpacing - 1);
}

/**
 * Adds columns that only the header shows (all their cells are blank): pieces of a header line that lie over no known
 * column and where there is room for one, beside another piece of that line that lies over exactly one.
 */
function addBlankColumns(ranges: ColumnRange[], header: readonly (readonly Piece[])[]): ColumnRange[] {
  const added = header.flatMap((line) => {
    // What a single space parts may be one text.
    if (line.some(({ gap }, index) => index > 0 && gap === 1)) return [];
    const own = line.map((piece) => overlapping(ranges, piece));
    if (!own.some((columns) => columns.length === 1)) return [];
    return line.filter((piece, index) => own[index]!.length === 0 && hasRoom(piece, ranges));
  });
  return uniteOverlaps([...ranges, ...added]);
}

/** Columns parted by white rivers at least so wide (in display columns) in all rows are no accident; so many rows must have blanks. */
const leastRiver = 3;
const leastRows = 4;
const widestRange = 0.75;

/**
 * The columns as what lies between the white rivers that run through all rows, if they are as many as the fullest rows have
 * figures: short figures may stand beside the long ones of their column. Null where there are no such rivers.
 */
export function findRivers(rows: readonly (readonly Piece[])[], count: number): ColumnRange[] | null {
  const ranges = uniteOverlaps(rows.flat(), leastRiver);
  const blank = rows.filter((row) => row.length < count).length;
  // A range nearly as wide as the way to the next one holds two columns, perhaps.
  const narrow = ranges.every(({ start, end }, index) => end - start <= widestRange * pitchAt(ranges, index));
  return ranges.length === count && blank >= leastRows && narrow && isClean(ranges, rows) ? ranges : null;
}

/**
 * Infers the columns of figures from rows of them and the header lines above (only pieces in the figures' area): by the
 * centres of the rows that have most figures, where these are many; else by what overlaps in all rows and the header.
 */
export function inferColumns(
  rows: readonly (readonly Piece[])[],
  header: readonly (readonly Piece[])[],
): ColumnRange[] {
  const count = Math.max(...rows.map((row) => row.length));
  const rivers = findRivers(rows, count);
  if (rivers !== null) return rivers;
  const united = uniteOverlaps(rows.flat());
  const clean = isClean(united, rows);
  // Where columns stand still, the fullest rows all have their figures in the same ones.
  const full = rows.filter((row) => row.length === count);
  const places = new Set(full.map((row) => row.map((piece) => overlapping(united, piece)[0]).join()));
  const drifts = places.size > 1 && full.length * 3 >= rows.length;
  if (!clean || (drifts && united.length > count)) return averageColumns(rows, count);
  if (rows.length > 1) return addBlankColumns(united, header);
  // A single row shows its own columns only; the fullest line of its header shows all.
  const fullest = header.reduce<readonly Piece[]>((most, line) => (line.length > most.length ? line : most), []);
  return fullest.length > count && assignColumns(rows[0]!, fullest) !== null
    ? fullest.map(({ start, end }) => ({ start, end }))
    : united;
}
