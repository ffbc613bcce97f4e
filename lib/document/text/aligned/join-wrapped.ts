import { enumerator } from "./enumerator.ts";
import type { LabelledRow } from "./label-list.ts";
import type { Piece } from "./lay-out-line.ts";

/**
 * Joins to a row the ends of its numbers that were wrapped onto the next line: few figures on the line right below within
 * the same label, each under one of the row's that is at least as wide.
 */
export function joinWrapped(rows: readonly LabelledRow[], label: readonly Piece[]): LabelledRow[] {
  const joined: LabelledRow[] = [];
  for (const row of rows) {
    const before = joined.at(-1);
    const ends =
      before === undefined ? [] : row.figures.map((piece) => before.figures.find((other) => holds(other, piece)));
    const beside = [...row.group, ...label.filter(({ line }) => line === row.line)];
    const bare = beside.length === 0;
    const few =
      before !== undefined &&
      !beside.some(({ text }) => enumerator.test(text)) &&
      (row.figures.length * 2 <= before.figures.length || (bare && before.figures.length < leastBare)) &&
      row.line === before.line + 1;
    if (!few || ends.includes(undefined)) {
      joined.push(row);
      continue;
    }
    row.figures.forEach(({ text }, index) => {
      ends[index]!.text += text;
    });
    before.group.push(...row.group);
  }
  return joined;
}

/** In rows of fewer figures than this, ends of numbers may be as many as their beginnings. */
const leastBare = 3;

/** Whether a figure may be the end of the one above it: it stands under a long one, or under one that ends with its point. */
export function holds(above: Piece, piece: Piece): boolean {
  if (/[.．,，]$/.test(above.text)) return piece.start < above.end && above.start < piece.end;
  return piece.start >= above.start - 1 && piece.end <= above.end + 1 && above.text.length >= 4;
}
