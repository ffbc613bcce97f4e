import type { Item } from "./geometry.ts";

/** Items of one visual line, from left to right. */
export interface Line {
  items: Item[];
  x0: number;
  x1: number;
  y0: number;
  y1: number;
  baseline: number;
  size: number;
  /** Number within the page, from 1. */
  number: number;
  /** It is a whole row of a table, each cell's text in one piece. */
  whole?: boolean;
}

/** Groups items into lines by their baselines, from top to bottom. */
export function toLines(items: readonly Item[]): Line[] {
  const sorted = [...items].sort((a, b) => a.baseline - b.baseline);
  const lines: Line[] = [];
  for (const item of sorted) {
    const last = lines.at(-1);
    const near = last && item.baseline - last.baseline <= 0.5 * Math.min(item.size, last.size);
    if (!near) {
      const { x0, x1, y0, y1, baseline, size } = item;
      lines.push({ items: [item], x0, x1, y0, y1, baseline, size, number: item.line });
      continue;
    }
    last.items.push(item);
    last.x0 = Math.min(last.x0, item.x0);
    last.x1 = Math.max(last.x1, item.x1);
    last.y0 = Math.min(last.y0, item.y0);
    last.y1 = Math.max(last.y1, item.y1);
    last.size = Math.max(last.size, item.size);
    last.number = Math.min(last.number, item.line);
  }
  for (const line of lines) line.items.sort((a, b) => a.x0 - b.x0);
  return lines;
}

/** Gives every item of a page the number of its visual line, from 1; turned text counts where it begins. */
export function numberLines(items: readonly Item[]): number {
  const upright = items.filter((item) => item.turn === 0 && !item.vertical);
  const lines = toLines(upright);
  lines.forEach((line, index) => {
    for (const item of line.items) item.line = index + 1;
  });
  for (const item of items) {
    if (item.line > 0) continue;
    item.line = lineAt(lines, item.y0 + item.size);
  }
  return lines.length;
}

/** The number of the first line at or below `y` (the last one where there is none), from 1. */
export function lineAt(lines: readonly { baseline: number }[], y: number): number {
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (lines[middle]!.baseline < y) low = middle + 1;
    else high = middle;
  }
  return Math.max(1, Math.min(low + 1, lines.length));
}

/** Whether a line has columns: a gap that no running text has. */
export function isTabular(line: Line): boolean {
  let x = line.items[0]!.x1;
  for (const item of line.items) {
    if (item.x0 - x > 1.5 * line.size) return true;
    x = Math.max(x, item.x1);
  }
  return false;
}
