import type { SegmentedLine } from "./aligned-region.ts";
import type { Item } from "./geometry.ts";
import { type Segment, toSegment } from "./segments.ts";

/** So many other texts begin where a label does, or figures stand where one does, that it is a cell of its own. */
const fewest = 3;
/** Wider texts, in ems, are no headings of groups. */
const widestGroup = 6.5;
/** Space between a group's heading and a label that begins where labels do, in ems. */
const between = 0.3;
const number = /^[\d０-９][\d０-９.,，．]*$/;

/** Parts texts that run on from one cell into the next: before a label that begins where others do, and before a number that stands where others do. */
export function partCells(lines: readonly SegmentedLine[]): SegmentedLine[] {
  const starts = new Map<number, number>();
  const places = new Map<number, number>();
  const add = (counts: Map<number, number>, x: number) => {
    const at = Math.round(x);
    counts.set(at, (counts.get(at) ?? 0) + 1);
  };
  for (const { segments } of lines) {
    for (const { figure, x0, x1 } of segments) {
      if (!figure) add(starts, x0);
      else for (const x of [x0, (x0 + x1) / 2, x1]) add(places, x);
    }
  }
  const count = (counts: ReadonlyMap<number, number>, x: number) => {
    const at = Math.round(x);
    return Math.max(counts.get(at - 1) ?? 0, counts.get(at) ?? 0, counts.get(at + 1) ?? 0);
  };
  const begins = (first: Item, last: Item, item: Item): boolean => {
    if (number.test(item.text))
      return (
        !number.test(last.text) &&
        [item.x0, (item.x0 + item.x1) / 2, item.x1].some((x) => count(places, x) >= fewest) &&
        !/[\d０-９.．(（]$/.test(last.text)
      );
    if (item.x0 - last.x1 < between * item.size || last.x1 - first.x0 > widestGroup * item.size) return false;
    return count(starts, item.x0) >= fewest;
  };
  return lines.map((line) => {
    if (line.line.whole) return line;
    const segments = line.segments.flatMap((segment) => (segment.figure ? [segment] : part(segment, begins)));
    if (segments.length === line.segments.length) return line;
    return { ...line, segments, figures: segments.filter(({ figure }) => figure).length };
  });
}

function part(segment: Segment, begins: (first: Item, last: Item, item: Item) => boolean): Segment[] {
  const runs: Item[][] = [];
  for (const item of segment.items) {
    const run = runs.at(-1);
    if (!run || begins(run[0]!, run.at(-1)!, item)) runs.push([item]);
    else run.push(item);
  }
  return runs.length > 1 ? runs.map(toSegment) : [segment];
}
