import type { SegmentedLine } from "./aligned-region.ts";
import type { Line } from "./page-lines.ts";
import type { Segment } from "./segments.ts";

/** Lines of figures closer than this, in ems, are no rows of their own: wrapped numbers stand beside whole ones. */
const interleaved = 0.85;
/** Pitch of the lines of one cell, in ems. */
const pitch = 1.5;

/**
 * Makes one line of the lines of figures of one row: where some numbers are wrapped in their cells, the ends of wrapped
 * numbers joined to their beginnings.
 */
export function mergeWrapped(lines: readonly SegmentedLine[]): SegmentedLine[] {
  const bare = lines.every(
    ({ segments }) => !segments.some((part) => part.figure) || segments.every((part) => part.figure),
  );
  const merged: SegmentedLine[] = [];
  for (let index = 0; index < lines.length; ) {
    let end = index + 1;
    while (end < lines.length && (goesOn(lines[end - 1]!, lines[end]!, bare) || isPieceOf(lines, end, bare))) end++;
    if (end - index > 1) merged.push(...mergeRow(lines.slice(index, end), bare));
    else merged.push(lines[index]!);
    index = end;
  }
  return merged;
}

const hasFigures = ({ segments }: SegmentedLine) => segments.some((part) => part.figure);

function goesOn(above: SegmentedLine, below: SegmentedLine, bare: boolean): boolean {
  if (above.line.whole || below.line.whole) return false;
  if (!hasFigures(above) || !hasFigures(below) || above.page !== below.page) return false;
  const step = (below.line.baseline - above.line.baseline) / below.line.size;
  if (step < interleaved) return true;
  if (!bare || step >= pitch) return false;
  // A number of one line may stand beside the last ones of others.
  const pieces = below.segments.filter((part) => above.segments.some((upper) => overlaps(upper, part)));
  return pieces.length > 0 && pieces.every((part) => above.segments.some((upper) => holds(upper, part)));
}

/**
 * Whether one of two neighbouring lines holds pieces of the other's numbers: it has no label and stands nearer to this row than to
 * the row on its other side.
 */
function isPieceOf(lines: readonly SegmentedLine[], index: number, bare: boolean): boolean {
  const [above, below] = [lines[index - 1]!, lines[index]!];
  if (bare || !hasFigures(above) || !hasFigures(below) || !isClose(above, below)) return false;
  const isLone = ({ segments, line }: SegmentedLine) => !line.whole && segments.every((part) => part.figure);
  if (isLone(above) === isLone(below)) return false;
  const [lone, row, beyond] = isLone(above) ? [above, below, lines[index - 2]] : [below, above, lines[index + 1]];
  if (!lone.segments.every((part) => row.segments.some((other) => other.figure && overlaps(part, other)))) return false;
  const distance = (other: SegmentedLine | undefined) =>
    other && hasFigures(other) && other.page === lone.page
      ? Math.abs(other.line.baseline - lone.line.baseline)
      : Infinity;
  return distance(row) < distance(beyond);
}

const isClose = (above: SegmentedLine, below: SegmentedLine) =>
  above.page === below.page && below.line.baseline - above.line.baseline < pitch * below.line.size;
const overlaps = (a: Segment, b: Segment) => a.x0 < b.x1 && b.x0 < a.x1;

/** Whether a piece of a number stands below one that is at least as wide. */
const holds = (upper: Segment, part: Segment) => part.x0 > upper.x0 - 1 && part.x1 < upper.x1 + 1;

function mergeRow(lines: readonly SegmentedLine[], bare: boolean): SegmentedLine[] {
  const step = Math.max(
    ...lines.slice(1).map(({ line }, index) => (line.baseline - lines[index]!.line.baseline) / line.size),
  );
  // Lines as far apart as rows may be rows: what they have in one place is then no number.
  const mark = bare || step < interleaved ? "" : "\ufffd";
  const figures: Segment[] = [];
  for (const { segments } of lines) {
    for (const part of segments) {
      if (!part.figure) continue;
      const upper = figures.findIndex((other) => part.x0 < other.x1 && other.x0 < part.x1);
      if (upper < 0) figures.push(part);
      else figures[upper] = join(figures[upper]!, part, holds(figures[upper]!, part) ? mark : "\ufffd");
    }
  }
  const middle = lines[lines.length >> 1]!;
  return lines
    .map((line) => {
      const labels = line.segments.filter((part) => !part.figure);
      const segments = line === middle ? [...labels, ...figures].sort((a, b) => a.x0 - b.x0) : labels;
      return { ...line, line: withItems(line.line, segments), segments, figures: line === middle ? figures.length : 0 };
    })
    .filter(({ segments }) => segments.length > 0);
}

/** The line with nothing but what its segments hold. */
function withItems(line: Line, segments: readonly Segment[]): Line {
  if (segments.length === 0) return line;
  const items = segments.flatMap((part) => part.items);
  return { ...line, items, x0: segments[0]!.x0, x1: Math.max(...segments.map((part) => part.x1)) };
}

function join(upper: Segment, part: Segment, mark: string): Segment {
  const [x0, x1] = [Math.min(upper.x0, part.x0), Math.max(upper.x1, part.x1)];
  const text = upper.text + mark + part.text;
  return {
    ...upper,
    text,
    x0,
    x1,
    items: [{ ...upper.items[0]!, text, x0, x1 }],
  };
}
