import { fold } from "../../chinese/fold.ts";
import type { LabelLine } from "./align-labels.ts";

const enumerator = /^[(（]?[一二三四五六七八九十\d]{1,3}[)）、.．,，]/;
/** Share of label lines that begin with a number where every label has one. */
const share = 0.3;
/** A label stands this near, in ems, to its row's line. */
const near = 0.75;
const onLine = 0.3;
/** Lines of different labels lie this far apart, in ems, where labels have no numbers. */
const apart = 1.6;
const widest = 4;

/** Lines `from` to `to` (excluded) of labels that are one label; `row` is its row of figures, null if all its cells are blank. */
export interface LabelBlock {
  from: number;
  to: number;
  row: number | null;
  numbered: boolean;
}

/**
 * Parts label lines into labels and finds the row of figures of each, so that labels without one are seen: rows of blanks. Null
 * where some row of figures has no label, so that labels cannot be told apart that way.
 */
export function findLabelBlocks(
  rows: readonly number[],
  labels: readonly LabelLine[],
  size: number,
): LabelBlock[] | null {
  const numbered = labels.map(({ text }) => enumerator.test(fold(text).replace(/\s/g, "")));
  const blocks =
    numbered.filter(Boolean).length > share * labels.length
      ? toBlocks(
          labels,
          numbered,
          (index) => numbered[index]! || labels[index]!.y - labels[index - 1]!.y > widest * size,
        )
      : toBlocks(labels, numbered, breaksAt(rows, labels, size));
  let next = 0;
  for (const [row, y] of rows.entries()) {
    const distance = (block: LabelBlock | undefined) => (block ? distanceOf(block, labels, y) / size : Infinity);
    while (next + 1 < blocks.length && distance(blocks[next + 1]) < distance(blocks[next])) next++;
    if (distance(blocks[next]) > near) return null;
    blocks[next]!.row = row;
    next++;
  }
  return joinCut(blocks, labels);
}

/** Labels of different pages lie further apart than this. */
const pageBreak = 1e4;

/** Joins a numbered label that fills its last line on a page to the unnumbered one on top of the next, if one of them has a row of figures. */
function joinCut(blocks: readonly LabelBlock[], labels: readonly LabelLine[]): LabelBlock[] {
  const joined: LabelBlock[] = [];
  for (const block of blocks) {
    const last = joined.at(-1);
    const isRest =
      last?.numbered &&
      !block.numbered &&
      labels[last.to - 1]!.full &&
      labels[block.from]!.y - labels[last.to - 1]!.y > pageBreak &&
      (last.row === null) !== (block.row === null);
    if (isRest) joined[joined.length - 1] = { ...last, to: block.to, row: last.row ?? block.row };
    else joined.push(block);
  }
  return joined;
}

function toBlocks(
  labels: readonly LabelLine[],
  numbered: readonly boolean[],
  breaks: (index: number) => boolean,
): LabelBlock[] {
  const blocks: LabelBlock[] = [];
  labels.forEach((_, index) => {
    if (index === 0 || labels[index]!.whole || breaks(index))
      blocks.push({ from: index, to: index, row: null, numbered: numbered[index]! });
    blocks.at(-1)!.to = index + 1;
  });
  return blocks;
}

/** Labels without numbers: apart from one another, or each on the line of its own figures. */
function breaksAt(rows: readonly number[], labels: readonly LabelLine[], size: number): (index: number) => boolean {
  let row = 0;
  const beside = labels.map(({ y }) => {
    while (row < rows.length && rows[row]! < y - onLine * size) row++;
    return row < rows.length && rows[row]! <= y + onLine * size;
  });
  return (index) => {
    const step = (labels[index]!.y - labels[index - 1]!.y) / size;
    return step > apart || (beside[index]! && beside[index - 1]!);
  };
}

/** How far a label is from standing centred on `y`, or beginning there. */
function distanceOf({ from, to }: LabelBlock, labels: readonly LabelLine[], y: number): number {
  const [top, bottom] = [labels[from]!.y, labels[to - 1]!.y];
  return Math.min(Math.abs((top + bottom) / 2 - y), Math.abs(top - y));
}
