import { fold } from "../../chinese/fold.ts";
import type { SegmentedLine } from "./aligned-region.ts";
import { isRowLabel } from "./row-words.ts";

/** Number of an article, as it heads the parts of part two. */
const article = /^第[一二三四五六七八九十]{1,4}条/;

/** Share of a header's texts that a repeated one has as well: lines of different cells may join otherwise. */
const share = 0.8;

/** Parts a region into tables of their own columns: a header after rows begins one, unless it repeats the header on a new page. */
export function splitHeaded(lines: readonly SegmentedLine[]): SegmentedLine[][] {
  const parts: SegmentedLine[][] = [];
  const known = new Set<string>();
  let part: SegmentedLine[] = [];
  // Left edge of the part's figures, and whether it has a header and rows so far.
  let [left, headed, body] = [Infinity, false, false];
  let headPage = lines[0]!.page;
  for (const line of lines) {
    if (line.segments.some((segment) => segment.figure)) {
      left = Math.min(left, line.segments.find((segment) => segment.figure)!.x0);
      body = true;
    } else if (isHead(line, left)) {
      const texts = line.line.items.map(({ text }) => text);
      const again = line.page !== headPage && texts.filter((text) => known.has(text)).length >= share * texts.length;
      if (body && !again) {
        parts.push(part);
        part = [];
        [left, body, headPage] = [Infinity, false, line.page];
        known.clear();
      }
      headed ||= line.segments.length > 1;
      // Headings stand above the figures of their columns, the first one above the labels.
      left = Math.min(left, line.segments[1]?.x0 ?? Infinity);
    } else if (headed && line.segments.length === 1 && line.line.x1 <= left && isRowLabel(line.segments[0]!.text))
      body = true;
    if (!body) for (const { text } of line.line.items) known.add(text);
    part.push(line);
  }
  parts.push(part);
  return parts;
}

function isHead({ segments }: SegmentedLine, left: number): boolean {
  if (article.test(fold(segments[0]!.text).replace(/\s/g, ""))) return true;
  const last = segments.at(-1)!;
  if (left === Infinity) return segments.length > 1 && !isRowLabel(last.text);
  return segments.length > 1 && (last.x0 + last.x1) / 2 > left;
}
