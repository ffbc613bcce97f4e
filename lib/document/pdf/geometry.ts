import type { DrawnStrings } from "./drawn-strings.ts";

/** Geometry of a page as it is read: points, x to the right, y downward, the page turned so that most of its text stands upright. */

export interface Box {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
}

/** A quarter turn counter-clockwise, in degrees. */
export type Turn = 0 | 90 | 180 | 270;

/** A run of text with its box. `turn`: how it is turned against the page's upright text; `vertical`: upright glyphs, one below the other. */
export interface Item extends Box {
  text: string;
  /** Height of an em in points. */
  size: number;
  baseline: number;
  turn: Turn;
  vertical: boolean;
  /** Width of a digit in ems. */
  digit: number;
  /** Number of the visual line within the page, from 1. */
  line: number;
  /** The piece of marked content it belongs to, by which the document's structure names it. */
  mark?: string;
  /** An x within the cell of a grid that it belongs to, wherever else its text may reach. */
  anchor?: number;
  /** It is the whole text of a table's cell. */
  whole?: boolean;
}

/** A ruled line; `at` is its y if horizontal, its x if not. */
export interface Rule {
  horizontal: boolean;
  at: number;
  from: number;
  to: number;
}

/** Text of one page. `box` is the page's own, in the same coordinates. */
export interface PageText {
  page: number;
  turn: Turn;
  box: Box;
  items: Item[];
  /** How its text was drawn, where the page's operators were looked at. */
  strings?: () => DrawnStrings;
}

/** Turns user-space coordinates into the page's reading coordinates. */
export function toUpright(turn: Turn, x: number, y: number): [number, number] {
  if (turn === 0) return [x, -y];
  if (turn === 90) return [y, x];
  if (turn === 180) return [-x, y];
  return [-y, -x];
}

export const centreX = (box: Pick<Box, "x0" | "x1">): number => (box.x0 + box.x1) / 2;
export const centreY = (box: Box): number => (box.y0 + box.y1) / 2;

/** Whether two stretches of x share some. */
export const overlaps = (a: Pick<Box, "x0" | "x1">, b: Pick<Box, "x0" | "x1">): boolean => a.x0 < b.x1 && b.x0 < a.x1;

/** Whether the box's centre lies in `area`. */
export function isInside(box: Box, area: Box): boolean {
  const x = centreX(box);
  const y = centreY(box);
  return x >= area.x0 && x <= area.x1 && y >= area.y0 && y <= area.y1;
}

/** Index of the interval of ascending `cuts` that holds `at`, clamped to the first and last. */
export function between(cuts: readonly number[], at: number): number {
  let low = 0;
  let high = cuts.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (cuts[middle]! <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}
