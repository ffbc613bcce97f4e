import type { Column } from "./aligned-columns.ts";
import type { SegmentedLine } from "./aligned-region.ts";
import { centreX, overlaps } from "./geometry.ts";
import { type Segment, toSegments } from "./segments.ts";

/** Gap between headings, in ems. */
const headingGap = 0.3;
/** A heading alone on its line stands this near, in ems, to the lines of those that wrap beside it. */
const beside = 1;

/** Finds the columns that the lines of a header name, from the lowest headings up: what stands over lower ones spans or continues them. */
export function findHeaderColumns(header: readonly SegmentedLine[], labels: Column | undefined): Column[] {
  const columns: Column[] = [];
  const lines = header.map((line) => ({ line, segments: toSegments(line.line, headingGap) }));
  for (let index = lines.length - 1; index >= 0; index--) {
    const { line, segments } = lines[index]!;
    const alone = segments.length === 1 && !isBeside(line, header[index - 1]) && !isBeside(line, header[index + 1]);
    const found = segments.filter((segment) => !(labels && overlaps(segment, labels)));
    for (const segment of found) {
      const same = columns.filter((column) => overlaps(segment, column));
      if (same.length === 0 && !alone) columns.push({ x0: segment.x0, x1: segment.x1 });
      else if (same.length === 1 && isLike(segment, same[0]!)) widen(same[0]!, segment);
    }
  }
  return mergeNear(
    columns.sort((a, b) => a.x0 - b.x0),
    header[0]?.line.size ?? 0,
  );
}

/** Characters this near to one another, by the usual distance of headings, are those of one. */
const nearest = 0.6;
/** What is no wider than this, in ems, is a character. */
const widestCharacter = 1.5;

function mergeNear(columns: readonly Column[], size: number): Column[] {
  const steps = columns.slice(1).map((column, index) => centreX(column) - centreX(columns[index]!));
  const usual = steps.toSorted((a, b) => a - b)[steps.length >> 1] ?? 0;
  const merged: Column[] = [];
  const isCharacter = ({ x0, x1 }: Column) => x1 - x0 < widestCharacter * size;
  for (const [index, column] of columns.entries()) {
    const last = merged.at(-1);
    const spaced = isCharacter(column) && isCharacter(columns[index - 1] ?? column);
    if (last && spaced && centreX(column) - centreX(last) < nearest * usual) last.x1 = Math.max(last.x1, column.x1);
    else merged.push({ ...column });
  }
  return merged;
}

function isBeside({ page, line }: SegmentedLine, other: SegmentedLine | undefined): boolean {
  return other?.page === page && Math.abs(other.line.baseline - line.baseline) < beside * line.size;
}

/** Whether two texts stand centred one below the other, as lines of one heading do. */
function isLike(segment: Segment, column: Column): boolean {
  return Math.abs(segment.x0 + segment.x1 - column.x0 - column.x1) < 0.5 * (segment.x1 - segment.x0);
}

function widen(column: Column, { x0, x1 }: Column): void {
  column.x0 = Math.min(column.x0, x0);
  column.x1 = Math.max(column.x1, x1);
}

/**
 * The header's columns with the figures of the rows below them; null where two figures of a row stand below one heading or a
 * figure below none, so that the header does not tell the columns.
 */
export function fitFigures(
  found: readonly Column[],
  rows: readonly (readonly Segment[])[],
  size: number,
): Column[] | null {
  if (found.length < 1) return null;
  const header = joinSpaced(found, rows.flat(), size);
  const columns = header.map((column) => ({ ...column }));
  const sums = header.map(() => ({ x: 0, count: 0 }));
  const headings = assignHeadings(header, rows);
  if (!headings) return null;
  rows.forEach((figures, row) => {
    figures.forEach((figure, index) => {
      const best = headings[row]![index]!;
      widen(columns[best]!, figure);
      sums[best]!.x += centreX(figure);
      sums[best]!.count++;
    });
  });
  const isRest = (index: number, other: number) => {
    const [column, beside] = [header[index]!, header[other]];
    const { x, count } = sums[other] ?? { x: 0, count: 0 };
    if (!beside || count === 0 || sums[index]!.count > 0 || gap(column, beside) > widestSpace * size) return false;
    const whole = (Math.min(column.x0, beside.x0) + Math.max(column.x1, beside.x1)) / 2;
    return Math.abs(whole - x / count) < 0.5 * Math.abs(centreX(beside) - x / count);
  };
  return columns.filter((_, index) => !isRest(index, index - 1) && !isRest(index, index + 1));
}

/** Space within a heading, in ems. */
const widestSpace = 1.3;

const gap = (a: Column, b: Column) => Math.max(a.x0, b.x0) - Math.min(a.x1, b.x1);

/** Joins the parts of a heading with a space in it, where figures stand below the space. */
function joinSpaced(header: readonly Column[], figures: readonly Segment[], size: number): Column[] {
  const joined: Column[] = [];
  for (const column of header) {
    const last = joined.at(-1);
    const spans =
      last &&
      gap(last, column) < widestSpace * size &&
      figures.some(({ x0, x1 }) => (x0 + x1) / 2 > last.x1 && (x0 + x1) / 2 < column.x0);
    if (spans) last.x1 = column.x1;
    else joined.push({ ...column });
  }
  return joined;
}

/** Finds the heading of each figure of each row; null where they cannot be told. */
function assignHeadings(header: readonly Column[], rows: readonly (readonly Segment[])[]): number[][] | null {
  const sides = (["left", "right"] as const).map((side) =>
    assignRows(rows, (figure) => headingBeside(header, figure, side)),
  );
  // Where figures stand beside their headings, all do on the same side.
  const [left, right] = sides;
  if (left && !right) return left;
  if (right && !left) return right;
  return assignRows(rows, (figure) => headingNear(header, figure));
}

/** Assigns rows figure by figure, from left to right; null where one has no heading or two have the same. */
function assignRows(
  rows: readonly (readonly Segment[])[],
  headingOf: (figure: Segment) => number | null,
): number[][] | null {
  const assigned: number[][] = [];
  for (const figures of rows) {
    const row: number[] = [];
    for (const figure of figures) {
      const heading = headingOf(figure);
      if (heading === null || heading <= (row.at(-1) ?? -1)) return null;
      row.push(heading);
    }
    assigned.push(row);
  }
  return assigned;
}

/** The heading that a figure overlaps, if it is only one; else the next one on a side of it. */
function headingBeside(header: readonly Column[], figure: Column, side: "left" | "right"): number | null {
  const above = header.flatMap((column, index) => (overlaps(figure, column) ? [index] : []));
  if (above.length === 1) return above[0]!;
  if (above.length > 1) return null;
  const next = header.findIndex((column) => column.x0 >= figure.x1);
  if (side === "right") return next < 0 ? null : next;
  return next < 0 ? header.length - 1 : next > 0 ? next - 1 : null;
}

/** The only heading above a figure, else the nearest one; null where none is near. */
function headingNear(header: readonly Column[], figure: Column): number | null {
  const above = header.flatMap((column, index) => (overlaps(figure, column) ? [index] : []));
  if (above.length === 1) return above[0]!;
  const x = centreX(figure);
  const best = nearestTo(header, x);
  return isBelow(header, best, x) ? best : null;
}

function nearestTo(columns: readonly Column[], x: number): number {
  let best = 0;
  for (let index = 1; index < columns.length; index++)
    if (Math.abs(centreX(columns[index]!) - x) < Math.abs(centreX(columns[best]!) - x)) best = index;
  return best;
}

/** Whether `x` lies so near to a heading's middle that it cannot stand below the next one. */
function isBelow(header: readonly Column[], index: number, x: number): boolean {
  const own = header[index]!;
  if (x > own.x0 && x < own.x1) return true;
  const near = [header[index - 1], header[index + 1]].flatMap((other) =>
    other ? [Math.abs(centreX(other) - centreX(own))] : [],
  );
  return Math.abs(x - centreX(own)) < 0.3 * Math.min(...near, Infinity);
}
