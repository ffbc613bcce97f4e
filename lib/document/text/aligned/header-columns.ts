import { article } from "./classify-line.ts";
import { type Anchor, anchors, type ColumnRange, centre } from "./column-range.ts";
import { type LaidLine, type Piece, unitePieces } from "./lay-out-line.ts";

const overlaps = (a: ColumnRange, b: ColumnRange) => a.start < b.end && b.start < a.end;

/** Headings of columns have two columns of white between them; what is nearer to a lower one stands over its neighbour, too. */
const touches = (a: ColumnRange, b: ColumnRange) => a.start < b.end + 2 && b.start < a.end + 2;

/** A figure stands this near to the middle of its heading, by the distance to the next one. */
const nearest = 0.3;

/**
 * Finds the columns that the lines of a header name, from the lowest headings up: what stands over lower ones spans or continues
 * them. Pieces over the display columns of the labels, and those alone on their line, name none.
 */
export function findHeaderColumns(header: readonly LaidLine[], labels: ColumnRange | undefined): ColumnRange[] {
  const columns: Heading[] = [];
  for (const [height, line] of header.toReversed().entries()) {
    const pieces = unitePieces(line.labels);
    if (pieces.length < 2 || pieces.some(({ text }) => article.test(text))) continue;
    const lower = [...columns];
    for (const piece of pieces) {
      if (labels && overlaps(piece, labels)) continue;
      const same = columns.filter((column) => overlaps(piece, column));
      if (same.length === 0) {
        if (!lower.some((column) => touches(piece, column)))
          columns.push({ start: piece.start, end: piece.end, height });
      } else if (
        same.length === 1 &&
        piece.start <= same[0]!.start &&
        piece.end >= same[0]!.end &&
        isLike(piece, same[0]!)
      )
        Object.assign(same[0]!, { start: piece.start, end: piece.end });
    }
  }
  columns.sort((a, b) => a.start - b.start);
  return dropSpanning(columns);
}

/** A heading nearer than this (by the usual distance of neighbours) to the ones on both sides stands over and between them. */
const between = 0.75;

/** A column's heading; `height`: its lowest line, from the bottom of the header. */
interface Heading extends ColumnRange {
  height: number;
}

function dropSpanning(columns: readonly Heading[]): ColumnRange[] {
  const spacings = columns.slice(1).map((column, index) => centre(column) - centre(columns[index]!));
  const usual = [...spacings].sort((a, b) => a - b)[Math.floor(spacings.length / 2)] ?? 0;
  // What stands as low as its neighbours stands over neither.
  const over = (index: number, other: number) =>
    (spacings[Math.min(index, other)] ?? usual) < usual * between && columns[index]!.height > columns[other]!.height;
  return columns.filter((_, index) => !over(index, index - 1) || !over(index, index + 1));
}

/** Whether two texts stand centred one below the other. */
const isLike = (a: ColumnRange, b: ColumnRange) => Math.abs(centre(a) - centre(b)) <= 1;

/**
 * By which place the figures of every row stand each below a heading of its own: their middles about below its middle, or all
 * begin or end where it does; null where they do neither. `drifts`: they may stand beside it, too.
 */
export function findHeaderAnchor(
  columns: readonly ColumnRange[],
  rows: readonly (readonly Piece[])[],
  drifts: boolean,
): Anchor | null {
  if (isCentred(columns, rows, drifts)) return centre;
  return anchors.find((anchor) => anchor !== centre && isFlush(columns, rows, anchor)) ?? null;
}

/** Figures that begin or end within a column of where their headings do, so many that it is no accident. */
const flush = 1;
const leastFlush = 3;

function isFlush(columns: readonly ColumnRange[], rows: readonly (readonly Piece[])[], anchor: Anchor): boolean {
  const count = rows.reduce((sum, row) => sum + row.length, 0);
  return (
    count >= leastFlush &&
    rows.every((figures) => {
      let from = 0;
      return figures.every((figure) => {
        while (from < columns.length && Math.abs(anchor(columns[from]!) - anchor(figure)) > flush) from++;
        return from++ < columns.length;
      });
    })
  );
}

function isCentred(columns: readonly ColumnRange[], rows: readonly (readonly Piece[])[], drifts: boolean): boolean {
  return rows.every((figures) => {
    let last = -1;
    return figures.every((figure) => {
      const x = centre(figure);
      const at = nearestTo(columns, x);
      if (at <= last) return false;
      last = at;
      return isBelow(columns, at, x) || (drifts && isOnlyNear(columns, at, figure));
    });
  });
}

function nearestTo(columns: readonly ColumnRange[], x: number): number {
  let best = 0;
  for (let at = 1; at < columns.length; at++)
    if (Math.abs(centre(columns[at]!) - x) < Math.abs(centre(columns[best]!) - x)) best = at;
  return best;
}

function isBelow(columns: readonly ColumnRange[], at: number, x: number): boolean {
  const own = centre(columns[at]!);
  const beside = [columns[at - 1], columns[at + 1]].filter((other) => other !== undefined);
  const pitch = Math.min(...beside.map((other) => Math.abs(centre(other) - own)));
  return Math.abs(x - own) <= nearest * pitch;
}

/** Figures printed from proportional fonts stand so near to their heading and so far from any other (display columns between). */
const near = 1;
const far = 3;

function isOnlyNear(columns: readonly ColumnRange[], at: number, figure: ColumnRange): boolean {
  const gap = ({ start, end }: ColumnRange) => Math.max(start - figure.end, figure.start - end);
  return columns.every((column, index) => (index === at ? gap(column) <= near : gap(column) >= far));
}
