import { fold } from "../../chinese/fold.ts";
import type { Place, TextBlock } from "../document.ts";
import { isWide } from "./glyph-widths.ts";
import { joinItems } from "./join-items.ts";
import type { Line } from "./page-lines.ts";

/** A line of running text on its page. */
export interface FlowLine {
  kind: "line";
  page: number;
  line: Line;
}

/** The text area of the document, from which indents and full lines are told. */
export interface Margins {
  left: number;
  right: number;
  /** Size of most of the text. */
  size: number;
}

const numbered = /^[(（]?[一二三四五六七八九十\d]{1,3}[)）、.．]/;
const sentenceEnd = /[。！？；：.!?;:]$/;

/** Share of the text's width that no heading takes. */
const longLine = 0.8;

/** The margins within which most lines stand; lines of tables without rules do not count. */
export function findMargins(lines: readonly FlowLine[]): Margins {
  const long = lines.filter(({ line }) => line.x1 - line.x0 > 20 * line.size);
  const rights = long.map(({ line }) => line.x1).sort((a, b) => a - b);
  const lefts = long.map(({ line }) => line.x0).sort((a, b) => a - b);
  const sizes = long.map(({ line }) => line.size).sort((a, b) => a - b);
  const at = (values: number[], share: number) => values[Math.floor(share * (values.length - 1))];
  return { left: at(lefts, 0.1) ?? -Infinity, right: at(rights, 0.8) ?? Infinity, size: at(sizes, 0.5) ?? Infinity };
}

/** Joins lines to paragraphs: one that runs to the right margin goes on in the next unless that is indented, set off or numbered. */
export function toParagraphs(lines: readonly FlowLine[], margins: Margins): TextBlock[] {
  const blocks: TextBlock[] = [];
  let last: FlowLine | undefined;
  let [pitch, before] = [0, ""];
  for (const current of lines) {
    const text = joinItems(current.line.items).trim();
    if (text === "") continue;
    const location: Place = { page: current.page, line: current.line.number };
    const block = blocks.at(-1);
    const joins = last && (isTitle(last, current, margins) || continues(last, current, before, text, margins, pitch));
    if (block && last && joins) {
      if (last.page === current.page) pitch = current.line.baseline - last.line.baseline;
      if (isLetter(before.at(-1)!) && isLetter(text[0]!)) block.text += " ";
      block.breaks ??= [];
      block.breaks.push([block.text.length, location]);
      block.text += text;
    } else {
      blocks.push({ kind: "text", text, location });
      pitch = 0;
    }
    [last, before] = [current, text];
  }
  return blocks;
}

/** A title goes on below when both its lines are larger than the text and centred on one axis. */
function isTitle(last: FlowLine, { page, line }: FlowLine, margins: Margins): boolean {
  const step = line.baseline - last.line.baseline;
  const apart = Math.abs(line.x0 + line.x1 - last.line.x0 - last.line.x1) / 2;
  const large = Math.min(line.size, last.line.size) > 1.2 * margins.size && Math.abs(line.size - last.line.size) < 0.5;
  return page === last.page && large && apart < 0.6 * line.size && step > 0 && step < 2.2 * line.size;
}

function continues(
  last: FlowLine,
  { page, line }: FlowLine,
  before: string,
  text: string,
  margins: Margins,
  pitch: number,
): boolean {
  const size = last.line.size;
  if (Math.abs(line.size - size) > 0.15 * size) return false;
  // A long line that ends in mid-sentence goes on as well: where glyphs are narrower than their ems, lines end early.
  const isLong = last.line.x1 > margins.left + longLine * (margins.right - margins.left) && !sentenceEnd.test(before);
  if (last.line.x1 < margins.right - 2.2 * size && !(isLong && !numbered.test(fold(text)))) return false;
  if (line.x0 > margins.left + 1.4 * size && line.x0 > last.line.x0 - size) return false;
  if (sentenceEnd.test(before) && numbered.test(fold(text))) return false;
  if (page !== last.page) return page === last.page + 1;
  const step = line.baseline - last.line.baseline;
  return step > 0 && step < (pitch > 0 ? 1.3 * pitch : 2.6 * size);
}

function isLetter(character: string): boolean {
  return !isWide(character.charCodeAt(0)) && /\p{L}/u.test(character);
}
