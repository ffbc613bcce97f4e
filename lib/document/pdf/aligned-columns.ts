import type { SegmentedLine } from "./aligned-region.ts";
import { findHeaderColumns, fitFigures } from "./header-columns.ts";
import { headsLabels } from "./row-words.ts";
import { type Segment, toSegments } from "./segments.ts";

/** A column of figures by the x that its figures cover. */
export interface Column {
  x0: number;
  x1: number;
}

/** Full rows are trusted to tell the columns if this share of all rows is full. */
const share = 0.3;
/** Height of the lowest headings, and the gap between them, in ems. */
const headingLines = 1.6;
const headingGap = 0.3;

/** Finds the columns of figures of a region: by its header, where that agrees with the figures; else from the rows in which every column has one, else from figures that stand below one another. */
export function findColumns(lines: readonly SegmentedLine[]): Column[] {
  const rows = lines
    .map((line) => line.segments.filter((segment) => segment.figure))
    .filter((figures) => figures.length > 0);
  if (rows.length === 0) return findHeaderColumns(headerOf(lines), labelRange(lines));
  const most = Math.max(...rows.map((figures) => figures.length));
  const headed = fitFigures(findHeaderColumns(headerOf(lines), labelRange(lines)), rows, lines[0]!.line.size);
  if (headed && headed.length >= most) return headed;
  const full = rows.filter((figures) => figures.length === most);
  const told = most > 2 && full.length >= share * rows.length;
  return addBlankColumns(told ? toColumns(full) : clusterColumns(rows.flat()), lines);
}

/** The lines above the first figures; where there are none, above the first label below a header's line. */
function headerOf(lines: readonly SegmentedLine[]): readonly SegmentedLine[] {
  const first = lines.findIndex(hasFigures);
  return lines.slice(0, first < 0 ? headEnd(lines) : first);
}

/** How many lines stand above the rows of a part: up to the last one of several headings before its first figures. */
export function headEnd(lines: readonly SegmentedLine[]): number {
  const first = lines.findIndex(hasFigures);
  const above = first < 0 ? lines : lines.slice(0, first);
  return above.findLastIndex(({ segments }) => segments.length > 1 || headsLabels(segments[0]!.text)) + 1;
}

const hasFigures = (line: SegmentedLine) => line.segments.some((segment) => segment.figure);

/** What the labels of rows cover. */
function labelRange(lines: readonly SegmentedLine[]): Column | undefined {
  const rows = lines.filter(hasFigures);
  const labels = (rows.length > 0 ? rows : lines.slice(headEnd(lines))).flatMap(({ segments }) => {
    const first = segments.findIndex((segment) => segment.figure);
    return first < 0 ? segments : segments.slice(0, first);
  });
  if (labels.length === 0) return undefined;
  return { x0: Math.min(...labels.map(({ x0 }) => x0)), x1: Math.max(...labels.map(({ x1 }) => x1)) };
}

/** Columns in which every row is blank are told by their headings in the lines right above the figures. */
function addBlankColumns(columns: Column[], lines: readonly SegmentedLine[]): Column[] {
  const first = lines.findIndex((line) => line.segments.some((segment) => segment.figure));
  const lowest = lines[first - 1];
  if (!lowest || columns.length < 3) return columns;
  const above = lines
    .slice(Math.max(0, first - 3), first)
    .filter(
      ({ page, line }) => page === lowest.page && lowest.line.baseline - line.baseline < headingLines * line.size,
    );
  const widest = Math.min(
    ...columns.slice(1).map((column, index) => (column.x0 + column.x1 - columns[index]!.x0 - columns[index]!.x1) / 2),
  );
  const left = columns[0]!.x1;
  const segments = above.flatMap(({ line }) => toSegments(line, headingGap));
  const headings = clusterColumns(segments.filter(({ x0, x1 }) => x1 > left - widest && x1 - x0 < 1.1 * widest));
  const added = headings.filter(
    ({ x0, x1 }) => x0 > left && !columns.some((column) => x0 < column.x1 + 1 && column.x0 < x1 + 1),
  );
  // Only where each heading then has its column: figures set to one side may miss the middle of theirs.
  if (columns.length + added.length !== headings.length) return columns;
  return [...columns, ...added].sort((a, b) => a.x0 - b.x0);
}

function toColumns(full: readonly Segment[][]): Column[] {
  return full[0]!.map((_, index) => ({
    x0: Math.min(...full.map((figures) => figures[index]!.x0)),
    x1: Math.max(...full.map((figures) => figures[index]!.x1)),
  }));
}

function clusterColumns(figures: readonly Column[]): Column[] {
  const sorted = [...figures].sort((a, b) => a.x0 + a.x1 - b.x0 - b.x1);
  const columns: Column[] = [];
  for (const { x0, x1 } of sorted) {
    const last = columns.at(-1);
    const overlap = last ? Math.min(x1, last.x1) - Math.max(x0, last.x0) : 0;
    if (last && overlap > 0.3 * Math.min(x1 - x0, last.x1 - last.x0)) {
      last.x0 = Math.min(last.x0, x0);
      last.x1 = Math.max(last.x1, x1);
    } else columns.push({ x0, x1 });
  }
  return columns;
}

/** The column that an interval overlaps most, else the nearest. */
export function columnOf(columns: readonly Column[], x0: number, x1: number): number {
  let best = 0;
  let bestScore = -Infinity;
  columns.forEach((column, index) => {
    // By overlap; among columns that are overlapped alike, by the distance of the middles.
    const overlap = Math.min(x1, column.x1) - Math.max(x0, column.x0);
    const score = overlap - 0.5 * Math.abs((x0 + x1 - column.x0 - column.x1) / 2);
    if (score > bestScore) [best, bestScore] = [index, score];
  });
  return best;
}
