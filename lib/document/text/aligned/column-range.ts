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

/** The middle of what a text or a column covers. */
export const centre = ({ start, end }: ColumnRange): number => (start + end) / 2;

/** The place by which texts stand one below the other: their middle, or where they begin or end. */
export type Anchor = (piece: ColumnRange) => number;
export const anchors: readonly Anchor[] = [centre, ({ end }) => end, ({ start }) => start];

/** Which of the ranges a text overlaps. */
export function overlapping(ranges: readonly ColumnRange[], piece: ColumnRange): number[] {
  return ranges.flatMap((range, index) => (piece.start < range.end && range.start < piece.end ? [index] : []));
}

/** The distance from a column to the nearest other one, from centre to centre. */
export function pitchAt(columns: readonly ColumnRange[], index: number): number {
  const beside = [columns[index - 1], columns[index + 1]].filter((other) => other !== undefined);
  return Math.min(...beside.map((other) => Math.abs(centre(other) - centre(columns[index]!))));
}
