import { doubtful } from "../doubtful.ts";
import type { Item } from "./geometry.ts";

/** A piece of text as it is drawn: where it begins and ends, what it says. */
export interface DrawnText {
  x: number;
  y: number;
  x1: number;
  size: number;
  text: string;
}

/** From this share of hidden pieces on that lie over visible text, they are a second layer of it. */
const doubled = 0.3;
/** Side of the squares in which visible text is looked for, in points. */
const square = 6;
const mostSquares = 200;
/** How many hidden pieces around an item are compared with its text. */
const mostCompared = 8;
/** So far apart, in ems, may be the baselines of pieces that the reader fuses; in points, no text of a table is larger. */
const fused = 0.6;
const farthest = 12;

/** Whether hidden text is a reading laid over what is seen as text too (and so says nothing new), by the visible pieces it lies over. */
export function repeatsVisible(hidden: readonly DrawnText[], visible: readonly DrawnText[]): boolean {
  const squares = new Set<string>();
  for (const { x, x1, y } of visible) {
    const [from, to] = [Math.round(x / square), Math.round(x1 / square)];
    for (let at = from; at <= Math.min(to, from + mostSquares); at++) squares.add(`${at} ${Math.round(y / square)}`);
  }
  const over = hidden.filter(({ x, y }) =>
    [-1, 0, 1].some((step) => squares.has(`${Math.round(x / square)} ${Math.round(y / square) + step}`)),
  );
  return over.length >= doubled * hidden.length;
}

/** Takes hidden pieces out of a page's items, also where the reader fused them with visible ones; what cannot be parted is marked (U+FFFD). */
export function dropHidden(
  items: readonly Item[],
  hidden: readonly DrawnText[],
  visible: readonly DrawnText[],
): Item[] {
  const rows = byRow(hidden);
  const seen = byRow(visible);
  return items.flatMap((item) => {
    if (item.turn !== 0) return [item];
    const near = within(rows, item);
    if (near.length === 0) return [item];
    const startsSame = ({ x, y }: DrawnText) => Math.abs(x - item.x0) < 1 && Math.abs(y - item.baseline) < 1;
    const shown = within(seen, item);
    const isShown = shown.some((piece) => startsSame(piece) && begins(item.text, piece.text));
    const first = near.find(startsSame);
    if (first && !isShown && (shown.length === 0 || begins(first.text, item.text))) return [];
    const rest = near.reduce((left, piece) => cutOut(left, piece, isShown), item);
    return [rest === item ? item : fitTo(rest, shown)];
  });
}

/** What is left of an item stands where its visible pieces do. */
function fitTo(item: Item, shown: readonly DrawnText[]): Item {
  const inside = shown.filter(({ x, x1 }) => x > item.x0 - 1 && x1 < item.x1 + 1);
  if (inside.length === 0) return item;
  return { ...item, x0: inside[0]!.x, x1: Math.max(...inside.map((piece) => piece.x1)) };
}

const bare = (text: string) => text.replace(/\s/g, "");
const begins = (text: string, start: string) => bare(start) === "" || bare(text).startsWith(bare(start));

function cutOut(item: Item, { x, x1, text }: DrawnText, isShown: boolean): Item {
  const [whole, piece] = [item.text.trimEnd(), bare(text)];
  if (piece === "" || !/\d/.test(piece)) return item;
  if (!isShown && Math.abs(x - item.x0) < 1 && whole.startsWith(piece))
    return { ...item, text: whole.slice(piece.length).trim(), x0: x1 };
  if (x > item.x0 + 0.1 && x1 > item.x1 - 1 && whole.endsWith(piece) && whole.length > piece.length)
    return { ...item, text: whole.slice(0, -piece.length).trim(), x1: Math.max(x, item.x0 + 1) };
  return /\d/.test(whole) && whole.includes(piece) && x > item.x0 + 1 && x1 < item.x1 + 1
    ? { ...item, text: whole + doubtful }
    : item;
}

type Rows = ReadonlyMap<number, readonly DrawnText[]>;
const rowHeight = 4;

function byRow(pieces: readonly DrawnText[]): Rows {
  const rows = new Map<number, DrawnText[]>();
  for (const piece of pieces) {
    const key = Math.floor(piece.y / rowHeight);
    const row = rows.get(key);
    if (row) row.push(piece);
    else rows.set(key, [piece]);
  }
  for (const row of rows.values()) row.sort((a, b) => a.x - b.x);
  return rows;
}

/** The first pieces that begin within an item, from left to right. */
function within(rows: Rows, { x0, x1, baseline, size }: Item): DrawnText[] {
  const found: DrawnText[] = [];
  const reach = Math.min(fused * size, farthest);
  for (let key = Math.floor((baseline - reach) / rowHeight); key <= Math.floor((baseline + reach) / rowHeight); key++) {
    const row = rows.get(key);
    if (!row) continue;
    for (let at = firstFrom(row, x0 - 1); at < row.length && row[at]!.x < x1 && found.length < mostCompared; at++)
      if (Math.abs(row[at]!.y - baseline) <= reach) found.push(row[at]!);
  }
  return found.sort((a, b) => a.x - b.x);
}

function firstFrom(row: readonly DrawnText[], x: number): number {
  let [low, high] = [0, row.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (row[middle]!.x < x) low = middle + 1;
    else high = middle;
  }
  return low;
}
