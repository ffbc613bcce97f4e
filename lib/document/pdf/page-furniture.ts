import { fold } from "../../chinese/fold.ts";
import type { Box } from "./geometry.ts";
import { joinItems } from "./join-items.ts";
import type { Line } from "./page-lines.ts";

/** A page's lines outside tables, from top to bottom; `top` and `bottom` are the y between which its tables lie. */
export interface FreeLines {
  page: number;
  box: Box;
  lines: Line[];
  top: number;
  bottom: number;
}

/** Share of the page's height in which headers and footers stand. */
const margin = 0.14;
const pageNumber = /^[-—–·.~\s]*(第?(\d{1,4})页?((\/|共|of|,|，)*(\d{1,4})页?)?)[-—–·.~\s]*$/i;

/** Takes page numbers and running headers and footers out of the pages' lines. */
export function dropFurniture(pages: readonly FreeLines[]): void {
  const candidates = pages.flatMap((page) => edgeLines(page).map((edge) => ({ page, ...edge })));
  const counts = new Map<string, Set<number>>();
  const offsets = new Map<string, Set<number>>();
  for (const { page, line, side, text } of candidates) {
    add(counts, headerKey(line, side, text), page.page);
    const number = printedNumber(text);
    if (number !== null) add(offsets, `${side} ${number - page.page}`, page.page);
  }
  const needed = Math.max(2, Math.ceil(0.6 * pages.length));
  for (const { page, line, side, text } of candidates) {
    const number = printedNumber(text);
    const numbered =
      number !== null &&
      (offsets.get(`${side} ${number - page.page}`)!.size >= 2 || (pages.length === 1 && number === 1));
    const running = pages.length > 1 && counts.get(headerKey(line, side, text))!.size >= needed;
    if (numbered || running) page.lines.splice(page.lines.indexOf(line), 1);
  }
}

function add(map: Map<string, Set<number>>, key: string, page: number): void {
  const pages = map.get(key);
  if (pages) pages.add(page);
  else map.set(key, new Set([page]));
}

/** A running line's text apart from its figures, at its height. */
function headerKey(line: Line, side: string, text: string): string {
  return `${side} ${Math.round(line.baseline / 3)} ${text.replace(/\d+/g, "#")}`;
}

function printedNumber(text: string): number | null {
  const match = pageNumber.exec(text);
  return match ? Number(match[2]) : null;
}

/** The outermost two lines above and below all else of a page that stand in its margins. */
function edgeLines({ box, lines, top, bottom }: FreeLines): { line: Line; side: string; text: string }[] {
  const height = box.y1 - box.y0;
  const text = (line: Line) => fold(joinItems(line.items)).replace(/\s/g, "");
  const heads = lines.slice(0, 2).filter((line) => line.y1 < box.y0 + margin * height && line.y1 < top);
  const feet = lines
    .slice(-2)
    .filter((line) => line.y0 > box.y1 - margin * height && line.y0 > bottom && !heads.includes(line));
  return [
    ...heads.map((line) => ({ line, side: "head", text: text(line) })),
    ...feet.map((line) => ({ line, side: "foot", text: text(line) })),
  ];
}
