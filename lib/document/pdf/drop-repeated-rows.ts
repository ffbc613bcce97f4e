import { doubtful } from "../doubtful.ts";
import type { SegmentedLine } from "./aligned-region.ts";

/** Header lines between a row and its repetition on the next page. */
const mostBetween = 8;

/** Leaves out one of two equal rows of which one ends a page and the other begins the next: a row that the page cuts may be printed on both. */
export function dropRepeatedRows(lines: readonly SegmentedLine[]): SegmentedLine[] {
  const dropped = new Set<SegmentedLine>();
  let last = -1;
  lines.forEach((line, index) => {
    if (line.figures === 0 || line.line.whole) return;
    const above = lines[last];
    if (above && above.page + 1 === line.page && index - last <= mostBetween && toText(above) === toText(line)) {
      dropped.add(isDoubtful(line) ? line : above);
      if (isDoubtful(line)) return;
    }
    last = index;
  });
  return dropped.size === 0 ? [...lines] : lines.filter((line) => !dropped.has(line));
}

/** A row's texts with its label, apart from the marks of doubtful figures; different for each row without a label. */
function toText({ segments, page }: SegmentedLine): string {
  const texts = segments.map(({ text }) => text.replaceAll(doubtful, ""));
  return segments[0]!.figure ? `${page}` : texts.join(" ");
}

const isDoubtful = ({ segments }: SegmentedLine): boolean => segments.some(({ text }) => text.includes(doubtful));
