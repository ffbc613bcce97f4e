import { fold } from "../../chinese/fold.ts";
import type { SegmentedLine } from "./aligned-region.ts";
import { beginsRow, isWholeLabel } from "./row-words.ts";
import type { Segment } from "./segments.ts";

const enumerator = /^[(（]?[一二三四五六七八九十\d]{1,3}[)）、.．,，]/;
/** Pitch of the lines of one text, in ems. */
const least = 0.95;
const most = 2.6;
/** Lines further apart than this share of the pitch are of different rows. */
const slack = 1.06;

/** What row labels cover, from the lines on which figures follow them; undefined where none do. */
interface Range {
  x0: number;
  x1: number;
}

/**
 * Finds lines that are rows together: a label among lines of figures of which some have no label, since the numbers were
 * wrapped in their cells. Answers the runs of lines as [first, after the last]; lines of other rows are in none.
 */
export function findBands(lines: readonly SegmentedLine[]): [from: number, to: number][] {
  const pitch = findPitch(lines);
  if (pitch === undefined || lines.some(({ line }) => line.whole)) return [];
  const labels = labelRange(lines) ?? nowhere;
  const bands: [number, number][] = [];
  for (let from = 0; from < lines.length; ) {
    let to = from + 1;
    const isRow = (at: number) => at < lines.length && !isHead(lines[at]!, labels);
    if (isRow(from)) while (isRow(to) && isNear(lines[to - 1]!, lines[to]!, pitch)) to++;
    bands.push([from, to]);
    from = to;
  }
  return joinCutRows(lines, bands, labels)
    .flatMap((run) => partAtNumbers(lines, run, labels))
    .filter(([from, to]) => isWrapped(lines.slice(from, to), labels));
}

/**
 * Parts a run of several rows whose lines are evenly spaced where numbered labels begin, if all figures stand beside lines of
 * labels: no number is then longer than its row's label.
 */
function partAtNumbers(
  lines: readonly SegmentedLine[],
  [from, to]: [number, number],
  labels: Range,
): [number, number][] {
  const run = lines.slice(from, to);
  const starts = run.flatMap((line, index) => {
    const label = labelOf(line, labels);
    return label && isNumbered(label.text) ? [from + index] : [];
  });
  if (starts.length < 2 || run.some((line) => isLone(line, labels))) return [[from, to]];
  return starts.map((start, index): [number, number] => [start, starts[index + 1] ?? to]);
}

/** Joins runs over a page break, and over a header repeated there, of which one has figures without any label: the rest of a row that the page cuts. */
function joinCutRows(
  lines: readonly SegmentedLine[],
  runs: readonly [number, number][],
  labels: Range,
): [number, number][] {
  const joined: [number, number][] = [];
  let last: [number, number] | undefined;
  for (const run of runs) {
    if (lines.slice(...run).some((line) => isHead(line, labels))) continue;
    const isCut =
      last !== undefined &&
      lines[last[1] - 1]!.page !== lines[run[0]]!.page &&
      (isBare(lines.slice(Math.max(last[0], last[1] - mostLines), last[1]), labels) ||
        isBare(lines.slice(...run), labels));
    if (isCut && last) last[1] = run[1];
    else {
      last = [...run];
      joined.push(last);
    }
  }
  return joined;
}

/** No row has more lines. */
const mostLines = 40;

/** Whether lines hold nothing but figures. */
const isBare = (run: readonly SegmentedLine[], labels: Range): boolean => run.every((line) => isLone(line, labels));

/** Part four has no labels beside its only row of figures. */
const nowhere: Range = { x0: -Infinity, x1: -Infinity };

/** Whether lines are one row, some numbers of which go on in lines of their own, or beside further lines of its numbered label. */
function isWrapped(run: readonly SegmentedLine[], labels: Range): boolean {
  if (run.filter(hasFigures).length < 2) return false;
  if (labels === nowhere) return run.every((line) => isLone(line, labels));
  if (countLabels(run, labels) !== 1) return false;
  if (run.some((line) => isLone(line, labels))) return true;
  const own = run.flatMap((line) => labelOf(line, labels) ?? []);
  // A number alone on its line is followed by its label.
  const begins = ({ text }: Segment) => beginsRow(text) || (!numberAlone.test(own[0]!.text) && isWholeLabel(text));
  return isNumbered(own[0]!.text) && !own.slice(1).some(begins);
}

const numberAlone = /^[^\p{Script=Han}]*[一二三四五六七八九十]*[^\p{Script=Han}]*$/u;

/** Whether words stand above the figures: headings of columns. */
const isHead = ({ segments }: SegmentedLine, { x1 }: Range): boolean =>
  segments.some((part) => !part.figure && part.x0 > x1);

const hasFigures = ({ segments }: SegmentedLine) => segments.some((part) => part.figure);

function labelRange(lines: readonly SegmentedLine[]): Range | undefined {
  const labels: Segment[] = [];
  for (const { segments } of lines) {
    const first = segments.findIndex((part) => part.figure);
    if (first > 0) labels.push(segments[first - 1]!);
  }
  if (labels.length === 0) return undefined;
  const at = (share: number, values: number[]) =>
    values.sort((a, b) => a - b)[Math.floor(share * (values.length - 1))]!;
  return {
    x0: at(
      0.5,
      labels.map(({ x0 }) => x0),
    ),
    x1: at(
      0.9,
      labels.map(({ x1 }) => x1),
    ),
  };
}

/** The row's own label on a line, not the heading of a group left of it; a numbered one alone may be either. */
function labelOf({ segments, line }: SegmentedLine, { x0, x1 }: Range): Segment | undefined {
  const texts = segments.filter((part) => !part.figure);
  const below = texts.findLast((part) => {
    const overlap = Math.min(part.x1, x1) - Math.max(part.x0, x0);
    return overlap > Math.min(line.size, 0.5 * Math.min(part.x1 - part.x0, x1 - x0));
  });
  return below ?? texts.find((part) => isNumbered(part.text));
}

const isNumbered = (text: string): boolean => enumerator.test(fold(text).replace(/\s/g, ""));

/** Whether a line holds figures and no label of a row. */
export const isLone = (line: SegmentedLine, labels: Range): boolean => hasFigures(line) && !labelOf(line, labels);

/** How many labels a run of lines has: numbered ones, else lines of a label that is not numbered, on lines with figures. */
function countLabels(run: readonly SegmentedLine[], labels: Range): number {
  let [numbered, plain, beside, named] = [0, 0, 0, 0];
  for (const line of run) {
    const label = labelOf(line, labels);
    if (!label) continue;
    if (isNumbered(label.text)) numbered++;
    else plain++;
    if (beginsRow(label.text)) named++;
    if (hasFigures(line)) beside++;
  }
  if (numbered > 0) return numbered;
  return Math.max(beside, named, Math.min(1, plain));
}

function isNear(above: SegmentedLine, below: SegmentedLine, pitch: number): boolean {
  if (above.page !== below.page) return false;
  if (Math.abs(above.line.size - below.line.size) > 0.5) return false;
  return below.line.baseline - above.line.baseline < slack * pitch;
}

/** The usual distance of two lines of one text, of which the second is no numbered label: the pitch of wrapped texts. */
function findPitch(lines: readonly SegmentedLine[]): number | undefined {
  const counts = new Map<number, number>();
  for (let index = 1; index < lines.length; index++) {
    const { line, page, segments } = lines[index]!;
    for (let above = index - 1; above >= Math.max(0, index - 4); above--) {
      const other = lines[above]!;
      const step = line.baseline - other.line.baseline;
      if (other.page !== page || step > most * line.size) break;
      if (step < least * line.size) continue;
      if (!segments.some((part) => other.segments.some((upper) => goesOn(upper, part)))) continue;
      const key = Math.round(step / grain);
      counts.set(key, (counts.get(key) ?? 0) + 1);
      break;
    }
  }
  let best: [step: number, count: number] | undefined;
  for (const entry of counts)
    if (!best || entry[1] > best[1] || (entry[1] === best[1] && entry[0] < best[0])) best = entry;
  return best && best[0] * grain;
}

/** Distances of lines that differ by less, in points, are alike. */
const grain = 0.5;

function goesOn(upper: Segment, part: Segment): boolean {
  if (upper.figure || part.figure || isNumbered(part.text)) return false;
  return (
    Math.min(upper.x1, part.x1) - Math.max(upper.x0, part.x0) > 0.5 * Math.min(upper.x1 - upper.x0, part.x1 - part.x0)
  );
}
