import type { Block, Place, TextBlock } from "../document.ts";
import { isFigureLine } from "./is-figure-line.ts";
import { type SourceLine, widthOfLine } from "./split-lines.ts";

/** Narrower lines (in display columns) are no wrapped prose but cells, titles or items. */
const narrowest = 40;

/** How many columns a full line may stay behind the widest: a mark that may not begin a line, an odd half-width character. */
const slack = 8;

/** One line alone was not wrapped. */
const leastLines = 2;

/** Ends a sentence or a clause of a list: what follows is a new paragraph. */
const closed = /[。；：！？;:!?]["”’」』）)]?$/;

/** What begins a paragraph of its own: an indent, a heading, a list item. */
const opening =
  /^(?:[ \t]{2,}|\u3000|\t|第?[一二三四五六七八九十]{1,3}[、.．章条部]|[（(][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[.．、](?!\d)|[①-⑳●■◆•·])/;

/** Nobody wraps lines at a greater width; wider ones are whole paragraphs. */
const widest = 500;

/** The width at which the lines of a text were wrapped: a third of the long ones end within `slack` of it; else null. */
function findWrapWidth(widths: readonly number[]): number | null {
  let long = 0;
  let paragraphs = 0;
  let last = narrowest;
  for (const width of widths) {
    if (width < narrowest) continue;
    long++;
    if (width > widest) paragraphs++;
    else if (width > last) last = width;
  }
  if (long < leastLines || paragraphs * 4 > long - paragraphs) return null;
  const counts = new Uint32Array(last + 1);
  for (const width of widths) if (width >= narrowest && width <= last) counts[width]!++;
  let best = { count: leastLines, width: 0 };
  let near = 0;
  let wider = long;
  for (let width = narrowest; width <= last; width++) {
    near += counts[width]! - (counts[width - slack - 1] ?? 0);
    if (counts[width]! > 0 && near >= best.count) best = { count: near, width };
  }
  if (best.width === 0) return null;
  // A text that was wrapped has hardly a wider line: whole paragraphs beside some of one length show that it was not.
  for (let width = narrowest; width <= Math.min(last, best.width + slack); width++) wider -= counts[width]!;
  return best.count * 3 >= long && wider * 4 <= best.count ? best.width : null;
}

const ascii = /[!-~]/;

/** A paragraph in the making; its lines are joined at the end, for asking a growing string for its last character copies it. */
interface Paragraph {
  lines: string[];
  length: number;
  breaks: [number, Place][];
  location: Place;
}

function append(paragraph: Paragraph, next: string, line: number): void {
  const gap = ascii.test(paragraph.lines.at(-1)!.at(-1)!) && ascii.test(next[0]!) ? " " : "";
  paragraph.breaks.push([paragraph.length + gap.length, { line }]);
  paragraph.lines.push(gap + next);
  paragraph.length += gap.length + next.length;
}

const toBlock = ({ lines, breaks, location }: Paragraph): Block => toText(lines.join(""), location, breaks);

function toText(text: string, location: Place, breaks: TextBlock["breaks"]): Block {
  return breaks === undefined || breaks.length === 0
    ? { kind: "text", text, location }
    : { kind: "text", text, location, breaks };
}

const longestName = 26;
const name = /^\p{Script=Han}{2,12}$/u;
const namedFigure = /^\p{Script=Han}{2,12}[：:]\s*[\d０-９]{0,12}$/u;

/** Whether a line names a figure that stands after a colon or on the next line, which may be blank. */
function isNamed(text: string, next: string | undefined): boolean {
  if (text.length > longestName) return false;
  const below = next?.trim();
  return namedFigure.test(text) || (below !== undefined && name.test(text) && (below === "" || isFigureLine(below)));
}

/** Adds lines that were hard-wrapped at the width `wrap`, joined again. */
function joinWrapped(lines: readonly SourceLine[], widths: readonly number[], wrap: number, blocks: Block[]): void {
  let open: Paragraph | null = null;
  let joins = false;
  lines.forEach(({ text, line, breaks, whole }, index) => {
    const trimmed = text.trim();
    const goesOn = joins && whole !== true && !opening.test(text) && !isFigureLine(trimmed);
    if (trimmed !== "" && open !== null && goesOn && !isNamed(trimmed, lines[index + 1]?.text))
      append(open, trimmed, line);
    else {
      if (open !== null) blocks.push(toBlock(open));
      open =
        trimmed === ""
          ? null
          : { lines: [trimmed], length: trimmed.length, breaks: [...(breaks ?? [])], location: { line } };
    }
    joins = widths[index]! >= wrap - slack && !closed.test(trimmed.slice(-2));
  });
  if (open !== null) blocks.push(toBlock(open));
}

/**
 * Adds lines to `blocks` as text: each is a paragraph, but lines that were hard-wrapped at one width are joined again,
 * with `breaks` saying where each source line begins.
 */
export function joinProse(lines: readonly SourceLine[], blocks: Block[]): void {
  const widths: number[] = [];
  for (const line of lines) widths.push(line.whole === true || line.text === "" ? 0 : widthOfLine(line));
  const wrap = findWrapWidth(widths);
  if (wrap !== null) {
    joinWrapped(lines, widths, wrap, blocks);
    return;
  }
  for (const { text, line, breaks } of lines) {
    const trimmed = text.trim();
    if (trimmed !== "") blocks.push(toText(trimmed, { line }, breaks));
  }
}
