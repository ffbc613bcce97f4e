import type { TableBlock } from "../../../lib/document/document.ts";
import type { SegmentedLine } from "../../../lib/document/pdf/aligned-region.ts";
import { toAlignedTables } from "../../../lib/document/pdf/aligned-table.ts";
import type { Item } from "../../../lib/document/pdf/geometry.ts";
import { toLines } from "../../../lib/document/pdf/page-lines.ts";
import { toSegments } from "../../../lib/document/pdf/segments.ts";

/** Height of an em of all texts, in points. */
const size = 10;

/** A text set at a left edge, in points; `right`: to end there, which letter-spaces it. */
export type Piece = readonly [x: number, text: string, right?: number];

/** A text as a page's item: characters of Chinese an em wide, others half of one. */
export function toItem([x0, text, right]: Piece, baseline: number): Item {
  let width = 0;
  for (const character of text) width += /[ -~]/.test(character) ? size / 2 : size;
  const box = { x0, x1: right ?? x0 + width, y0: baseline - 8, y1: baseline + 2 };
  return { ...box, text, size, baseline, turn: 0, vertical: false, digit: 0.5, line: Math.round(baseline) };
}

/** A line of pieces at a height in points, as the readers of tables without rules take it. */
export function setLine(y: number, pieces: readonly Piece[], page = 1): SegmentedLine {
  const [line] = toLines(pieces.map((piece) => toItem(piece, y)));
  const segments = toSegments(line!);
  const figures = segments.length > 1 ? segments.filter(({ figure }) => figure).length : 0;
  return { kind: "line", page, line: line!, segments, figures };
}

/** The texts of a line's segments, from left to right. */
export const textsOf = ({ segments }: SegmentedLine): string[] => segments.map(({ text }) => text);

/** Reads lines as tables: the cells of each row, lines of a label in one. */
export function readLines(lines: readonly SegmentedLine[]): string[][][] {
  return toAlignedTables(lines).map(rowsOf);
}

function rowsOf({ rows, columns, cells }: TableBlock): string[][] {
  const texts = Array.from({ length: rows }, () => new Array<string>(columns).fill(""));
  for (const cell of cells) texts[cell.row]![cell.column] = cell.text.replaceAll("\n", "");
  return texts;
}
