import type { TableBlock, TableCell } from "../../document.ts";
import { doubtful } from "../../doubtful.ts";
import { assignColumns } from "./assign-columns.ts";
import type { ColumnRange } from "./column-range.ts";
import { goesOn, type LabelledRow } from "./label-list.ts";
import { type LaidLine, type Piece, unitePieces } from "./lay-out-line.ts";
import type { Band } from "./read-stretch.ts";

/** Joins pieces of one text: those of a line without space, lines by "\n". */
export function joinPieces(pieces: readonly Piece[]): string {
  const lines = new Map<number, string>();
  for (const { text, line } of pieces) lines.set(line, (lines.get(line) ?? "") + text);
  return [...lines.values()].join("\n");
}

/** A number that ends with its decimal point or a comma has lost the rest: marked, so that it is not read as a whole one. */
const markCut = (text: string) => (/[\d０-９][.．,，]$/.test(text) ? text + doubtful : text);

function toCell(text: string, column: number, line: number, columnSpan = 1): TableCell {
  return { text, row: 0, column, rowSpan: 1, columnSpan, location: { line } };
}

/**
 * A header line's pieces and the columns each lies over; by order where the header's places do not tell the columns (`named`)
 * and the line has as many pieces as there are columns.
 */
function findColumns(
  line: readonly Piece[],
  columns: readonly ColumnRange[],
  labels: number,
  named: boolean,
): [Piece, number[]][] {
  const united = unitePieces(line);
  for (const pieces of named ? [] : [line, united]) {
    const extra = pieces.length - columns.length;
    const [left] = columns;
    const beside = left !== undefined && pieces.length > 0 && pieces[0]!.end <= left.start;
    if (columns.length < 2 || extra !== (beside ? 1 : 0) || (beside && labels === 0)) continue;
    return pieces.map((piece, index) => [piece, index < extra ? [] : [index - extra]]);
  }
  return united.map((piece) => [
    piece,
    columns.flatMap((range, index) => (piece.start < range.end && range.start < piece.end ? [index] : [])),
  ]);
}

/** Header pieces over one column, joined downwards; over several, as a merged cell in a row of its own. */
function placeHeadings(header: readonly LaidLine[], band: Band | undefined, labels: number): TableCell[][] {
  const { columns, named } = band ?? { columns: [], named: false };
  const spanning: TableCell[][] = [];
  const single = new Map<number, Piece[]>();
  for (const { labels: pieces } of header) {
    const merged: TableCell[] = [];
    for (const [piece, [first, ...more]] of findColumns(pieces, columns, labels, named)) {
      const before = columns.filter(({ end }) => end <= piece.start).length;
      if (more.length > 0) {
        merged.push(toCell(piece.text, labels + first!, piece.line, more.length + 1));
        continue;
      }
      const beside = first === undefined && before === 0 && labels > 0;
      const column = beside ? 0 : labels + Math.min(first ?? before, columns.length - 1);
      single.set(column, [...(single.get(column) ?? []), piece]);
    }
    if (merged.length > 0) spanning.push(merged);
  }
  const bottom = [...single].map(([column, pieces]) => toCell(joinPieces(pieces), column, pieces[0]!.line));
  bottom.sort((a, b) => a.column - b.column);
  return bottom.length > 0 ? [...spanning, bottom] : spanning;
}

/** A header as it lies: lines of headings, and below them labels that stand alone, rows of blanks. */
function placeHeader(header: readonly LaidLine[], band: Band | undefined, labels: number): TableCell[][] {
  const rows: TableCell[][] = [];
  let headings: LaidLine[] = [];
  let alone: Piece[][] = [];
  const closeHeadings = () => {
    rows.push(...placeHeadings(headings, band, labels));
    headings = [];
  };
  const closeAlone = () => {
    if (band !== undefined)
      for (const label of alone) rows.push(placeRow({ ...emptyRow, label, line: label[0]!.line }, band, labels));
    alone = [];
  };
  let named = false;
  for (const line of header) {
    const pieces = unitePieces(line.labels);
    const left = band?.columns[0]?.start ?? 0;
    const [piece] = pieces;
    if (named && labels > 0 && pieces.length === 1 && (piece!.start + piece!.end) / 2 < left) {
      if (alone.length === 0) closeHeadings();
      if (alone.length > 0 && goesOn(alone.at(-1)!, piece!)) alone.at(-1)!.push(piece!);
      else alone.push([piece!]);
      continue;
    }
    closeAlone();
    headings.push(line);
    named = named || pieces.length > 1;
  }
  closeHeadings();
  closeAlone();
  return rows;
}

const emptyRow = { figures: [], group: [], stretch: 0 };

function placeRow(row: LabelledRow, { columns, steady, anchor }: Band, labels: number): TableCell[] {
  const cells: TableCell[] = [];
  const add = (text: string, column: number, line: number, columnSpan = 1) => {
    if (text !== "") cells.push(toCell(text, column, line, columnSpan));
  };
  if (labels > 1) add(joinPieces(row.group), 0, row.group[0]?.line ?? row.line);
  if (labels > 0) add(joinPieces(row.label), labels - 1, row.label[0]?.line ?? row.line);
  if (row.mayBeGroup) return cells;
  const known = steady || row.figures.length === 0 || row.figures.length === columns.length;
  const places = known ? assignColumns(row.figures, columns, anchor) : null;
  // Figures whose columns cannot be told apart stand together in one cell: to be said, not guessed.
  if (places === null) {
    add(row.figures.map(({ text }) => text).join(" "), labels, row.line, columns.length);
    return cells;
  }
  for (const column of columns.keys()) {
    const figure = row.figures[places.indexOf(column)];
    cells.push(toCell(markCut(figure?.text ?? ""), labels + column, figure?.line ?? row.line));
  }
  return cells;
}

/** Makes one table of its header lines and its bands (one a page, where it goes over several). */
export function toAlignedTable(header: readonly LaidLine[], bands: readonly Band[]): TableBlock {
  const rows = bands.flatMap((band) => band.rows);
  const labels = rows.some(({ group }) => group.length > 0) ? 2 : rows.some(({ label }) => label.length > 0) ? 1 : 0;
  const grid = [
    ...placeHeader(header, bands[0], labels),
    ...bands.flatMap((band) => band.rows.map((row) => placeRow(row, band, labels))),
  ];
  const cells = grid.flatMap((row, index) => row.map((cell) => ({ ...cell, row: index })));
  const columns = labels + Math.max(...bands.map((band) => band.columns.length));
  const line = cells.reduce((least, cell) => Math.min(least, cell.location.line), Number.POSITIVE_INFINITY);
  return { kind: "table", grid: "aligned", rows: grid.length, columns, cells, location: { line } };
}
