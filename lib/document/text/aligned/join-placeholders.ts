import { isFigure, type Piece } from "./lay-out-line.ts";

const beginning = /^不[适適]$/;
const isEnd = (text: string) => text === "用";

/** Whether a text holds a 不适用 that was cut by the end of its cell's line. */
export const isCutPlaceholder = (text: string): boolean => /不[适適](?=\s|$)/.test(text);

const countFigures = (pieces: readonly Piece[]): number => pieces.filter(({ text }) => isFigure(text)).length;

/** Joins 不适 and the 用 below it, in place, on the line of the two that has more figures; `above` and `below` are a line and the next. */
export function joinPlaceholders(above: Piece[], below: Piece[]): void {
  for (const piece of above.filter(({ text }) => beginning.test(text))) {
    const end = below.find(({ text, start, end }) => isEnd(text) && start < piece.end && piece.start < end);
    if (end === undefined) continue;
    const [kept, other, gone] = countFigures(below) > countFigures(above) ? [end, above, piece] : [piece, below, end];
    const { start, end: last } = piece;
    Object.assign(kept, { text: piece.text + end.text, start, end: last });
    other.splice(other.indexOf(gone), 1);
  }
}
