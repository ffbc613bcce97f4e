import type { Item } from "./geometry.ts";

/** A note's mark is this much smaller than the text it follows, and raised by so much of its em. */
const smaller = 0.9;
const [least, most] = [0.2, 0.75];
/** By how much of an em it stands off the text. */
const near = 0.35;
const mark = /^[\d①-⑳*※()（）[\]注]{1,4}$/;
const mostItems = 200;

/** Leaves out the raised small numbers and signs that point from a cell's text to a note. */
export function dropNoteMarks(items: readonly Item[]): readonly Item[] {
  const size = Math.max(...items.map((item) => item.size));
  const small = items.filter((item) => item.size < smaller * size && item.turn === 0 && mark.test(item.text));
  if (small.length === 0 || items.length > mostItems) return items;
  const marks = new Set(small.filter((item) => items.some((text) => isRaised(item, text))));
  return marks.size > 0 ? items.filter((item) => !marks.has(item)) : items;
}

function isRaised(item: Item, text: Item): boolean {
  const rise = (text.baseline - item.baseline) / text.size;
  const gap = (item.x0 - text.x1) / text.size;
  return item.size < smaller * text.size && rise > least && rise < most && Math.abs(gap) < near;
}
