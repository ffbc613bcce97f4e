import { enumerator, numbered } from "./enumerator.ts";
import type { LaidLine, Piece } from "./lay-out-line.ts";

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

/** A label, the rows printed within its lines, and what is known of both. */
export interface Label {
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
export class LabelList {
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
