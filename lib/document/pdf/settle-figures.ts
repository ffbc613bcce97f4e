import type { SegmentedLine } from "./aligned-region.ts";
import { isUnit } from "./figure-pattern.ts";
import { partCells } from "./part-cells.ts";
import type { Segment } from "./segments.ts";

/** Pitch of the lines of one cell, in ems. */
const pitch = 1.5;

/** Tells pieces of labels that look like figures (the 用 of 费用), and units below their numbers, by where they stand. */
export function settleFigures(printed: readonly SegmentedLine[]): SegmentedLine[] {
  const lines = partCells(printed);
  const right = rightOfLabels(lines);
  return lines.map((line, index) => {
    if (line.line.whole) return line;
    const above = [lines[index - 1], lines[index - 2]];
    const changed = line.segments.map((part) => {
      const isLabel = part.figure && !/[\d０-９]/.test(part.text) && part.x1 < right;
      if (isLabel) return { ...part, figure: false };
      return isUnit(part.text) && above.some((other) => other && endsIn(other, line, part))
        ? { ...part, figure: true }
        : part;
    });
    if (changed.every((part, at) => part === line.segments[at])) return line;
    return { ...line, segments: changed, figures: changed.filter((part) => part.figure).length };
  });
}

/** The right edge of the labels that figures follow on their line. */
function rightOfLabels(lines: readonly SegmentedLine[]): number {
  let right = -Infinity;
  for (const { segments } of lines) {
    const first = segments.findIndex((part) => part.figure);
    if (first > 0) right = Math.max(right, segments[first - 1]!.x1);
  }
  return right;
}

/** Whether a number above ends in a unit. */
function endsIn(above: SegmentedLine, { page, line }: SegmentedLine, unit: Segment): boolean {
  if (above.page !== page || line.baseline - above.line.baseline > pitch * line.size) return false;
  return above.segments.some((part) => part.figure && part.x0 < unit.x1 && unit.x0 < part.x1);
}
