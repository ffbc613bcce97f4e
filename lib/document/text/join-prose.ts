import type { Block, Place } from "../document.ts";
import { displayWidth } from "./display-width.ts";
import type { SourceLine } from "./split-lines.ts";

/** Narrower lines (in display columns) are no wrapped prose but cells, titles or items. */
const narrowest = 40;

/** How many columns a full line may stay behind the widest: a mark that may not begin a line, an odd half-width character. */
const slack = 8;

/** Ends a sentence or a clause of a list: what follows is a new paragraph. */
const closed = /[。；：！？;:!?]["”’」』）)]?$/;

/** What begins a paragraph of its own: an indent, a heading, a list item. */
const opening =
  /^(?:[ \t]{2,}|\u3000|\t|第?[一二三四五六七八九十]{1,3}[、.．章条部]|[（(][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[.．、](?!\d)|[①-⑳●■◆•·])/;

/** A line that is only a figure or a placeholder is a cell of its own, whatever stands above it. */
const figure = /^[+\-－−]?[\d０-９][\d０-９,，.．]{0,20}\p{Script=Han}{0,2}$|^[/／\\\-—·]{1,4}$|^[无空零]$/u;

/** The width at which the lines of a text were wrapped: a third of the long ones end within `slack` of it; else null. */
function findWrapWidth(widths: readonly number[]): number | null {
  const long = widths.filter((width) => width >= narrowest).sort((a, b) => a - b);
  let best = { count: 2, width: 0 };
  let from = 0;
  long.forEach((width, index) => {
    while (long[from]! < width - slack) from++;
    if (index - from + 1 >= best.count) best = { count: index - from + 1, width };
  });
  // A text that was wrapped has hardly a wider line: whole paragraphs beside some of one length show that it was not.
  const wider = long.filter((width) => width > best.width + slack).length;
  return best.width > 0 && best.count * 3 >= long.length && wider * 4 <= best.count ? best.width : null;
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

function toBlock({ lines, breaks, location }: Paragraph): Block {
  return { kind: "text", text: lines.join(""), location, ...(breaks.length > 0 ? { breaks } : {}) };
}

/**
 * Adds lines to `blocks` as text: each is a paragraph, but lines that were hard-wrapped at one width are joined again,
 * with `breaks` saying where each source line begins.
 */
export function joinProse(lines: readonly SourceLine[], blocks: Block[]): void {
  const widths = lines.map(({ text, whole }) => (whole === true || text === "" ? 0 : displayWidth(text.trimEnd())));
  const wrap = findWrapWidth(widths);
  let open: Paragraph | null = null;
  let joins = false;
  lines.forEach(({ text, line, breaks, whole }, index) => {
    const trimmed = text.trim();
    if (trimmed !== "" && open !== null && joins && whole !== true && !opening.test(text) && !figure.test(trimmed))
      append(open, trimmed, line);
    else {
      if (open !== null) blocks.push(toBlock(open));
      open =
        trimmed === ""
          ? null
          : { lines: [trimmed], length: trimmed.length, breaks: [...(breaks ?? [])], location: { line } };
    }
    joins = wrap !== null && widths[index]! >= wrap - slack && !closed.test(trimmed.slice(-2));
  });
  if (open !== null) blocks.push(toBlock(open));
}
