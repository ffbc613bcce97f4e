import { doubtful } from "../../doubtful.ts";
import { enumerator } from "./enumerator.ts";
import { holds } from "./join-wrapped.ts";
import { itemStart } from "./label-list.ts";
import type { LaidLine, Piece } from "./lay-out-line.ts";

const overlaps = (a: Piece, b: Piece, reach = 0) => a.start < b.end + reach && b.start < a.end + reach;

/** How far (display columns) the two parts of a number may be beside one another in a table of a single row. */
const singleReach = 3;

/** A line of a table as this sees it; `part`: nothing but figures, fewer than the fullest lines have, beside labels of groups at most. */
interface Line extends LaidLine {
  part: boolean;
  /** The fragments of a row's own label. */
  own: readonly Piece[];
}

/** Whether two lines stand right below one another. */
const isNext = (above: LaidLine | undefined, below: LaidLine | undefined): boolean =>
  above !== undefined && below !== undefined && below.line === above.line + 1;

/** The ends below, in order, of the beginnings above; null where they do not pair. */
function pair(above: readonly Piece[], below: readonly Piece[], reach: number): [Piece, Piece][] | null {
  if (above.length !== below.length) return null;
  const pairs = above.map((piece, index): [Piece, Piece] => [piece, below[index]!]);
  return pairs.every(([a, b]) => overlaps(a, b, reach)) ? pairs : null;
}

/**
 * A row whose longest numbers were wrapped about its middle: the line of the other figures stands between a line of their
 * beginnings and one of their ends, and all together are as many as the fullest rows have (`most`, null where this is the
 * only row). Null where this is none.
 */
function joinAround(above: LaidLine, row: Line, below: LaidLine, most: number | null): Line | null {
  const pairs = pair(above.figures, below.figures, most === null ? singleReach : 0);
  if (pairs === null || (most !== null && row.figures.length + pairs.length !== most)) return null;
  const joined = pairs.map(
    ([a, b]): Piece => ({
      ...a,
      text: a.text + b.text,
      start: Math.min(a.start, b.start),
      end: Math.max(a.end, b.end),
      line: row.line,
    }),
  );
  if (joined.some((piece) => row.figures.some((other) => overlaps(piece, other)))) return null;
  const figures = [...row.figures, ...joined].sort((a, b) => a.start - b.start);
  return {
    ...row,
    figures: figures.map((piece) => ({ ...piece, gap: Math.max(2, piece.gap) })),
    blanksBefore: above.blanksBefore,
  };
}

/**
 * A row above whose line some of its numbers begin, beside the beginning of its label; null where the line above may be a row
 * of its own.
 */
function joinBelow(above: Line, row: Line, most: number): Line | null {
  const isMarked = ({ text }: Piece) => enumerator.test(text);
  const goesOn = !row.own.some(isMarked) && (above.own.length === 0 || above.own.some(isMarked));
  const full = row.figures.length === most || (goesOn && row.own.length > 0 && above.own.length > 0);
  if (!goesOn || !full || above.figures.length * 2 > row.figures.length) return null;
  const ends = above.figures.map((piece) => row.figures.findIndex((other) => holds(piece, other)));
  if (ends.includes(-1)) return null;
  const figures = row.figures.map((piece, index): Piece => {
    const beginning = above.figures[ends.indexOf(index)];
    return beginning ? { ...beginning, text: beginning.text + piece.text, line: piece.line } : piece;
  });
  return { ...row, figures };
}

const mark = (piece: Piece): Piece => ({ ...piece, text: piece.text + doubtful });

/** Whether the figures of a line are all ends of numbers on the line above. */
const areEnds = (ends: Line, above: Line): boolean =>
  ends.part && !above.part && ends.figures.every((piece) => above.figures.some((other) => holds(other, piece)));

/** Marks figures that stand right above or below what may be the rest of them; in a line of nothing but such parts all are. */
function markDoubtful(line: Line, above: Line | undefined, below: Line | undefined): LaidLine {
  const beside = [isNext(above, line) ? above! : null, isNext(line, below) ? below! : null];
  // Ends of the numbers above them are joined to those with their labels.
  if (beside.some((other, side) => other !== null && (side === 0 ? areEnds(line, other) : areEnds(other, line))))
    return line;
  const parts = beside.flatMap((other) => (other !== null && (other.part || line.part) ? other.figures : []));
  const isDoubtful = (piece: Piece) => parts.some((other) => overlaps(piece, other));
  if (!line.figures.some(isDoubtful)) return line;
  return { ...line, figures: line.figures.map((piece) => (line.part || isDoubtful(piece) ? mark(piece) : piece)) };
}

function toLines(lines: readonly LaidLine[]): Line[] {
  const most = lines.reduce((count, { figures }) => Math.max(count, figures.length), 0);
  const from = itemStart(lines);
  return lines.map((line) => {
    const own = line.labels.filter(({ end }) => end > from);
    const few = line.figures.length > 0 && line.figures.length < most;
    return { ...line, own, part: few && line.labels.every(({ end }) => end < from) };
  });
}

/** A line whose figures went to another, as far as labels stand on it. */
const emptied = (line: Line): Line[] => (line.labels.length > 0 ? [{ ...line, figures: [], part: false }] : []);

interface Most {
  /** Figures of the fullest lines. */
  figures: number;
  /** Whether three lines of figures are all there are: a row, and numbers wrapped about it, perhaps. */
  single: boolean;
}

/** What the lines from `at` on become, their wrapped numbers joined, and how many of them are taken. */
function mendAt(lines: readonly Line[], at: number, most: Most): [Line[], number] {
  const [above, row, below] = [lines[at]!, lines[at + 1], lines[at + 2]];
  if (above.figures.length === 0 || !isNext(above, row)) return [[above], 1];
  const around = above.part && isNext(row, below) && !row!.part && below!.part;
  if (around && (row!.labels.length > 0 || most.single)) {
    const joined = joinAround(above, row!, below!, most.single ? null : most.figures);
    if (joined !== null) return [[...emptied(above), { ...joined, part: false }, ...emptied(below!)], 3];
  }
  const whole = joinBelow(above, row!, most.figures);
  return whole === null ? [[above], 1] : [[...emptied(above), { ...whole, part: false }], 2];
}

/**
 * Joins numbers that the end of a page cut: their beginnings stand on the last line of one stretch, beside the beginning of
 * their row's label, the row itself on the first line of the next.
 */
export function joinCutNumbers(stretches: readonly (readonly LaidLine[])[]): LaidLine[][] {
  const joined = stretches.map((lines) => [...lines]);
  for (let at = 1; at < joined.length; at++) {
    const [last, first] = [joined[at - 1]!, joined[at]!];
    const [above] = toLines(last).slice(-1);
    const [row] = toLines(first);
    if (above === undefined || row === undefined || above.figures.length === 0) continue;
    const most = [...last, ...first].reduce((count, { figures }) => Math.max(count, figures.length), 0);
    const whole = joinBelow(above, row, most);
    if (whole === null) continue;
    last.splice(-1, 1, ...emptied(above));
    first[0] = whole;
  }
  return joined;
}

/**
 * Joins numbers that were wrapped about the middle of their row; a figure that stands right above or below what may be the
 * rest of it is marked (U+FFFD), so that it is not read as a whole number.
 */
export function mendNumbers(laid: readonly LaidLine[]): LaidLine[] {
  const lines = toLines(laid);
  const rows = lines.filter((line) => line.figures.length > 0);
  const most = {
    figures: rows.reduce((count, line) => Math.max(count, line.figures.length), 0),
    single: rows.length === 3,
  };
  if (rows.every((line) => line.figures.length === most.figures)) return [...laid];
  const mended: Line[] = [];
  for (let at = 0; at < lines.length; ) {
    const [own, taken] = mendAt(lines, at, most);
    mended.push(...own);
    at += taken;
  }
  return mended.map((line, at) => markDoubtful(line, mended[at - 1], mended[at + 1]));
}
