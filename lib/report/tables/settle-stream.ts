import type { Place } from "../../document/document.ts";
import type { ValueCell } from "./table-scan.ts";

/** One cell or line of a table printed one cell a line; `gap`: blank lines or cells before it. */
export interface StreamToken {
  text: string;
  location: Place;
  gap: number;
  /** A page's number stood before it: blank lines there are no cells. */
  page?: boolean;
}

/** What the whole sequence shows of its blanks. */
export interface StreamFacts {
  /** The least number of blank lines between two cells: so many mean nothing. */
  minGap: number;
  /** Blank lines before each cell of a header, in which no cell is blank: most of them tell what parts cells. */
  headerGaps: number[];
  /** Rows with all their figures have blank cells between label and figures: then a blank's place cannot be told. */
  leadingPads: boolean;
  /** The least number of blank lines after a row's last figure: so many part rows. */
  minTrailing: number;
  /** Cells of a header stand side by side on a line: blank lines are none of its cells. */
  sideBySide: boolean;
}

/** A row of a sequence: its figures, the blanks after them. */
export interface StreamRow {
  figures: readonly StreamToken[];
  trailing: number;
  facts: StreamFacts;
}

/**
 * Whether some figures of a row follow one another directly and others after blank lines: then each line may be a piece of a
 * number that its narrow cell broke. One gap may be a page's end.
 */
function isWrapped(figures: readonly StreamToken[]): boolean {
  const apart = figures.slice(1).filter(({ gap }) => gap > 0).length;
  return apart > 1 && figures.length - 1 - apart > 1;
}

/** Whether figures stand side by side on a line: their blanks stand on it, too, and blank lines are none. */
const sharesLine = (figures: readonly StreamToken[]): boolean =>
  figures.some(({ location }, at) => at > 0 && location.line === figures[at - 1]!.location.line);

/** How many blank lines part two cells: as many as before the middle one of the header's cells, else the least there are. */
function usualGap({ headerGaps, minGap }: StreamFacts): number {
  const sorted = [...headerGaps].sort((a, b) => a - b);
  const middle = sorted[sorted.length >> 1];
  return middle ?? (Number.isFinite(minGap) ? minGap : 0);
}

/** Puts the figures of a row and the blanks between them into `width` columns; null where it cannot be known which cell is blank. */
export function settleStream({ figures, trailing, facts }: StreamRow, width: number): ValueCell[] | null {
  const cells = figures.map(({ text, location }): ValueCell => ({ text, location }));
  if (cells.length === width) return isWrapped(figures) ? null : cells;
  if (cells.length > width || facts.leadingPads || facts.sideBySide || sharesLine(figures)) return null;
  if (figures.some(({ page }) => page)) return null;
  const base = usualGap(facts);
  // A blank cell is a line of its own, parted as others are.
  const blanksIn = (lines: number): number => Math.max(0, Math.floor((lines - base) / (base + 1)));
  const spread: ValueCell[] = [];
  for (const { text, location, gap } of figures) {
    for (let blank = 0; blank < Math.min(blanksIn(gap), width); blank++) spread.push({ text: "", location });
    spread.push({ text, location });
  }
  const lacking = width - spread.length;
  // Blank lines are cells only where they are as many as the row lacks; what follows the last cell is the next row's space.
  if (lacking < 0 || lacking > blanksIn(Math.min(trailing, trailing - facts.minTrailing + base))) return null;
  return [
    ...spread,
    ...Array.from({ length: lacking }, (): ValueCell => ({ text: "", location: figures.at(-1)!.location })),
  ];
}
