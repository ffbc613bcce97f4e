import { isUnit } from "./figure-pattern.ts";
import type { FlowLine } from "./paragraphs.ts";
import { isRowLabel } from "./row-words.ts";
import { type Segment, toSegments } from "./segments.ts";

/** A line that may belong to a table without rules. */
export interface SegmentedLine extends FlowLine {
  segments: Segment[];
  /** How many figures stand in columns of their own. */
  figures: number;
}

export type AlignedPart = { kind: "lines"; lines: FlowLine[] } | { kind: "region"; lines: SegmentedLine[] };

/** Ems that a table's text may differ in size from row to row. */
const sameSize = 0.12;
/** A region's gaps between lines on one page, in ems. */
const widestGap = 4.5;
const mostHeaderLines = 12;
/** A heading of a column, in ems. */
const widestHeading = 20;
/** A label may reach this far over the left edge of the figures beside it, in ems. */
const labelSlack = 0.3;
/** Figures of the last rows that columns are remembered by. */
const mostSegments = 60;
const heading = /^(?:第?[一二三四五六七八九十]{1,2}(?:部分)?[、.．]|.{0,40}[。；])/;

/** Finds the regions of running lines in which figures stand in columns: tables without rules. */
export function splitAligned(lines: readonly FlowLine[]): AlignedPart[] {
  const all = lines.map(segment);
  const parts: AlignedPart[] = [];
  let taken = 0;
  for (let index = 0; index < all.length; index++) {
    if (all[index]!.line.whole) {
      let end = index + 1;
      while (end < all.length && all[end]!.line.whole) end++;
      if (index > taken) parts.push({ kind: "lines", lines: lines.slice(taken, index) });
      parts.push({ kind: "region", lines: all.slice(index, end) });
      taken = end;
      index = end - 1;
      continue;
    }
    const headed = headsRows(all, index);
    if (!headed && !isFigureLine(all[index]!)) continue;
    const end = findEnd(all, index);
    if (end <= index) continue;
    const rows = all.slice(index, end).filter(isFigureLine);
    if (!headed && rows.length < 2 && (rows[0]?.figures ?? 0) < 3) continue;
    const start = findStart(all, index, taken);
    if (start > taken) parts.push({ kind: "lines", lines: lines.slice(taken, start) });
    parts.push({ kind: "region", lines: all.slice(start, end) });
    taken = end;
    index = end - 1;
  }
  if (taken < lines.length) parts.push({ kind: "lines", lines: lines.slice(taken) });
  return parts;
}

function segment(line: FlowLine): SegmentedLine {
  const segments = toSegments(line.line);
  const figures = segments.filter((part) => part.figure);
  // Of pieces a little higher or lower than one another, the figures say where their row stands.
  const baseline = figures[figures.length >> 1]?.baseline;
  const settled = baseline === undefined || line.line.whole ? line.line : { ...line.line, baseline };
  return { ...line, line: settled, segments, figures: segments.length > 1 ? figures.length : 0 };
}

/** A row's line: nearly all that follows its label is figures, and a gap parts them from it. */
function isFigureLine({ segments, figures }: SegmentedLine): boolean {
  if (figures === 0 || segments.length < 2) return false;
  const first = segments.findIndex((part) => part.figure);
  const after = segments.slice(first).filter((part) => !part.figure).length;
  return after * 3 <= figures && segments.at(-1)!.figure;
}

/** Several short texts side by side, none of them a figure or a sentence. */
function isHeadLine({ segments, figures, line }: SegmentedLine): boolean {
  if (figures > 0 || segments.length < 2 || line.whole) return false;
  return segments.every(({ text, x0, x1 }) => x1 - x0 < widestHeading * line.size && !/[。；;:：]/.test(text));
}

/** Whether headings of columns stand above a row: above figures below them, or above the label of a row of blanks. */
function headsRows(all: readonly SegmentedLine[], index: number): boolean {
  if (!isHeadLine(all[index]!)) return false;
  let left = Infinity;
  let columns: Segment[] = [];
  for (let at = index; at < all.length && at - index <= mostHeaderLines; at++) {
    const current = all[at]!;
    if (at > index && !isNear(all[at - 1]!, current)) return false;
    if (isFigureLine(current)) return current.figures > 1 || sharesHeadings(columns, current);
    if (isOnlyFigure(current)) return sharesHeadings(columns, current);
    if (current.line.x1 <= left) {
      if (isRowLabel(joinTexts(current))) return true;
    } else if (isHeadLine(current)) {
      left = Math.min(left, current.segments[1]!.x0);
      columns = [...columns, ...current.segments].slice(-mostSegments);
    } else if (isLong(current)) return false;
  }
  return false;
}

/** A row of which only one cell is filled, where rows have no labels. */
const isOnlyFigure = ({ segments, line }: SegmentedLine): boolean =>
  segments.length === 1 && segments[0]!.figure && !line.whole;

/** Whether a figure stands below one of these headings. */
function sharesHeadings(headings: readonly Segment[], { segments, line }: SegmentedLine): boolean {
  const near = 2 * line.size;
  return segments.some(
    (part) => part.figure && headings.some(({ x0, x1 }) => part.x0 < x1 + near && x0 < part.x1 + near),
  );
}

const joinTexts = ({ segments }: SegmentedLine) => segments.map(({ text }) => text).join("");

function isNear(a: SegmentedLine, b: SegmentedLine): boolean {
  if (a.line.whole || b.line.whole) return false;
  const size = a.line.size;
  if (Math.abs(a.line.size - b.line.size) > sameSize * size) return false;
  if (a.page !== b.page) return b.page === a.page + 1;
  return b.line.baseline - a.line.baseline < widestGap * size;
}

/**
 * The line after the region's last one: the last figures, or the last label of a row of blanks below them; what else stands below
 * the last figures belongs to the region while it stays left of them.
 */
function findEnd(all: SegmentedLine[], start: number): number {
  let [end, others, left, most, figuresAt] = [start, 0, Infinity, 0, -1];
  const columns: Segment[] = [];
  let headings: Segment[] = [];
  for (let index = start; index < all.length; index++) {
    const current = all[index]!;
    if (index > start && !isNear(all[index - 1]!, current)) break;
    const label = left < Infinity && current.line.x1 <= left + labelSlack * current.line.size;
    const named = label && isRowLabel(joinTexts(current));
    if (index > start && !named && isHeading(all, index) && !leadsToRow(all, index, columns)) break;
    if (isFigureLine(current)) {
      const headed = most > 0 && end < index && current.figures >= 4 && current.figures > 1.6 * most;
      if (headed || (end < index && !sharesColumns(columns, current))) break;
      columns.push(...current.segments.filter((part) => part.figure));
      if (columns.length > mostSegments) columns.splice(0, columns.length - mostSegments);
      most = Math.max(most, current.figures);
      left = Math.min(left, firstFigure(current));
      [end, others, figuresAt] = [index + 1, 0, index];
    } else if (named || (isOnlyFigure(current) && sharesHeadings(headings, current))) {
      [end, others] = [index + 1, 0];
    } else if (!label && isHeadLine(current)) {
      headings = [...headings, ...current.segments].slice(-mostSegments);
      left = Math.min(left, current.segments[1]!.x0);
      if (++others > mostHeaderLines) break;
    } else if (
      current.segments.length === 1 &&
      current.line.x0 < left &&
      current.line.x1 > left + 6 * current.line.size &&
      isLong(current)
    )
      break;
    else if (!label && ++others > mostHeaderLines) break;
  }
  // Rest of the last row's label.
  while (
    end < all.length &&
    end > start &&
    isNear(all[end - 1]!, all[end]!) &&
    (isLabelRest(all, end, left) || (end - 1 === figuresAt && isFigureRest(all, end)))
  )
    end++;
  return end;
}

function isLabelRest(all: SegmentedLine[], index: number, left: number): boolean {
  const { line, page, segments } = all[index]!;
  const above = all[index - 1]!;
  return (
    segments.length === 1 &&
    line.x1 <= left &&
    above.page === page &&
    line.baseline - above.line.baseline < 1.45 * line.size
  );
}

/** Ends of numbers wrapped in the last row's cells stand so near below it, in ems. */
const interleaved = 0.85;

function isFigureRest(all: SegmentedLine[], index: number): boolean {
  const { line, segments } = all[index]!;
  const above = all[index - 1]!;
  const step = line.baseline - above.line.baseline;
  return step < interleaved * line.size && segments.every((part) => part.figure || isUnit(part.text));
}

const firstFigure = ({ segments }: SegmentedLine) => segments.find((part) => part.figure)!.x0;
const isLong = ({ line }: SegmentedLine) => line.x1 - line.x0 > 24 * line.size;

/** Whether most of a row's figures stand below those of the rows before. */
function sharesColumns(columns: readonly Segment[], { segments, line }: SegmentedLine): boolean {
  const own = segments.filter((part) => part.figure);
  const shared = own.filter((part) =>
    columns.some((column) => part.x0 < column.x1 + line.size && column.x0 < part.x1 + line.size),
  );
  return own.length < 4 || columns.length < 4 || 2 * shared.length >= own.length;
}

/** A numbered heading set off from the lines around it. */
function isHeading(all: SegmentedLine[], index: number): boolean {
  const { segments, line, page } = all[index]!;
  if (segments.length !== 1 || !/^[一二三四五六七八]、/.test(segments[0]!.text)) return false;
  const above = all[index - 1];
  const below = all[index + 1];
  const gap = (a: SegmentedLine | undefined, b: SegmentedLine | undefined) =>
    a && b && a.page === b.page ? (b.line.baseline - a.line.baseline) / line.size : 9;
  return page > 0 && gap(above, all[index]) > 1.9 && gap(all[index], below) > 1.7;
}

/** Whether figures in the same columns follow without a header between: what looks like a heading is a label of its own. */
function leadsToRow(all: SegmentedLine[], index: number, columns: readonly Segment[]): boolean {
  for (const next of all.slice(index + 1, index + 4)) {
    if (!isNear(all[index]!, next)) return false;
    if (isFigureLine(next)) return next.figures > 1 && sharesColumns(columns, next);
    if (next.segments.length > 1) return false;
  }
  return false;
}

/** The region's first line: headings of columns above the first figures, down from a full or distant line. */
function findStart(all: SegmentedLine[], first: number, taken: number): number {
  let start = first;
  while (start > taken && first - start < mostHeaderLines) {
    const above = all[start - 1]!;
    // Over a page break only headings in columns: a paragraph's end may stand there as well.
    if (above.page !== all[start]!.page && above.segments.length < 2) break;
    if (!isNear(above, all[start]!) || isFigureLine(above)) break;
    if (above.segments.length === 1 && (isLong(above) || heading.test(above.segments[0]!.text))) break;
    start--;
  }
  return start;
}
