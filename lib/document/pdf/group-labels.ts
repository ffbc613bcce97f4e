import type { SegmentedLine } from "./aligned-region.ts";
import type { Item } from "./geometry.ts";
import { type Segment, toSegment } from "./segments.ts";

/** A piece of label text on its line; y grows from page to page. */
export interface LabelPiece {
  line: SegmentedLine;
  segment: Segment;
  y: number;
}

/** Space between a group's heading and a label beside it, in ems. */
const between = 0.25;

/** Parts pieces in which a group's heading runs on into the label beside it, by the columns that other headings of groups stand in. */
export function partGroups(
  pieces: readonly LabelPiece[],
  rows: readonly SegmentedLine[],
): { labels: LabelPiece[]; groups: LabelPiece[] } {
  const first = splitLabels(pieces, rows);
  const { count, columnOf } = groupColumns(first.groups);
  const columns = Array.from({ length: count }, (): Segment[] => []);
  for (const [{ segment }, column] of columnOf) columns[column]!.push(segment);
  const parted = pieces.flatMap((piece) => partAt(piece, columns));
  return parted.length === pieces.length ? first : splitLabels(parted, rows);
}

/** Parts a piece at a gap left of which stands what one of the columns of groups may hold. */
function partAt(piece: LabelPiece, columns: readonly (readonly Segment[])[]): LabelPiece[] {
  const { segment, line } = piece;
  const { items } = segment;
  const size = line.line.size;
  for (let index = 1; index < items.length; index++) {
    const [x0, x1, right] = [items[0]!.x0, items[index - 1]!.x1, items[index]!.x0];
    if (right - x1 < between * size || x1 - x0 > widestGroup * size) continue;
    const isGroup = columns.some(([first]) => {
      const begins = Math.abs(first!.x0 - x0) < 0.3 * size;
      const centred = Math.abs(first!.x0 + first!.x1 - x0 - x1) < size;
      return (begins || centred) && right > first!.x1;
    });
    if (!isGroup) continue;
    const part = (some: readonly Item[]) => ({ ...piece, segment: toSegment([...some]) });
    return [part(items.slice(0, index)), part(items.slice(index))];
  }
  return [piece];
}

/** Wider ones, in ems, are no group headings: these are set in narrow columns. */
const widestGroup = 6.5;

/** Parts the labels of rows from the headings of groups of rows, which stand in narrow columns of their own to their left. */
function splitLabels(
  pieces: readonly LabelPiece[],
  rows: readonly SegmentedLine[],
): { labels: LabelPiece[]; groups: LabelPiece[] } {
  const rowLines = new Set(rows);
  const rightmost = new Map<SegmentedLine, LabelPiece>();
  for (const piece of pieces) {
    const other = rightmost.get(piece.line);
    if (!other || piece.segment.x0 > other.segment.x0) rightmost.set(piece.line, piece);
  }
  const own = [...rightmost.values()].filter((piece) => rowLines.has(piece.line));
  const centre = median(own.map(({ segment }) => (segment.x0 + segment.x1) / 2));
  const start = median(own.map(({ segment }) => segment.x0));
  const isGroup = (piece: LabelPiece) => {
    const { segment, line } = piece;
    if (rightmost.get(line) !== piece) return true;
    if (rowLines.has(line)) return false;
    const size = line.line.size;
    if (segment.x1 - segment.x0 > widestGroup * size) return false;
    return (
      segment.x1 < centre && Math.abs(segment.x0 - start) > size && (segment.x0 + segment.x1) / 2 < centre - 1.5 * size
    );
  };
  const labels: LabelPiece[] = [];
  const groups: LabelPiece[] = [];
  for (const piece of pieces) (isGroup(piece) ? groups : labels).push(piece);
  return { labels, groups };
}

/** The columns that group headings stand in, from left to right: for each piece the number of its column. */
export function groupColumns(groups: readonly LabelPiece[]): { count: number; columnOf: Map<LabelPiece, number> } {
  const sorted = [...groups].sort((a, b) => a.segment.x0 + a.segment.x1 - b.segment.x0 - b.segment.x1);
  const columnOf = new Map<LabelPiece, number>();
  let count = 0;
  let right = -Infinity;
  for (const piece of sorted) {
    const { x0, x1 } = piece.segment;
    // Pieces of one column overlap; a half of the narrower one must.
    if (right - x0 < 0.5 * (x1 - x0)) count++;
    right = Math.max(x1, right - x0 < 0.5 * (x1 - x0) ? x1 : right);
    columnOf.set(piece, count - 1);
  }
  return { count, columnOf };
}

function median(values: number[]): number {
  const sorted = values.sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}
