import type { Item } from "./geometry.ts";

/** A stretch of glyphs that are drawn one right after the other, on one baseline. */
export interface Stretch {
  x0: number;
  x1: number;
  y: number;
  size: number;
}

/** The stretches of a page by the rounded y of their baselines, from left to right. */
export type DrawnStrings = ReadonlyMap<number, readonly Stretch[]>;

/** Glyphs closer than this, in ems, are drawn without a gap. */
const touching = 0.05;
/** So far apart, in points, are the baselines of texts in one line at most. */
const farthest = 6;

/** Text as it is drawn; `gaps`: ends and beginnings of its stretches, where it has several. */
interface Run {
  x: number;
  x1: number;
  y: number;
  size: number;
  gaps: readonly number[];
}

function toStretches({ x, x1, y, size, gaps }: Run): Stretch[] {
  const ends = [x, ...gaps, x1];
  const stretches: Stretch[] = [];
  for (let at = 0; at < ends.length; at += 2)
    if (ends[at + 1]! > ends[at]!) stretches.push({ x0: ends[at]!, x1: ends[at + 1]!, y, size });
  return stretches;
}

/** Joins stretches that touch one another, as writers draw them that place each glyph by itself. */
export function joinStretches(runs: readonly Run[]): DrawnStrings {
  const sorted = runs.flatMap(toStretches).sort((a, b) => a.x0 - b.x0);
  const strings = new Map<number, Stretch[]>();
  for (const stretch of sorted) {
    const key = Math.round(stretch.y);
    const row = strings.get(key);
    const last = row?.at(-1);
    if (!row) strings.set(key, [{ ...stretch }]);
    else if (last && Math.abs(stretch.x0 - last.x1) <= touching * stretch.size) last.x1 = stretch.x1;
    else row.push({ ...stretch });
  }
  return strings;
}

/** The x at which stretches begin within an item; null where nothing is known of how it was drawn. */
export function findSeams(strings: DrawnStrings, { x0, x1, baseline, size }: Item): number[] | null {
  const slack = 2 * touching * size;
  let known = false;
  const seams: number[] = [];
  // The reader fuses texts whose baselines differ a little.
  const apart = Math.min(0.35 * size, farthest);
  for (let key = Math.floor(baseline - apart); key <= Math.ceil(baseline + apart); key++) {
    for (const stretch of strings.get(key) ?? []) {
      if (stretch.x0 >= x1 - slack) break;
      if (stretch.x1 <= x0 + slack || Math.abs(stretch.y - baseline) > apart) continue;
      known = true;
      if (stretch.x0 > x0 + slack) seams.push(stretch.x0);
    }
  }
  return known ? seams.sort((a, b) => a - b) : null;
}
