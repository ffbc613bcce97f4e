import { fold } from "../../chinese/fold.ts";
import type { LabelLine } from "./align-labels.ts";
import { beginsRow, isOpen } from "./row-words.ts";

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
  const place = placeBlocks(blocks, rows, labels, size);
  if (!place) return null;
  for (const [row, block] of place.entries()) blocks[block]!.row = row;
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
    return (
      (step > apart && !(step < widest && isOpen(labels[index - 1]!.text))) ||
      (beside[index]! && beside[index - 1]!) ||
      beginsRow(labels[index]!.text)
    );
  };
}

/** Where a label stands beside its figures: on the middle of its lines, on the first or on the last. */
const sides: readonly ((top: number, bottom: number) => number)[] = [
  (top, bottom) => (top + bottom) / 2,
  (top) => top,
  (_, bottom) => bottom,
];

/** The block of each row of figures: all labels of a table stand beside their figures in one way, or else each as it may; null where some row has none. */
function placeBlocks(
  blocks: readonly LabelBlock[],
  rows: readonly number[],
  labels: readonly LabelLine[],
  size: number,
): number[] | null {
  const ends = blocks.map(({ from, to }): [number, number] => [labels[from]!.y, labels[to - 1]!.y]);
  const anchors = sides.map((side) => ends.map(([top, bottom]) => [side(top, bottom)]));
  const [middle, top] = anchors as [number[][], number[][], number[][]];
  const either = middle.map(([y], index) => [y!, ...top[index]!]);
  let best: { place: number[]; far: number } | null = null;
  for (const ways of [either, ...anchors]) {
    const found = placeIn(ways, rows, size);
    // A common side must fit clearly better than any.
    if (found && (!best || (ways !== either && found.far < 0.5 * best.far))) best = found;
  }
  return best?.place ?? null;
}

function placeIn(
  ways: readonly (readonly number[])[],
  rows: readonly number[],
  size: number,
): { place: number[]; far: number } | null {
  const distance = (block: number, y: number) =>
    block < ways.length ? Math.min(...ways[block]!.map((way) => Math.abs(way - y))) / size : Infinity;
  const place: number[] = [];
  let [next, far] = [0, 0];
  for (const y of rows) {
    while (next + 1 < ways.length && distance(next + 1, y) < distance(next, y)) next++;
    const own = distance(next, y);
    if (own > near) return null;
    far += own;
    place.push(next++);
  }
  return { place, far };
}

/**
 * Labels shared out to rows line by line, as blocks: of several numbered labels of one row only the one nearest to its figures is
 * the row's, the others are those of rows of blanks.
 */
export function shareBlocks(
  rows: readonly number[],
  labels: readonly LabelLine[],
  assigned: readonly number[],
  size: number,
): LabelBlock[] {
  const numbered = labels.map(({ text }) => enumerator.test(fold(text).replace(/\s/g, "")));
  const counts = numbered.filter(Boolean).length > share * labels.length;
  const blocks: LabelBlock[] = [];
  labels.forEach((_, index) => {
    const begins = index === 0 || assigned[index] !== assigned[index - 1] || (counts && numbered[index]!);
    if (begins) blocks.push({ from: index, to: index, row: assigned[index]!, numbered: numbered[index]! });
    blocks.at(-1)!.to = index + 1;
  });
  const far = ({ from, to }: LabelBlock, y: number) => {
    const [top, bottom] = [labels[from]!.y, labels[to - 1]!.y];
    return Math.min(...sides.map((side) => Math.abs(side(top, bottom) - y))) / size;
  };
  const nearest = new Map<number, LabelBlock>();
  for (const block of blocks) {
    const other = nearest.get(block.row!);
    if (!other || far(block, rows[block.row!]!) < far(other, rows[block.row!]!)) nearest.set(block.row!, block);
  }
  return blocks.map((block) => (nearest.get(block.row!) === block ? block : { ...block, row: null }));
}
