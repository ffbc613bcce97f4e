import { isNumber } from "./figure-pattern.ts";
import type { Item } from "./geometry.ts";
import { joinItems } from "./join-items.ts";
import { toLines } from "./page-lines.ts";

/** A cell whose lines leave more ems than this free has room for a further digit, whatever its padding. */
export const wrapRoom = 4.6;

function isWrapped(texts: readonly string[]): boolean {
  if (texts.length < 2 || !texts.every(isNumber)) return false;
  const last = texts.at(-1)!.length;
  return texts.every((text) => text.length >= last);
}

/** Reads the items of one cell: turned and stacked text in its own order, lines parted by "\n", a wrapped number in one piece. */
export function cellText(items: readonly Item[], width: number): { text: string; room: number } {
  if (items.length === 0) return { text: "", room: Number.POSITIVE_INFINITY };
  if (items.length === 1)
    return { text: joinItems([items[0]!]), room: (width - items[0]!.x1 + items[0]!.x0) / items[0]!.size };
  const turned = items.filter((item) => item.turn !== 0 || item.vertical);
  if (turned.length > items.length / 2) return { text: readTurned(items), room: Number.POSITIVE_INFINITY };
  if (isStacked(items)) return { text: readColumns(items, -1), room: Number.POSITIVE_INFINITY };
  const lines = toLines(items);
  const texts = lines.map((line) => joinItems(line.items));
  const size = lines[0]!.size;
  const room = (width - Math.max(...lines.map((line) => line.x1 - line.x0))) / size;
  // A number wraps only where a further digit had no room beside the padding, and its last piece is the shortest.
  const wrapped = room < wrapRoom && isWrapped(texts);
  return { text: texts.join(wrapped ? "" : "\n"), room };
}

/** Upright glyphs set in columns: each item one character, closer to the one below than to the one beside. */
function isStacked(items: readonly Item[]): boolean {
  if (items.length < 4 || items.some((item) => item.text.length > 1)) return false;
  // Numbers are never set that way: what looks like it is wrapped after every few digits.
  if (items.every((item) => isNumber(item.text))) return false;
  const lines = toLines(items);
  if (lines.every((line) => line.items.length === 1)) return false;
  const pitches = (values: number[]) => values.slice(1).map((value, index) => value - values[index]!);
  const down = pitches(lines.map((line) => line.baseline)).sort((a, b) => a - b);
  const beside = lines.flatMap((line) => pitches(line.items.map((item) => item.x0))).sort((a, b) => a - b);
  if (down.length === 0 || beside.length === 0) return false;
  return down[down.length >> 1]! * 1.08 < beside[beside.length >> 1]!;
}

/** Columns of stacked glyphs; `direction` -1: from right to left. */
function readColumns(items: readonly Item[], direction: 1 | -1): string {
  const sorted = [...items].sort((a, b) => direction * (a.x0 + a.x1 - b.x0 - b.x1));
  const columns: Item[][] = [];
  for (const item of sorted) {
    const last = columns.at(-1);
    if (last && Math.abs(item.x0 + item.x1 - last[0]!.x0 - last[0]!.x1) < item.size) last.push(item);
    else columns.push([item]);
  }
  return columns
    .map((column) =>
      column
        .sort((a, b) => a.y0 - b.y0)
        .map((item) => item.text)
        .join(""),
    )
    .join("\n");
}

/** Text turned by quarters: clockwise it runs down and its lines leftward, counter-clockwise up and rightward. */
function readTurned(items: readonly Item[]): string {
  const up = items.filter((item) => item.turn === 90).length > items.length / 2;
  if (!up) return readColumns(items, -1);
  const mirrored = items.map((item) => ({ ...item, y0: -item.y1, y1: -item.y0 }));
  return readColumns(mirrored, 1);
}
