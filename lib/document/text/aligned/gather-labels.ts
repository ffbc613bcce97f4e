import { enumerator, follows, numbered, ordinal, styleOf } from "./enumerator.ts";
import { doubtful, type LaidLine, type Piece } from "./lay-out-line.ts";

/** A row of figures with the fragments of its own label and of group labels that stand beside or before it. */
export interface LabelledRow {
  figures: Piece[];
  line: number;
  label: Piece[];
  group: Piece[];
  /** Which of the stretches it stands in. */
  stretch: number;
  /** Without figures, it may be the label of a group of rows. */
  mayBeGroup?: boolean;
}

interface Label {
  pieces: Piece[];
  /** Fragments of labels of groups on lines without figures. */
  groups: Piece[];
  /** Lines of figures that stand within its lines. */
  rows: LabelledRow[];
  /** Fragments above its figures, and below. */
  above: number;
  below: number;
  mark: string;
  stretch: number;
}

/** Left of this display column stand the labels of groups, which span rows; the smallest start of a numbered item. */
export function itemStart(lines: readonly LaidLine[]): number {
  const starts = lines.flatMap(({ labels }) =>
    labels.filter(({ text }) => numbered.test(text)).map(({ start }) => start),
  );
  return starts.length > 0 ? Math.min(...starts) : 0;
}

/** Fragments of labels below the figures belong to the row above until as many stand below as above. */
function closes(label: Label, beside: boolean): boolean {
  if (label.rows.length === 0) return false;
  return beside || label.below >= label.above;
}

/** Whether a label's last fragment ends within brackets. */
function isOpen({ pieces }: { pieces: readonly Piece[] }): boolean {
  const text = pieces.at(-1)?.text ?? "";
  return (
    Math.max(text.lastIndexOf("（"), text.lastIndexOf("(")) > Math.max(text.lastIndexOf("）"), text.lastIndexOf(")"))
  );
}

/** Whether a fragment goes on with a label: in brackets that are open, or that begin with it. */
export function goesOn(label: readonly Piece[], piece: Piece): boolean {
  return /^[（(]/.test(piece.text) || isOpen({ pieces: label });
}

/** Labels below one another that nothing parts, one a line but for what goes on in brackets. */
function splitLabels(pieces: readonly Piece[]): Piece[][] {
  const labels: Piece[][] = [];
  for (const piece of pieces) {
    const last = labels.at(-1);
    if (last !== undefined && (last.at(-1)!.line === piece.line || goesOn(last, piece))) last.push(piece);
    else labels.push([piece]);
  }
  return labels;
}

/** Whether a fragment without a mark stands under most of its width below another. */
function isBelow(piece: Piece, above: Piece): boolean {
  const overlap = Math.min(piece.end, above.end) - Math.max(piece.start, above.start);
  return !enumerator.test(piece.text) && overlap * 2 > piece.end - piece.start;
}

/**
 * The fragment of a row's own label on a line: the last piece, with what a single space parts from it, unless that stands
 * left of display column `from` (and not below the fragment `before`), where labels of groups stand.
 */
function takeLabel(pieces: readonly Piece[], from: number, before: Piece | undefined): Piece | undefined {
  const isOwn = (piece: Piece) => piece.end > from;
  const last = pieces.at(-1);
  if (last === undefined) return undefined;
  if (!isOwn(last)) return pieces.length === 1 && before !== undefined && isBelow(last, before) ? last : undefined;
  let label = last;
  for (let at = pieces.length - 2; at >= 0 && label.gap === 1; at--) {
    const piece = pieces[at]!;
    if (enumerator.test(label.text) || !(isOwn(piece) || enumerator.test(piece.text))) break;
    label = { ...piece, text: piece.text + label.text, end: label.end };
  }
  return label;
}

function newLabel(mark: string, stretch: number): Label {
  return { pieces: [], groups: [], rows: [], above: 0, below: 0, mark, stretch };
}

function add(label: Label, piece: Piece, beside: boolean): void {
  label.pieces.push(piece);
  if (beside) return;
  if (label.rows.length === 0) label.above++;
  else label.below++;
}

/** Parts stretches of lines into labels in reading order; each holds the rows of figures printed within its lines. */
class LabelList {
  readonly labels: Label[] = [newLabel("", 0)];

  addStretch(lines: readonly LaidLine[], stretch: number): void {
    const from = itemStart(lines);
    for (const line of lines) this.#addLine(line, from, stretch);
  }

  #addLine({ labels, figures, line, blanksBefore, page }: LaidLine, from: number, stretch: number): void {
    const before = figures.length === 0 && blanksBefore === 0 ? this.labels.at(-1)!.pieces.at(-1) : undefined;
    const piece = takeLabel(labels, from, before);
    const group = labels.filter(({ start }) => piece === undefined || start < piece.start);
    const row: LabelledRow = { figures, line, stretch, label: [], group };
    const apart = blanksBefore > 0 && !page;
    const current =
      piece === undefined ? this.labels.at(-1)! : this.#labelFor(piece, figures.length > 0, apart, stretch);
    if (figures.length > 0) current.rows.push(row);
    else current.groups.push(...group);
  }

  #labelFor(piece: Piece, beside: boolean, apart: boolean, stretch: number): Label {
    const current = this.labels.at(-1)!;
    const mark = enumerator.exec(piece.text)?.[0] ?? "";
    const full = current.mark === "" && closes(current, beside);
    if (!beside && isOpen(current)) {
      add(current, piece, beside);
      return current;
    }
    if (mark === "" && !full && !(apart && current.rows.length > 0)) {
      add(current, piece, beside);
      return current;
    }
    const next = newLabel(mark, stretch);
    this.labels.push(next);
    add(next, piece, beside);
    return next;
  }
}

/** A label without figures whose successor has two rows gives up the later one's first: the lines were printed out of step. */
function balance(labels: readonly Label[]): void {
  labels.forEach((label, index) => {
    const next = labels[index + 1];
    if (next === undefined || label.rows.length > 0 || next.rows.length < 2 || !follows(next.mark, label.mark)) return;
    label.rows.push(next.rows.shift()!);
  });
}

/**
 * Joins to a row the ends of its numbers that were wrapped onto the next line: few figures on the line right below within
 * the same label, each under one of the row's that is at least as wide.
 */
function joinWrapped(rows: readonly LabelledRow[], label: readonly Piece[]): LabelledRow[] {
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

function markDoubtful({ figures }: LabelledRow): void {
  for (const figure of figures) if (!figure.text.endsWith(doubtful)) figure.text += doubtful;
}

/** How many labels (of all, and at least) have several lines of figures where numbers are wrapped digit by digit. */
const wrappedShare = 0.25;
const leastWrapped = 3;

/**
 * Gives each row of figures (and each numbered row whose cells are all blank) the fragments of its label, which may stand above, beside and below the figures and go over to
 * the next stretch (page); fragments of labels that span rows come with the row they stand at or before.
 */
export function gatherLabels(stretches: readonly (readonly LaidLine[])[]): LabelledRow[] {
  const list = new LabelList();
  stretches.forEach((lines, index) => {
    list.addStretch(lines, index);
  });
  balance(list.labels);
  const most = Math.max(0, ...stretches.flat().map(({ figures }) => figures.length));
  let groups: Piece[] = [];
  let [labelled, wrapped] = [0, 0];
  const kept: LabelledRow[] = [];
  for (const [index, { pieces, groups: beside, rows: printed, mark, stretch }] of list.labels.entries()) {
    groups.push(...beside);
    const rows = joinWrapped(printed, pieces);
    if (pieces.length > 0 && rows.length > 0) labelled++;
    if (pieces.length > 0 && rows.length > 1 && rows.some(({ figures }) => figures.length < most)) wrapped++;
    const last = kept.at(-1);
    if (mark === "" && rows[0] && last && rows[0].stretch > last.stretch && rows[0].figures.length * 2 < most) {
      // A page began within a row: what stands on either side may be parts of the same numbers.
      markDoubtful(last);
      markDoubtful(rows[0]);
    }
    kept.push(...rows);
    const [first] = rows;
    if (first === undefined) {
      const next = list.labels[index + 1];
      const numbers = mark !== "" && next !== undefined;
      // What comes before the first of a list in another style may be the name of that list.
      const mayBeGroup = numbers && ordinal(next.mark) === 1 && styleOf(next.mark) !== styleOf(mark);
      // Below the last figures labels are those of rows of blanks.
      const isLast =
        next === undefined && kept.length > 0 && pieces.length > 0 && !/^[（(]/.test(pieces[0]!.text.replace(mark, ""));
      if (!numbers && !isLast) groups.push(...pieces);
      else
        for (const label of mark === "" ? splitLabels(pieces) : [pieces])
          kept.push({ figures: [], line: label[0]!.line, label, group: groups.splice(0), stretch, mayBeGroup });
      continue;
    }
    first.label = pieces;
    first.group = [...groups, ...first.group].sort((a, b) => a.line - b.line);
    groups = [];
  }
  kept.at(-1)?.group.push(...groups);
  // Where many labels have several lines of figures, any figure may be a part of a number.
  if (wrapped >= leastWrapped && wrapped >= labelled * wrappedShare) kept.forEach(markDoubtful);
  return kept;
}
