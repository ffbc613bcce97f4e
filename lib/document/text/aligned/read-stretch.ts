import type { LabelledRow } from "./gather-labels.ts";
import { type ColumnRange, inferColumns, isSteady, uniteOverlaps } from "./infer-columns.ts";
import type { LaidLine, Piece } from "./lay-out-line.ts";

/** Rows of figures with their labels, and their columns. */
export interface Band {
  rows: LabelledRow[];
  columns: ColumnRange[];
  /** Whether lines are not laid out at all: single spaces part the figures, and their places say nothing. */
  ordered: boolean;
  /** Whether the figures of a row with blanks can be told apart by their places. */
  steady: boolean;
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

/** Reads the rows of lines whose columns stand at the same places, under the lines of `header`. */
export function readStretch(own: LabelledRow[], lines: readonly LaidLine[], header: readonly LaidLine[]): Band {
  const ordered = own.every(({ figures }) => figures.every(({ gap, start }) => gap === 1 || start === 0));
  const rows = ordered ? own : mergeWrapped(own, lines);
  const figures = rows.map((row) => row.figures);
  const area = Math.min(...figures.map((row) => row[0]!.start));
  const over = header.map(({ labels }) => labels.filter(({ end }) => end > area));
  const columns = inferColumns(figures, ordered ? [] : over);
  return { rows, columns, ordered, steady: !ordered && isSteady(figures, columns) };
}
