import type { DrawnText } from "./drop-hidden.ts";
import type { Rule } from "./geometry.ts";

/** A line through text runs so far above its baseline, in ems. */
const [lowest, highest] = [0.12, 0.5];
/** By how much the ends of such a line may miss those of the text, in points; a table's rules reach farther. */
const miss = 1.3;
const longest = 500;
const mostRules = 5000;
const mostPieces = 2000;

/** Finds text that a line of its own length strikes out, as word processors print what a tracked change deletes. */
export function findStruck(texts: () => readonly DrawnText[], rules: readonly Rule[]): DrawnText[] {
  const strokes = rules.filter(({ horizontal, from, to }) => horizontal && to - from > 2 && to - from < longest);
  if (strokes.length === 0 || strokes.length > mostRules) return [];
  const lines = new Map<number, DrawnText[]>();
  const starts = new Map<number, DrawnText[]>();
  for (const text of texts()) {
    getOrAdd(lines, Math.round(text.y)).push(text);
    getOrAdd(starts, toKey(Math.round(text.x), Math.round(text.y))).push(text);
  }
  const struck = new Set<DrawnText>();
  for (const stroke of strokes) {
    const first = firstUnder(stroke, starts);
    const line = first ? lines.get(Math.round(first.y))! : [];
    if (line.length > mostPieces) continue;
    const under = line.filter(({ x, x1 }) => x > stroke.from - miss && x1 < stroke.to + miss);
    if (under.some(({ x1 }) => Math.abs(x1 - stroke.to) < miss)) for (const text of under) struck.add(text);
  }
  return [...struck];
}

function getOrAdd<K>(map: Map<K, DrawnText[]>, key: K): DrawnText[] {
  const known = map.get(key);
  if (known) return known;
  const made: DrawnText[] = [];
  map.set(key, made);
  return made;
}

const toKey = (x: number, y: number): number => x * 0x10000 + y;

/** The text that begins where the stroke does and whose middle it runs through. */
function firstUnder({ at, from }: Rule, starts: ReadonlyMap<number, readonly DrawnText[]>): DrawnText | undefined {
  for (let below = 0; below <= 12; below++) {
    for (const x of [-1, 0, 1]) {
      const found = starts.get(toKey(Math.round(from) + x, Math.round(at) + below))?.find((text) => {
        const rise = (text.y - at) / text.size;
        return Math.abs(text.x - from) < miss && rise > lowest && rise < highest;
      });
      if (found) return found;
    }
  }
  return undefined;
}
