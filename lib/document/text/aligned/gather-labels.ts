import { doubtful } from "../../doubtful.ts";
import { follows, ordinal, styleOf } from "./enumerator.ts";
import { joinWrapped } from "./join-wrapped.ts";
import { goesOn, type Label, LabelList, type LabelledRow } from "./label-list.ts";
import type { LaidLine, Piece } from "./lay-out-line.ts";

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

/** A label without figures whose successor has two rows gives up the later one's first: the lines were printed out of step. */
function balance(labels: readonly Label[]): void {
  labels.forEach((label, index) => {
    const next = labels[index + 1];
    if (next === undefined || label.rows.length > 0 || next.rows.length < 2 || !follows(next.mark, label.mark)) return;
    label.rows.push(next.rows.shift()!);
  });
}

function markDoubtful({ figures }: LabelledRow): void {
  for (const figure of figures) if (!figure.text.endsWith(doubtful)) figure.text += doubtful;
}

/** Whether a page begins with few figures below no label of their own: its first row may be the rest of the last page's. */
function isCut(row: LabelledRow | undefined, last: LabelledRow | undefined, most: number): boolean {
  return row !== undefined && last !== undefined && row.stretch > last.stretch && row.figures.length * 2 < most;
}

/** The rows of blanks that a label without figures stands for; none where it is the name of a group. */
function toBlankRows({ pieces, mark, stretch }: Label, next: Label | undefined, isFirst: boolean): LabelledRow[] {
  const numbers = mark !== "" && next !== undefined;
  // Below the last figures labels are those of rows of blanks.
  const [piece] = pieces;
  const isLast = next === undefined && !isFirst && piece !== undefined && !/^[（(]/.test(piece.text.replace(mark, ""));
  if (!numbers && !isLast) return [];
  // What comes before the first of a list in another style may be the name of that list.
  const mayBeGroup = numbers && ordinal(next.mark) === 1 && styleOf(next.mark) !== styleOf(mark);
  const labels = mark === "" ? splitLabels(pieces) : [pieces];
  return labels.map((label) => ({ figures: [], line: label[0]!.line, label, group: [], stretch, mayBeGroup }));
}

/** How many labels (of all, and at least) have several lines of figures where numbers are wrapped digit by digit. */
const wrappedShare = 0.25;
const leastWrapped = 3;

/** Counts the labels that have figures, and those with several lines of them, some with fewer than the fullest. */
class WrapCount {
  private labelled = 0;
  private wrapped = 0;

  add(pieces: readonly Piece[], rows: readonly LabelledRow[], most: number): void {
    if (pieces.length === 0 || rows.length === 0) return;
    this.labelled++;
    if (rows.length > 1 && rows.some(({ figures }) => figures.length < most)) this.wrapped++;
  }

  /** Where many labels have several lines of figures, any figure may be a part of a number. */
  get isWrapped(): boolean {
    return this.wrapped >= leastWrapped && this.wrapped >= this.labelled * wrappedShare;
  }
}

/** The labels of stretches in reading order, with their figures. */
function listLabels(stretches: readonly (readonly LaidLine[])[]): Label[] {
  const list = new LabelList();
  stretches.forEach((lines, index) => {
    list.addStretch(lines, index);
  });
  balance(list.labels);
  return list.labels;
}

/**
 * Gives each row of figures (and each row whose cells are all blank, where its label tells) the fragments of its label, which
 * may stand above, beside and below the figures and go over to the next stretch (page); fragments of labels that span rows
 * come with the row they stand at or before.
 */
export function gatherLabels(stretches: readonly (readonly LaidLine[])[]): LabelledRow[] {
  const labels = listLabels(stretches);
  const most = stretches.flat().reduce((count, { figures }) => Math.max(count, figures.length), 0);
  const wraps = new WrapCount();
  const kept: LabelledRow[] = [];
  let groups: Piece[] = [];
  for (const [index, label] of labels.entries()) {
    groups.push(...label.groups);
    const rows = joinWrapped(label.rows, label.pieces);
    wraps.add(label.pieces, rows, most);
    const last = kept.at(-1);
    if (label.mark === "" && isCut(rows[0], last, most)) [last!, rows[0]!].forEach(markDoubtful);
    const own = rows.length > 0 ? rows : toBlankRows(label, labels[index + 1], last === undefined);
    kept.push(...own);
    const [first] = own;
    if (first === undefined) {
      groups.push(...label.pieces);
      continue;
    }
    if (rows.length > 0) first.label = label.pieces;
    first.group = [...groups, ...first.group].sort((a, b) => a.line - b.line);
    groups = [];
  }
  kept.at(-1)?.group.push(...groups);
  if (wraps.isWrapped) kept.forEach(markDoubtful);
  return kept;
}
