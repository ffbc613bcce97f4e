import type { TableBlock, TableCell } from "../document.ts";
import { alignLabels } from "./align-labels.ts";
import { type Column, columnOf, findColumns } from "./aligned-columns.ts";
import type { SegmentedLine } from "./aligned-region.ts";
import { splitLabels } from "./group-labels.ts";
import type { Segment } from "./segments.ts";

/** Height that pages are set apart by, so that y grows through the document. */
const pageHeight = 1e5;

interface Row {
  line: SegmentedLine;
  y: number;
  /** Label lines with the line they stand on, in order; `groups` are those of the group headings left of them. */
  labels: { text: string; line: SegmentedLine }[];
  groups: { text: string; line: SegmentedLine }[];
}

/** Reads a table without rules: one row a line of figures, its label's lines gathered around it, other lines as rows of their own. */
export function toAlignedTable(lines: readonly SegmentedLine[]): TableBlock {
  const columns = findColumns(lines);
  const size = lines.find((line) => line.figures > 0)!.line.size;
  const left = columns[0]!.x0 - 0.3 * size;
  const yOf = ({ page, line }: SegmentedLine) => page * pageHeight + line.baseline;
  const rows: Row[] = [];
  const headings: SegmentedLine[] = [];
  const fragments: { line: SegmentedLine; segments: Segment[] }[] = [];
  for (const line of lines) {
    const labels = line.segments.filter((segment) => !segment.figure && (segment.x0 + segment.x1) / 2 < left);
    const isRow = line.segments.some((segment) => segment.figure && segment.x1 > left);
    if (isRow) rows.push({ line, y: yOf(line), labels: [], groups: [] });
    if (labels.length > 0 && (isRow || (labels.length === line.segments.length && line.line.x1 <= left + size)))
      fragments.push({ line, segments: labels });
    else if (!isRow) headings.push(line);
  }
  const split = splitLabels(
    fragments.flatMap(({ line, segments }) => segments.map((segment) => ({ line, segment, y: yOf(line) }))),
    rows.map((row) => row.line),
  );
  // Lines above the first figures are the header's, unless the first label begins there.
  const assigned = alignLabels(
    rows.map((row) => row.y),
    split.labels.map(({ y, segment }) => ({ y, text: segment.text })),
    size,
  );
  split.labels.forEach(
    ({ segment, line }, index) => void rows[assigned[index]!]!.labels.push({ text: segment.text, line }),
  );
  for (const { segment, line, y } of split.groups) nearestRow(rows, y).groups.push({ text: segment.text, line });
  return toTable(rows, headings, columns, left, yOf);
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

/** Column 0: group headings; 1: labels; then the figures. */
function toTable(
  rows: Row[],
  headings: SegmentedLine[],
  columns: Column[],
  left: number,
  yOf: (line: SegmentedLine) => number,
): TableBlock {
  const cells: TableCell[] = [];
  const ordered = [
    ...rows.map((row) => ({ y: row.y, row, heading: undefined })),
    ...headings.map((heading) => ({ y: yOf(heading), row: undefined, heading })),
  ].sort((a, b) => a.y - b.y);
  const offset = rows.some((row) => row.groups.length > 0) ? 2 : 1;
  ordered.forEach(({ row, heading }, index) => {
    const place = (line: SegmentedLine) => ({ page: line.page, line: line.line.number });
    const add = (column: number, text: string, line: SegmentedLine, columnSpan = 1) =>
      cells.push({ text, row: index, column, rowSpan: 1, columnSpan, location: place(line) });
    if (heading) {
      for (const segment of heading.segments) {
        const inLabels = (segment.x0 + segment.x1) / 2 < left;
        add(inLabels ? offset - 1 : offset + columnOf(columns, segment.x0, segment.x1), segment.text, heading);
      }
      return;
    }
    if (row.groups.length > 0) add(0, row.groups.map(({ text }) => text).join("\n"), row.groups[0]!.line);
    add(offset - 1, row.labels.map(({ text }) => text).join("\n"), row.labels[0]?.line ?? row.line);
    const texts = columns.map(() => [] as string[]);
    for (const segment of row.line.segments) {
      if (segment.figure || (segment.x0 + segment.x1) / 2 >= left)
        texts[columnOf(columns, segment.x0, segment.x1)]!.push(segment.text);
    }
    texts.forEach((text, column) => void add(offset + column, text.join(" "), row.line));
  });
  const first = ordered[0]!.row?.labels[0]?.line ?? ordered[0]!.row?.line ?? ordered[0]!.heading!;
  const location = { page: first.page, line: first.line.number };
  return {
    kind: "table",
    grid: "aligned",
    rows: ordered.length,
    columns: offset + columns.length,
    cells: unique(cells),
    location,
  };
}

/** Two segments of a heading in one column stand in one cell. */
function unique(cells: TableCell[]): TableCell[] {
  const byPlace = new Map<string, TableCell>();
  for (const cell of cells) {
    const key = `${cell.row} ${cell.column}`;
    const other = byPlace.get(key);
    if (other) other.text += ` ${cell.text}`;
    else byPlace.set(key, cell);
  }
  return [...byPlace.values()].sort((a, b) => a.row - b.row || a.column - b.column);
}
