import { doubtful } from "../../doubtful.ts";
import { widthOf } from "../display-width.ts";
import type { SourceLine } from "../split-lines.ts";

/** A piece of a line between white space, with the display columns it covers (East Asian characters are two wide). */
export interface Piece {
  text: string;
  start: number;
  end: number;
  line: number;
  /** Width of the white space before it. */
  gap: number;
}

/** A line as it lies on the page: its label pieces, and the figures that end it. */
export interface LaidLine {
  line: number;
  labels: Piece[];
  figures: Piece[];
  /** Blank lines since the line before. */
  blanksBefore: number;
  /** Whether a page begins with it. */
  page: boolean;
}

const number =
  /^[([（]?(?:(?:减少|減少|增加|下降|上升|净增|减|減|增)[:：]?)?[+\-－−＋±]?[\d０-９]+(?:[,，.．][\d０-９]+)*[.．,，]?(?:[件条條项項宗次笔筆篇个個元%％]|[万萬亿億]元|人次)?[)\]）]?$/;
const placeholder = /^(?:[/／\\＼|·.]|[-—–－─]{1,4}|无|無|空|零|不适用|不適用|NaN|N\/A|None|null)$/;
/** Whether a piece is what a cell of figures holds: a number, maybe with its unit, or a placeholder. */
export function isFigure(text: string): boolean {
  return number.test(text) || placeholder.test(text);
}

/**
 * How wide whoever printed a text took its characters to be: East Asian ones two display columns, or with them dashes and
 * quotes, or the middle dot too; or all characters alike (pdftotext counts characters).
 */
export type Metric = "display" | "characters" | "wide-dashes" | "wide-dots";

/** Characters that a metric takes as two columns wide though they are narrow elsewhere. */
export const ambiguous: Record<Metric, RegExp | null> = {
  display: null,
  characters: null,
  "wide-dashes": /[\u2010-\u2027]/,
  "wide-dots": /[\u00b7\u2010-\u2027]/,
};

/** No form has more columns, and no label more pieces. */
export const mostPieces = 60;

/** Splits a line at white space; of a line with more pieces than any row has only the first are given, one too many. */
export function splitPieces({ text, line }: SourceLine, metric: Metric): Piece[] {
  const pieces: Piece[] = [];
  const wide = ambiguous[metric];
  let at = 0;
  let gap = 0;
  let open: Piece | null = null;
  for (const character of text) {
    const width = metric === "characters" ? 1 : wide?.test(character) ? 2 : widthOf(character);
    if (/\s/.test(character)) {
      open = null;
      gap += width;
    } else if (open === null) {
      if (pieces.length > mostPieces) break;
      open = { text: character, start: at, end: at + width, line, gap };
      pieces.push(open);
      gap = 0;
    } else {
      open.text += character;
      open.end = at + width;
    }
    at += width;
  }
  return pieces;
}

/** What may be the number of a label's list, alone before so many figures at least: then none stands by its order. */
const listNumber = /^[\d０-９]{1,2}[.．、]$/;
const leastAfter = 3;

/** Lays out the pieces of a line: the figures that end it, and the labels before; `blanksBefore` is how many blank lines stand above it, `page` whether a page begins with it. */
export function layOutLine(line: number, pieces: readonly Piece[], blanksBefore: number, page: boolean): LaidLine {
  let from = pieces.length;
  while (from > 0 && isFigure(pieces[from - 1]!.text)) from--;
  if (from === 0 && pieces.length > leastAfter && listNumber.test(pieces[0]!.text)) {
    const figures = pieces.map((piece) => ({ ...piece, text: piece.text + doubtful }));
    return { line, labels: [], figures, blanksBefore, page };
  }
  return { line, labels: pieces.slice(0, from), figures: pieces.slice(from), blanksBefore, page };
}

/** Pieces that a single space parts, as one. */
export function unitePieces(pieces: readonly Piece[]): Piece[] {
  const united: Piece[] = [];
  for (const piece of pieces) {
    const last = united.at(-1);
    if (last !== undefined && piece.gap === 1)
      united[united.length - 1] = { ...last, text: last.text + piece.text, end: piece.end };
    else united.push(piece);
  }
  return united;
}
