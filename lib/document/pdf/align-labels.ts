import { fold } from "../../chinese/fold.ts";

/** One line of a label by its y, which grows from page to page. */
export interface LabelLine {
  y: number;
  text: string;
  /** It is a whole label. */
  whole?: boolean;
  /** It fills the column of labels, so that it may go on in the next line. */
  full?: boolean;
}

const enumerator = /^[(（]?[一二三四五六七八九十\d]{1,3}[)）、.．,，]/;
/** Lines that may change sides at each end of a gap between two rows. */
const reach = 8;

interface Split {
  /** How many label lines belong to the rows so far. */
  at: number;
  cost: number;
  previous: Split | undefined;
}

/**
 * Shares label lines out among the rows of figures, in order: a label stands centred on its row's line or begins on it, its lines
 * are closer to one another than to the next label, and a list number begins a label. Answers the row of each label line.
 */
export function alignLabels(printed: readonly number[], lines: readonly LabelLine[], size: number): number[] {
  const closed = closePages([...printed, ...lines.map(({ y }) => y)], size);
  const rows = closed.slice(0, printed.length);
  const labels = lines.map((line, index) => ({ ...line, y: closed[printed.length + index]! }));
  const numbered = labels.map((label) => enumerator.test(fold(label.text).replace(/\s/g, "")));
  const mostNumbered = numbered.filter(Boolean).length > 0.3 * labels.length;
  let splits: Split[] = [{ at: 0, cost: 0, previous: undefined }];
  let cursor = 0;
  rows.forEach((y, row) => {
    while (cursor < labels.length && labels[cursor]!.y <= y + 0.4 * size) cursor++;
    const ends = row === rows.length - 1 ? [labels.length] : endsBetween(labels, cursor, rows[row + 1]! - 0.4 * size);
    splits = ends.map((end) => {
      let best: Split | undefined;
      for (const previous of splits) {
        if (previous.at > end) continue;
        const cost = previous.cost + blockCost(labels, numbered, mostNumbered, previous.at, end, y, size);
        if (!best || cost < best.cost) best = { at: end, cost, previous };
      }
      return best!;
    });
  });
  return toRows(splits, rows.length, labels.length);
}

/** Heights on different pages lie further apart than this. */
const pageBreak = 1e4;
/** Distance of the lines that a page break parts, in ems. */
const pitch = 1.3;

/** Heights as if pages followed one another without margins: a row's label may go on on the next page. */
function closePages(ys: readonly number[], size: number): number[] {
  const order = [...ys.keys()].sort((a, b) => ys[a]! - ys[b]!);
  const closed = [...ys];
  let [saved, last] = [0, -Infinity];
  for (const at of order) {
    const y = ys[at]!;
    if (y - last > pageBreak && last > -Infinity) saved += y - last - pitch * size;
    closed[at] = y - saved;
    last = y;
  }
  return closed;
}

/** Where the label of a row may end: anywhere among the lines before the next row's own. */
function endsBetween(labels: readonly LabelLine[], from: number, before: number): number[] {
  let to = from;
  while (to < labels.length && labels[to]!.y < before) to++;
  const ends: number[] = [];
  for (let end = from; end <= to; end++) if (end <= from + reach || end >= to - reach) ends.push(end);
  return ends;
}

function toRows(splits: Split[], rows: number, labels: number): number[] {
  const result = new Array<number>(labels).fill(rows - 1);
  let split: Split | undefined = splits.reduce((best, other) => (other.cost < best.cost ? other : best));
  for (let row = rows - 1; split?.previous && row >= 0; row--) {
    result.fill(row, split.previous.at, split.at);
    split = split.previous;
  }
  return result;
}

/** How badly label lines from `start` to `end` fit a row at `y`, in ems. */
function blockCost(
  labels: readonly LabelLine[],
  numbered: boolean[],
  mostNumbered: boolean,
  start: number,
  end: number,
  y: number,
  size: number,
): number {
  if (end <= start) return 3;
  const top = labels[start]!.y;
  const bottom = labels[end - 1]!.y;
  let cost = Math.min(Math.abs((top + bottom) / 2 - y), Math.abs(top - y) + 0.1 * size) / size;
  for (let index = start + 1; index < end; index++) {
    cost += 0.3 * Math.max(0, (labels[index]!.y - labels[index - 1]!.y) / size - 1);
    if (numbered[index]) cost += 6;
  }
  return mostNumbered && !numbered[start] ? cost + 4 : cost;
}
