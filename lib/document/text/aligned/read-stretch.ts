import { type Anchor, type ColumnRange, centre, uniteOverlaps } from "./column-range.ts";
import { findHeaderAnchor, findHeaderColumns } from "./header-columns.ts";
import { inferColumns } from "./infer-columns.ts";
import { isSteady } from "./is-steady.ts";
import type { LabelledRow } from "./label-list.ts";
import { type LaidLine, type Piece, unitePieces } from "./lay-out-line.ts";

/** Rows of figures with their labels, and their columns. */
export interface Band {
  rows: LabelledRow[];
  columns: ColumnRange[];
  /** Whether the figures of a row with blanks can be told apart by their places. */
  steady: boolean;
  /** Whether its header names the columns of all its figures. */
  named: boolean;
  /** By which place figures stand below one another. */
  anchor: Anchor;
}

/** Whether the figures of every line lie so far apart that what is two columns off still stands below the same one. */
function isWide(rows: readonly LabelledRow[]): boolean {
  return rows.every(({ figures }) => figures.slice(1).every(({ gap }) => gap > 2));
}

/** Numbers wrapped inside their cells: adjacent lines of figures without labels, parted from others by blank lines, are one row. */
function mergeWrapped(rows: LabelledRow[], lines: readonly LaidLine[]): LabelledRow[] {
  const bare = rows.length > 1 && rows.every(({ label, group }) => label.length === 0 && group.length === 0);
  if (!bare || lines.slice(1).some(({ blanksBefore }) => blanksBefore > 0)) return rows;
  const reach = isWide(rows) ? 2 : 0;
  const pieces = rows.flatMap(({ figures }) => figures.map((piece) => ({ ...piece, end: piece.end + reach })));
  const figures = uniteOverlaps(pieces).map(({ start, end }): Piece => {
    const own = pieces.filter((piece) => piece.start >= start && piece.end <= end);
    return { text: own.map(({ text }) => text).join(""), start, end: end - reach, line: own[0]!.line, gap: 2 };
  });
  return [{ ...rows[0]!, figures }];
}

/** So many headings side by side have their blank cells below them. */
const leastHeadings = 3;

/** Whether a table's only figure stands right below its headings: its place says in which column. */
export function isAlone(rows: readonly LabelledRow[], header: readonly LaidLine[]): boolean {
  const [row] = rows;
  const above = header.at(-1);
  if (rows.length !== 1 || row!.figures.length !== 1 || row!.label.length > 0 || above === undefined) return false;
  return above.line === row!.line - 1 && above.labels.length >= leastHeadings;
}

/** Whether single spaces part the figures of a row: its places say nothing. */
export function isOrdered({ figures, label, group }: LabelledRow): boolean {
  const beside = [...label, ...group].some(({ line }) => line === figures[0]?.line);
  return figures.every(({ gap }, index) => gap === 1 || (index === 0 && !beside));
}

/** Whether labels of rows with blanks reach below the first column's heading: their figures were pushed from their places. */
function runsOver(rows: readonly LabelledRow[], headings: readonly ColumnRange[]): boolean {
  const [, first, ...others] = headings;
  if (first === undefined) return false;
  return rows.some(({ figures, label }) => {
    const beside = label.findLast(({ line }) => line === figures[0]?.line);
    return beside !== undefined && beside.end > first.start && figures.length <= others.length;
  });
}

/** Headings of so many characters each are not the pieces of one. */
const leastHeading = 3;

/** The line of a header that has most headings, the labels' own first. */
const fullestOf = (header: readonly LaidLine[]): readonly ColumnRange[] =>
  header
    .map(({ labels }) => (labels.every(({ text }) => text.length >= leastHeading) ? labels : unitePieces(labels)))
    .reduce((most, line) => (line.length > most.length ? line : most), []);

/** Reads the rows of lines whose columns stand at the same places, under the lines of `header`; `drifts`: headings and figures are not straight below one another. */
export function readStretch(
  own: LabelledRow[],
  lines: readonly LaidLine[],
  header: readonly LaidLine[],
  drifts: boolean,
): Band {
  const ordered = own.every(isOrdered) && !isAlone(own, header);
  const rows = ordered ? own : mergeWrapped(own, lines);
  const figures = rows.map((row) => row.figures).filter((row) => row.length > 0);
  const area = Math.min(...figures.map((row) => row[0]!.start));
  // What stands below the last figures may be a heading as well as a label.
  const last = lines.findLastIndex((line) => line.figures.length > 0);
  const labelEnd = Math.max(0, ...lines.slice(0, last + 1).flatMap(({ labels }) => labels.map(({ end }) => end)));
  const over = header.flatMap(({ labels }) =>
    [unitePieces(labels), labels].map((line) => line.filter(({ start, end }) => end > area || start >= labelEnd)),
  );
  const starts = own.flatMap((row) => (row.figures.length > 0 ? row.label.map(({ start }) => start) : []));
  const labels = starts.length > 0 ? { start: Math.min(...starts), end: labelEnd } : undefined;
  const named = ordered ? [] : findHeaderColumns(header, labels);
  // A header that agrees with all figures also shows the columns in which every cell is blank.
  const most = Math.max(...figures.map((row) => row.length));
  const fullest = fullestOf(header);
  if (!ordered && most < fullest.length && runsOver(rows, fullest))
    return { rows, columns: fullest.slice(1), steady: false, named: false, anchor: centre };
  const anchor = named.length >= Math.max(1, most) ? findHeaderAnchor(named, figures, drifts) : null;
  if (anchor !== null) return { rows, columns: named, steady: true, named: true, anchor };
  const columns = inferColumns(figures, ordered ? [] : over);
  // A single row has nothing but its header to agree with.
  const below = figures.length > 1 ? centre : findHeaderAnchor(columns, figures, drifts);
  const agrees = below !== null && (figures.length === 1 || isSteady(figures, columns, over));
  return { rows, columns, steady: !ordered && agrees, named: false, anchor: below ?? centre };
}
