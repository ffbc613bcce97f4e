import type { Place, TableBlock, TableCell } from "../document.ts";
import { doubtful } from "../doubtful.ts";
import { alignLabels, type LabelLine } from "./align-labels.ts";
import { type Column, columnOf, findColumns, headEnd } from "./aligned-columns.ts";
import type { SegmentedLine } from "./aligned-region.ts";
import { dropRepeatedRows } from "./drop-repeated-rows.ts";
import { isFigure } from "./figure-pattern.ts";
import { groupColumns, type LabelPiece, partGroups } from "./group-labels.ts";
import { findLabelBlocks, shareBlocks } from "./label-blocks.ts";
import { mergeWrapped } from "./merge-wrapped.ts";
import { isListed, mayBeginLabel } from "./row-words.ts";
import type { Segment } from "./segments.ts";
import { settleFigures } from "./settle-figures.ts";
import { splitHeaded } from "./split-headed.ts";
import { stackHeadings } from "./stack-headings.ts";

/** Height that pages are set apart by, so that y grows through the document. */
const pageHeight = 1e5;

interface Row {
  line: SegmentedLine;
  y: number;
  /** `blank`: a label whose cells are all blank; `text`: words above the labels. */
  kind: "figures" | "blank" | "text";
  /** Label lines with the line they stand on, in order; `groups` are those of the group headings left of them. */
  labels: { text: string; line: SegmentedLine }[];
  groups: { text: string; line: SegmentedLine; column: number }[];
}

/** Reads the tables without rules of a region: one row a line of figures, its label's lines gathered around it, other lines as rows of their own. */
export function toAlignedTables(region: readonly SegmentedLine[]): TableBlock[] {
  return splitHeaded(dropRepeatedRows(settleFigures(region))).map((part) => toTableOf(mergeWrapped(part)));
}

function toTableOf(lines: readonly SegmentedLine[]): TableBlock {
  const size = lines[0]!.line.size;
  const found = findColumns(lines);
  // Where neither headings nor figures tell a column there is one, blank and right of all labels.
  const columns = found.length > 0 ? found : [rightOf(lines)];
  const left = columns[0]!.x0 - 0.3 * size;
  const head = new Set(lines.slice(0, headEnd(lines)));
  const yOf = ({ page, line }: SegmentedLine) => page * pageHeight + line.baseline;
  const rows: Row[] = [];
  const headings: SegmentedLine[] = [];
  const fragments: { line: SegmentedLine; segments: Segment[] }[] = [];
  for (const line of lines) {
    const labels = line.segments.filter((segment) => !segment.figure && (segment.x0 + segment.x1) / 2 < left);
    const isRow = line.segments.some((segment) => segment.figure && segment.x1 > left);
    if (isRow) rows.push({ line, y: yOf(line), kind: "figures", labels: [], groups: [] });
    if (
      labels.length > 0 &&
      !head.has(line) &&
      (isRow || (labels.length === line.segments.length && line.line.x1 <= left + size))
    )
      fragments.push({ line, segments: labels });
    else if (!isRow) headings.push(line);
  }
  const split = partGroups(
    fragments.flatMap(({ line, segments }) => segments.map((segment) => ({ line, segment, y: yOf(line) }))),
    rows.map((row) => row.line),
  );
  const all = placeLabels(rows, split.labels, size);
  const { count, columnOf: groupOf } = groupColumns(split.groups);
  for (const piece of all.length > 0 ? split.groups : [])
    nearestRow(all, piece.y).groups.push({ text: piece.segment.text, line: piece.line, column: groupOf.get(piece)! });
  return toTable(all, headings, columns, left, yOf, count);
}

function rightOf(lines: readonly SegmentedLine[]): Column {
  const x0 = Math.max(...lines.map(({ line }) => line.x1 + line.size));
  return { x0, x1: x0 + 1 };
}

/** Gives rows of figures their labels and answers them with the rows of blanks between. */
function placeLabels(rows: Row[], pieces: readonly LabelPiece[], size: number): Row[] {
  const widest = Math.max(...pieces.map(({ segment }) => segment.x1 - segment.x0)) - 1.2 * size;
  const labels = pieces.map(({ y, segment, line }) => {
    return { y, text: segment.text, whole: line.line.whole === true, full: segment.x1 - segment.x0 > widest };
  });
  const ys = rows.map((row) => row.y);
  const toLabel = ({ segment, line }: LabelPiece) => ({ text: segment.text, line });
  const blocks = findLabelBlocks(ys, labels, size);
  if (!blocks) {
    const assigned = alignLabels(ys, labels, size);
    const blanks: Row[] = [];
    for (const { from, to, row } of shareBlocks(ys, labels, assigned, size)) {
      const own = pieces.slice(from, to).map(toLabel);
      if (row !== null) rows[row]!.labels.push(...own);
      else blanks.push(toBlank(own, labels, from, to));
    }
    return [...rows, ...blanks].sort((a, b) => a.y - b.y);
  }
  const blanks: Row[] = [];
  const counted = blocks.some((block) => block.numbered);
  for (const { from, to, row, numbered } of blocks) {
    const own = pieces.slice(from, to).map(toLabel);
    if (row !== null) rows[row]!.labels.push(...own);
    else {
      const kind = counted && !numbered ? "text" : "blank";
      blanks.push({ ...toBlank(own, labels, from, to), kind });
    }
  }
  return [...rows, ...blanks].sort((a, b) => a.y - b.y);
}

/** A row of blanks under its label: lines `from` to `to` of all. */
function toBlank(own: Row["labels"], labels: readonly LabelLine[], from: number, to: number): Row {
  const y = (labels[from]!.y + labels[to - 1]!.y) / 2;
  return { line: own[0]!.line, y, kind: "blank", labels: own, groups: [] };
}

function nearestRow(rows: readonly Row[], y: number): Row {
  let low = 0;
  let high = rows.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle]!.y + rows[middle + 1]!.y) / 2 < y) low = middle + 1;
    else high = middle;
  }
  return rows[low]!;
}

/** First the columns of group headings, where there are any; then that of labels (number `label`); then figures. */
function toTable(
  rows: Row[],
  headings: SegmentedLine[],
  columns: Column[],
  left: number,
  yOf: (line: SegmentedLine) => number,
  label: number,
): TableBlock {
  const cells: TableCell[] = [];
  let index = 0;
  // The column of the first figures: without any labels there is no column for them.
  const first = label + (rows.some((row) => row.labels.length > 0 || row.groups.length > 0) ? 1 : 0);
  const add = (column: number, text: string, { page, line }: SegmentedLine) =>
    cells.push({ text, row: index, column, rowSpan: 1, columnSpan: 1, location: { page, line: line.number } });
  let next = 0;
  const addHeadings = (before: number) => {
    const start = next;
    while (next < headings.length && yOf(headings[next]!) < before) next++;
    if (next === start) return;
    const block = headings.slice(start, next);
    if (start > 0 && isRepeated(block, headings.slice(0, start))) return;
    for (const heading of stackHeadings(block, columns, left)) {
      for (const [column, text] of heading.texts) add(Math.max(0, first + column), text, heading.line);
      index++;
    }
  };
  const doubts = findDoubts(rows, columns, left);
  for (const row of rows) {
    addHeadings(row.y);
    for (let column = 0; column < label; column++) {
      const group = row.groups.filter((fragment) => fragment.column === column);
      if (group.length > 0) add(column, toText(group), group[0]!.line);
    }
    if (first > label) add(label, toText(row.labels), row.labels[0]?.line ?? row.line);
    const marked = doubts.get(row);
    const texts = textsOf(row, columns, left).map((text, column) => (marked?.has(column) ? text + doubtful : text));
    if (row.kind !== "text") for (const [column, text] of texts.entries()) add(first + column, text, row.line);
    index++;
  }
  addHeadings(Infinity);
  const location = cells.reduce((a, b) => (isBefore(b.location, a.location) ? b : a)).location;
  cells.sort((a, b) => a.row - b.row || a.column - b.column);
  return { kind: "table", grid: "aligned", rows: index, columns: first + columns.length, cells, location };
}

const textsOf = (row: Row, columns: Column[], left: number): string[] =>
  row.kind === "figures" ? figureTexts(row.line, columns, left) : columns.map(() => "");

/**
 * Figures that have no label in a table of labelled rows are pieces of the rows beside them, though it is not known of which:
 * the columns of each row in which they make its cell doubtful.
 */
function findDoubts(rows: readonly Row[], columns: Column[], left: number): Map<Row, Set<number>> {
  const doubts = new Map<Row, Set<number>>();
  const figures = rows.filter((row) => row.kind === "figures");
  const counted = figures.filter(({ labels }) => labels[0] && isListed(labels[0].text)).length >= fewestListed;
  const isNameless = ({ labels }: Row) =>
    labels.length === 0 || (counted && !mayBeginLabel(labels.map(({ text }) => text).join("")));
  const nameless = figures.filter(isNameless);
  if (nameless.length === 0 || (!counted && 2 * nameless.length > figures.length)) return doubts;
  rows.forEach((row, index) => {
    if (row.kind !== "figures" || !isNameless(row)) return;
    const filled = textsOf(row, columns, left).flatMap((text, column) => (text === "" ? [] : [column]));
    if (counted) doubts.set(row, new Set([...(doubts.get(row) ?? []), ...filled]));
    for (const step of [-1, 1]) {
      for (let at = index + step, named = false; !named && rows[at] && Math.abs(at - index) <= mostBlanks; at += step) {
        const other = rows[at]!;
        const known = doubts.get(other) ?? new Set();
        doubts.set(other, known);
        for (const column of filled) known.add(column);
        named = other.kind === "figures" && !isNameless(other);
      }
    }
  });
  return doubts;
}

/** Where so many rows have a number, one without is the rest of another. */
const fewestListed = 5;

/** Rows of blanks between a row and a piece of it. */
const mostBlanks = 4;

const leastHeadings = 3;
const mostHeadings = 20;

/** Whether headings at the top of a page say nothing that those before have not said. */
function isRepeated(block: readonly SegmentedLine[], before: readonly SegmentedLine[]): boolean {
  if (block[0]!.page === before[0]!.page) return false;
  const texts = block.flatMap((line) => line.segments.map(({ text }) => text));
  const known = new Set(before.slice(0, mostHeadings).flatMap((line) => line.segments.map(({ text }) => text)));
  return texts.length >= leastHeadings && texts.every((text) => known.has(text));
}

const toText = (fragments: Row["labels"]) => fragments.map(({ text }) => text).join("\n");

function isBefore(a: Place, b: Place): boolean {
  return (a.page ?? 0) < (b.page ?? 0) || (a.page === b.page && a.line < b.line);
}

/** A number reaches this far over the middle of another column, in ems, if it holds that one's number as well. */
const overMiddle = 0.2;

/** The texts of a row's line by column; a column in which nothing stands is blank. */
function figureTexts({ segments, line }: SegmentedLine, columns: Column[], left: number): string[] {
  const size = overMiddle * line.size;
  const texts = columns.map(() => [] as string[]);
  for (const segment of segments) {
    const { text, figure, x0, x1, items } = segment;
    if (!(figure && x1 > left) && (x0 + x1) / 2 < left) continue;
    // Numbers that touch are told apart by the columns they stand in.
    const parts = items.map((item) => columnOf(columns, item.x0, item.x1));
    const covered = columns.filter(
      (column) => Math.min(x1, column.x1) - Math.max(x0, column.x0) > 0.6 * (column.x1 - column.x0),
    ).length;
    if (figure && covered > 1 && new Set(parts).size > 1) {
      for (const column of new Set(parts))
        texts[column]!.push(
          items
            .filter((_, index) => parts[index] === column)
            .map((item) => item.text)
            .join(""),
        );
    } else texts[columnOf(columns, x0, x1)]!.push(text);
  }
  for (const { figure, x0, x1 } of segments) {
    if (!figure || x1 <= left) continue;
    const own = columnOf(columns, x0, x1);
    // Over a blank cell's middle: the numbers of both cells may have been run together.
    for (const next of [own - 1, own + 1]) {
      const middle = columns[next] ? (columns[next].x0 + columns[next].x1) / 2 : Number.NaN;
      if (x0 < middle - size && middle + size < x1 && texts[next]!.length === 0) {
        texts[next]!.push(doubtful);
        texts[own]!.push(doubtful);
      }
    }
  }
  // Two numbers in one place are none, nor is one that ends with its decimal point.
  return texts.map((parts) => {
    const text = parts.join(parts.every(isFigure) ? doubtful : " ");
    return /[\d０-９][.．]$/.test(text) ? text + doubtful : text;
  });
}
