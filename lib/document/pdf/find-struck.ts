import type { DrawnText } from "./drop-hidden.ts";
import type { Rule } from "./geometry.ts";

/** A line through text runs so far above its baseline, in ems. */
const [lowest, highest] = [0.12, 0.5];
/** By how much the ends of such a line may miss those of the text, in points; a table's rules reach farther. */
const miss = 1.3;
const longest = 500;
const mostRules = 5000;
const mostPieces = 100;
const mostStruck = 300;

/** Finds text that a line of its own length strikes out, as word processors print what a tracked change deletes. */
export function findStruck(texts: () => readonly DrawnText[], rules: readonly Rule[]): DrawnText[] {
  const strokes = rules.filter(({ horizontal, from, to }) => horizontal && to - from > 2 && to - from < longest);
  if (strokes.length === 0 || strokes.length > mostRules) return [];
  const from = new Map<number, Rule[]>();
  for (const stroke of strokes) {
    const key = Math.round(stroke.from);
    const known = from.get(key);
    if (!known) from.set(key, [stroke]);
    else if (known.length < mostPieces) known.push(stroke);
  }
  const all = texts();
  const firsts = all.flatMap((text) =>
    [-1, 0, 1].flatMap((step) =>
      (from.get(Math.round(text.x) + step) ?? none)
        .filter((stroke) => runsThrough(stroke, text))
        .map((stroke) => ({ stroke, text })),
    ),
  );
  const struck = new Set<DrawnText>();
  for (const { stroke, text } of firsts.slice(0, mostStruck)) {
    const under = all.filter(
      ({ x, x1, y }) => Math.abs(y - text.y) < 0.5 && x > stroke.from - miss && x1 < stroke.to + miss,
    );
    if (under.some(({ x1 }) => Math.abs(x1 - stroke.to) < miss)) for (const piece of under) struck.add(piece);
  }
  return [...struck];
}

const none: readonly Rule[] = [];

/** Whether the stroke begins with the text and goes through its middle. */
function runsThrough({ at, from }: Rule, { x, y, size }: DrawnText): boolean {
  const rise = (y - at) / size;
  return Math.abs(x - from) < miss && rise > lowest && rise < highest;
}
