import { type Column, columnOf } from "./aligned-columns.ts";
import type { SegmentedLine } from "./aligned-region.ts";
import { centreX } from "./geometry.ts";
import { isOpen } from "./row-words.ts";
import { toSegments } from "./segments.ts";

/** A row of headings: texts by column, -1 for the labels' own. */
export interface HeadingRow {
  line: SegmentedLine;
  texts: Map<number, string>;
}

interface Stack {
  column: number;
  text: string;
  top: number;
  bottom: number;
  narrow: boolean;
  line: SegmentedLine;
}

/** Lines of one heading are no further apart than this, in ems. */
const pitch = 1.55;
/** So far may a heading go on whose bracket is open. */
const openPitch = 2.6;
/** Gap between headings, in ems. */
const tight = 0.3;

/** Makes rows of consecutive heading lines: a heading wrapped in its column becomes one text in the row of the lowest headings. */
export function stackHeadings(lines: readonly SegmentedLine[], columns: readonly Column[], left: number): HeadingRow[] {
  const stacks: Stack[] = [];
  const stacked = new Map<number, Stack>();
  for (const line of lines) {
    // Headings of tight columns stand closer than other texts do.
    for (const [index, { text, x0, x1, baseline: y }] of toSegments(line.line, tight).entries()) {
      // Only the first may head the labels: figures may be set right of their heading's middle.
      const column = index === 0 && (x0 + x1) / 2 < left ? -1 : columnOf(columns, x0, x1);
      const narrow = column >= 0 && x1 - x0 < 1.1 * columnPitch(columns, column);
      const above = stacked.get(column);
      const open = above !== undefined && isOpen(above.text);
      const wraps =
        above &&
        !line.line.whole &&
        ((narrow && above.narrow) || open) &&
        above.line.page === line.page &&
        y - above.bottom < (open ? openPitch : pitch) * line.line.size;
      if (wraps) {
        above.text += text;
        above.bottom = y;
        above.line = line;
      } else {
        const stack = { column, text, top: y, bottom: y, narrow, line };
        stacked.set(column, stack);
        stacks.push(stack);
      }
    }
  }
  return toRows(stacks, lines);
}

function columnPitch(columns: readonly Column[], index: number): number {
  const own = centreX(columns[index]!);
  const gaps = [columns[index - 1], columns[index + 1]].flatMap((other) =>
    other ? [Math.abs(centreX(other) - own)] : [],
  );
  return Math.min(...gaps, Infinity);
}

function toRows(stacks: readonly Stack[], lines: readonly SegmentedLine[]): HeadingRow[] {
  const last = lines.at(-1)!;
  // Those that wrap least stand centred beside those that wrap most.
  const top =
    Math.min(...stacks.filter((stack) => stack.line === last).map((stack) => stack.top)) - 0.3 * last.line.size;
  const rows = new Map<SegmentedLine, HeadingRow>();
  for (const stack of stacks) {
    const lowest = stack.narrow && stack.line.page === last.page && stack.bottom >= top;
    const line = lowest ? last : stack.line;
    const row = rows.get(line) ?? { line, texts: new Map() };
    rows.set(line, row);
    const before = row.texts.get(stack.column);
    row.texts.set(stack.column, before === undefined ? stack.text : before + stack.text);
  }
  return lines.flatMap((line) => rows.get(line) ?? []);
}
