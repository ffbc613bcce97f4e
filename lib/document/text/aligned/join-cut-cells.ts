import { isFigure, type Piece } from "./lay-out-line.ts";

/** Beginnings and ends of what a cell holds besides numbers: 不适用, units. */
const cutPlaceholder = /^不[适適]$/;
const unit = /^(?:[万萬亿億]?元|[件条條项項宗次笔筆篇个個]|人次)$/;
const endsWithUnit = /[件条條项項宗次笔筆篇个個元%％]$/;

/** Whether a line holds a piece that may be the end of what stands above it. */
export const hasCellEnds = (text: string): boolean =>
  /(?:^|\s)(?:用|[万萬亿億]?元|[件条條项項宗次笔筆篇个個]|人次)(?=\s|$)/.test(text);

const countFigures = (pieces: readonly Piece[]): number => pieces.filter(({ text }) => isFigure(text)).length;

/** Whether `end` completes the cell that `piece` begins; `alone`: no figures stand beside it, whose unit it could be. */
function completes(end: string, piece: string, alone: boolean): boolean {
  if (cutPlaceholder.test(piece)) return end === "用";
  return alone && unit.test(end) && !endsWithUnit.test(piece) && isFigure(piece + end);
}

/**
 * Joins, in place, what the end of its cell's line cut (不适 and 用, a number and its unit) on the line of the two that has
 * more figures; `above` and `below` are a line and the next.
 */
export function joinCutCells(above: Piece[], below: Piece[]): void {
  const alone = countFigures(below) === 0;
  for (const piece of [...above]) {
    const end = below.find(
      ({ text, start, end }) => start < piece.end && piece.start < end && completes(text, piece.text, alone),
    );
    if (end === undefined) continue;
    const [kept, other, gone] = countFigures(below) > countFigures(above) ? [end, above, piece] : [piece, below, end];
    const { start, end: last } = piece;
    Object.assign(kept, { text: piece.text + end.text, start, end: last });
    other.splice(other.indexOf(gone), 1);
  }
}
