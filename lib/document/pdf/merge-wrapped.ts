import { doubtful } from "../doubtful.ts";
import type { SegmentedLine } from "./aligned-region.ts";
import { overlaps } from "./geometry.ts";
import type { Line } from "./page-lines.ts";
import { findBands } from "./row-bands.ts";
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
  const widths = measureColumns(lines);
  const merged: SegmentedLine[] = [];
  for (let index = 0; index < lines.length; ) {
    let end = index + 1;
    while (end < lines.length && (goesOn(lines[end - 1]!, lines[end]!, bare) || isPieceOf(lines, end, bare))) end++;
    if (end - index > 1) merged.push(...mergeRow(lines.slice(index, end), bare, widths));
    else merged.push(lines[index]!);
    index = end;
  }
  return mergeBands(merged, widths);
}

/** Makes one line of the figures of each band, each number's pieces joined from the top down. */
function mergeBands(lines: readonly SegmentedLine[], widths: ColumnWidths): SegmentedLine[] {
  const bands = findBands(lines);
  if (bands.length === 0) return [...lines];
  const merged: SegmentedLine[] = [];
  let next = 0;
  for (const [from, to] of bands) {
    const band = lines.slice(from, to);
    // Where one cell's pieces are none of a number, the lines are no lines of one row.
    const fits = !joinFigures(band, "", widths).doubt;
    merged.push(...lines.slice(next, from), ...(fits ? mergeRow(band, true, widths) : band));
    next = to;
  }
  return [...merged, ...lines.slice(next)];
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
  return clearly * distance(row) < distance(beyond);
}

/** A line half way between two rows belongs to neither for certain. */
const clearly = 1.3;

const isClose = (above: SegmentedLine, below: SegmentedLine) =>
  above.page === below.page && below.line.baseline - above.line.baseline < pitch * below.line.size;
/** Whether a piece of a number stands below one that is at least as wide. */
const holds = (upper: Segment, part: Segment) => part.x0 > upper.x0 - 1 && part.x1 < upper.x1 + 1;

/** The widest figure over each stretch of the page, by its number. */
type ColumnWidths = ReadonlyMap<number, number>;

const stretch = 8;

function measureColumns(lines: readonly SegmentedLine[]): ColumnWidths {
  const widths = new Map<number, number>();
  for (const { segments } of lines) {
    for (const { figure, x0, x1 } of segments) {
      if (!figure) continue;
      const end = Math.min(Math.floor(x1 / stretch), Math.floor(x0 / stretch) + widest);
      for (let at = Math.floor(x0 / stretch); at <= end; at++) widths.set(at, Math.max(widths.get(at) ?? 0, x1 - x0));
    }
  }
  return widths;
}

const widest = 100;

/** Whether a piece may be the end of the number above it: that one fills its column as far as any number does. */
function isRest(upper: Segment, part: Segment, widths: ColumnWidths): boolean {
  const unit = /^.[,，.．]/.test(part.text) ? 2 : 1;
  if (!holds(upper, part) && !(unit === 2 && isAligned(upper, part))) return false;
  // A sign that begins no line takes the digit before it along.
  const digit = (unit * (part.x1 - part.x0)) / part.text.length;
  const most = widths.get(Math.floor((upper.x0 + upper.x1) / 2 / stretch)) ?? 0;
  return upper.x1 - upper.x0 > most - fullness * digit;
}

const isAligned = (a: Segment, b: Segment): boolean =>
  Math.min(Math.abs(a.x0 - b.x0), Math.abs(a.x1 - b.x1), Math.abs(a.x0 + a.x1 - b.x0 - b.x1) / 2) < 1;

/** A number that fills its column leaves less than this share of a digit. */
const fullness = 0.9;

/** The figures of lines by the places they stand in, pieces joined; `doubt`: some are no pieces of one number. */
function joinFigures(
  lines: readonly SegmentedLine[],
  mark: string,
  widths: ColumnWidths,
): { figures: Segment[]; doubt: boolean } {
  const figures: Segment[] = [];
  let doubt = false;
  for (const { segments } of lines) {
    for (const part of segments) {
      if (!part.figure) continue;
      const upper = figures.findIndex((other) => part.x0 < other.x1 && other.x0 < part.x1);
      if (upper < 0) figures.push(part);
      else {
        const fits = isRest(figures[upper]!, part, widths);
        doubt ||= !fits;
        figures[upper] = join(figures[upper]!, part, fits ? mark : doubtful);
      }
    }
  }
  return { figures, doubt };
}

function mergeRow(lines: readonly SegmentedLine[], bare: boolean, widths: ColumnWidths): SegmentedLine[] {
  const step = Math.max(
    ...lines.slice(1).map(({ line }, index) => (line.baseline - lines[index]!.line.baseline) / line.size),
  );
  // Lines as far apart as rows may be rows: what they have in one place is then no number.
  const mark = bare || step < interleaved ? "" : doubtful;
  const { figures, doubt } = joinFigures(lines, mark, widths);
  // Where one cell's pieces are none of a number, the lines are no lines of one row for certain.
  if (doubt && mark === "" && step > sameLine)
    for (const [at, part] of figures.entries()) figures[at] = doubtJoined(part);
  const [carrier, baseline] = findCarrier(lines);
  return lines
    .map((line) => {
      const labels = line.segments.filter((part) => !part.figure);
      const own = line === carrier;
      const segments = own ? [...labels, ...figures].sort((a, b) => a.x0 - b.x0) : labels;
      const at = own ? { ...line.line, baseline } : line.line;
      return { ...line, line: withItems(at, segments), segments, figures: own ? figures.length : 0 };
    })
    .filter(({ segments }) => segments.length > 0);
}

/** The line that stands for a row's lines of figures, and its height: beside its label, else in the middle of them. */
function findCarrier(lines: readonly SegmentedLine[]): [line: SegmentedLine, baseline: number] {
  const own = lines.filter(hasFigures);
  const labelled = own.filter(({ segments }) => segments.some((part) => !part.figure));
  const [only] = labelled;
  if (only && labelled.length === 1) return [only, only.line.baseline];
  const middle = (own[0]!.line.baseline + own.at(-1)!.line.baseline) / 2;
  const far = (line: SegmentedLine) => Math.abs(line.line.baseline - middle);
  return [own.reduce((best, line) => (far(line) < far(best) ? line : best)), middle];
}

/** The line with nothing but what its segments hold. */
function withItems(line: Line, segments: readonly Segment[]): Line {
  if (segments.length === 0) return line;
  const items = segments.flatMap((part) => part.items);
  return { ...line, items, x0: segments[0]!.x0, x1: Math.max(...segments.map((part) => part.x1)) };
}

/** Lines of pieces nearer than this, in ems, can be of no other row. */
const sameLine = 0.7;

/** Marks a number that was joined of pieces as doubtful. */
function doubtJoined(part: Segment): Segment {
  if (!part.joined || part.text.includes(doubtful)) return part;
  const text = part.text + doubtful;
  return { ...part, text, items: [{ ...part.items[0]!, text }] };
}

function join(upper: Segment, part: Segment, mark: string): Segment {
  const [x0, x1] = [Math.min(upper.x0, part.x0), Math.max(upper.x1, part.x1)];
  const text = upper.text + mark + part.text;
  return {
    ...upper,
    text,
    joined: true,
    x0,
    x1,
    items: [{ ...upper.items[0]!, text, x0, x1 }],
  };
}
