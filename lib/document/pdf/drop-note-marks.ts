import type { Item } from "./geometry.ts";

/** A note's mark is this much smaller than the text it follows, and raised by so much of its em. */
const smaller = 0.9;
const [least, most] = [0.2, 0.75];
/** By how much of an em it stands off the text; in points, no text of a table is larger. */
const near = 0.35;
const farthest = 6;
const mark = /^[\d①-⑳*※()（）[\]注]{1,4}$/;
const mostBeside = 300;

/** Leaves out the raised small numbers and signs that point from a text to a note, whole or in pieces. */
export function dropNoteMarks(items: readonly Item[]): Item[] {
  const marks = new Set<Item>();
  const ends = byRightEdge(items);
  for (const item of items.filter(({ text, turn }) => turn === 0 && mark.test(text)).sort((a, b) => a.x0 - b.x0)) {
    const beside = [...textsEndingAt(ends, item)];
    if (beside.some((text) => isRaised(item, text) || (marks.has(text) && follows(item, text)))) marks.add(item);
  }
  return marks.size > 0 ? items.filter((item) => !marks.has(item)) : [...items];
}

function byRightEdge(items: readonly Item[]): Map<number, Item[]> {
  const ends = new Map<number, Item[]>();
  for (const item of items) {
    if (item.turn !== 0) continue;
    const key = Math.round(item.x1);
    const known = ends.get(key);
    if (!known) ends.set(key, [item]);
    else known.push(item);
  }
  return ends;
}

function* textsEndingAt(ends: ReadonlyMap<number, readonly Item[]>, item: Item): Generator<Item> {
  const reach = Math.min(near * item.size * 2, farthest);
  let seen = 0;
  for (let key = Math.round(item.x0 - reach); key <= Math.round(item.x0 + reach); key++) {
    for (const other of ends.get(key) ?? []) {
      if (seen++ > mostBeside) return;
      if (other !== item && Math.abs(other.baseline - item.baseline) < other.size) yield other;
    }
  }
}

function isRaised(item: Item, text: Item): boolean {
  const rise = (text.baseline - item.baseline) / text.size;
  const gap = (item.x0 - text.x1) / text.size;
  return item.size < smaller * text.size && rise > least && rise < most && Math.abs(gap) < near;
}

const follows = (item: Item, before: Item): boolean =>
  Math.abs(before.baseline - item.baseline) < 0.1 * item.size && item.x0 - before.x1 < near * item.size;
