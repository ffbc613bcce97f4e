import { mostPieces } from "./classify-line.ts";
import type { Piece } from "./lay-out-line.ts";

/** The display columns that one column of a table covers. */
export interface ColumnRange {
  start: number;
  end: number;
}

/** Unites pieces that overlap, or have less than `reach` between them, into ranges, from left to right. */
export function uniteOverlaps(pieces: readonly ColumnRange[], reach = 0): ColumnRange[] {
  const sorted = [...pieces].sort((a, b) => a.start - b.start);
  const ranges: ColumnRange[] = [];
  for (const { start, end } of sorted) {
    const last = ranges.at(-1);
    if (last !== undefined && start < last.end + reach) last.end = Math.max(last.end, end);
    else ranges.push({ start, end });
  }
  return ranges;
}

const centre = ({ start, end }: ColumnRange) => (start + end) / 2;

function overlapping(ranges: readonly ColumnRange[], piece: ColumnRange): number[] {
  return ranges.flatMap((range, index) => (piece.start < range.end && range.start < piece.end ? [index] : []));
}

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
function findRivers(rows: readonly (readonly Piece[])[], count: number): ColumnRange[] | null {
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

/** How far apart (by the distance to the next column) the figures of one column may be anchored, and at least in display columns. */
const anchorSpread = 0.25;
const leastSpread = 1;

const anchors: readonly ((piece: ColumnRange) => number)[] = [({ start }) => start, ({ end }) => end, centre];

/** Whether texts are printed one below the other: all begin, end or are centred at one place, give or take `reach`. */
function isOneColumn(pieces: readonly ColumnRange[], reach: number): boolean {
  return anchors.some((anchor) => {
    const places = pieces.map(anchor);
    return Math.max(...places) - Math.min(...places) <= reach;
  });
}

/** The distance from a column to the nearest other one, from centre to centre. */
function pitchAt(columns: readonly ColumnRange[], index: number): number {
  const beside = [columns[index - 1], columns[index + 1]].filter((other) => other !== undefined);
  return Math.min(...beside.map((other) => Math.abs(centre(other) - centre(columns[index]!))));
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

/** How much nearer (in display columns) a figure must lie to its column than to a free neighbour, else its place is unknown. */
const margin = 1;

/**
 * Assigns the figures of a row to columns from left to right with the least total distance; null where a figure lies about
 * as near to another free column, so that its place cannot be known.
 */
export function assignColumns(row: readonly ColumnRange[], columns: readonly ColumnRange[]): number[] | null {
  const n = columns.length;
  if (row.length === n) return row.map((_, index) => index);
  if (row.length > n) return null;
  const distance = (i: number, j: number) => Math.abs(centre(row[i]!) - centre(columns[j]!));
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
  const isFree = (column: number) => column >= 0 && column < n && !chosen.includes(column);
  const isCertain = (column: number, i: number) =>
    [column - 1, column + 1].every((other) => !isFree(other) || distance(i, other) - distance(i, column) > margin);
  return chosen.every(isCertain) ? chosen : null;
}
