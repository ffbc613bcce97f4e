import type { TableBlock } from "../document.ts";
import { type DelimitedRow, dropEveryClosing, toDelimitedTable } from "./delimited-table.ts";
import { countFigures, isFigureCell, type Separator, splitCells } from "./separator.ts";
import type { SourceLine } from "./split-lines.ts";

/** A header cell is shorter; a longer piece of words is a sentence's. */
const longestHeader = 24;
/** A figure with thousands separators, unless they part two cells. */
const thousands = /(?<!\d)\d{1,3}(?:,\d{3})+(?!\d)/;
const listNumber = /^(?:[（(][一二三四五六七八九十\d]{1,2}[)）]|\d{1,2}[.．])/;

/**
 * A line parted by slashes between spaces, with the spaces that a blank first or last cell lost; a slash that another one
 * follows is a placeholder.
 */
function padSlashes(line: string): string {
  const text = line.trim();
  const start = text.startsWith("/ ") && !text.startsWith("/ / ") ? ` ${text}` : text;
  return start.endsWith(" /") && !start.endsWith(" / /") ? `${start} ` : start;
}

function readRow(line: string, separator: Separator): string[] | null {
  const cells = splitCells(separator === " / " ? padSlashes(line) : line.trim(), separator);
  if (cells === null) return null;
  const words = cells.length - countFigures(cells);
  if (words === cells.length && (separator === "、" || cells.some(({ length }) => length > longestHeader))) return null;
  return separator === "、" ? [...joinLabels(cells.slice(0, words)), ...cells.slice(words)] : cells;
}

/** Labels hold this mark themselves; a piece with a number of its own begins another one. */
function joinLabels(pieces: readonly string[]): string[] {
  const labels: string[] = [];
  for (const piece of pieces) {
    if (labels.length === 0 || listNumber.test(piece)) labels.push(piece);
    else labels.push(`${labels.pop()}、${piece}`);
  }
  return labels;
}

/** Whether commas that part cells and commas of thousands cannot be told apart: rows of one table differ in their figures. */
function isAmbiguous(rows: readonly DelimitedRow[], texts: readonly string[], separator: Separator): boolean {
  if (separator !== "," || !texts.some((text) => thousands.test(text))) return false;
  return new Set(rows.map((row) => countFigures(row.texts)).filter((count) => count > 0)).size > 1;
}

/** Reads the table of lines parted by `separator` that begins at line `at`, one row a line; null where none begins there. */
export function readSeparatedTable(
  lines: readonly SourceLine[],
  at: number,
  separator: Separator,
): { block: TableBlock; end: number } | null {
  const rows: DelimitedRow[] = [];
  const texts: string[] = [];
  let end = at;
  for (let i = at; i < lines.length; i++) {
    const { text, line } = lines[i]!;
    if (text.trim() === "") continue;
    const cells = readRow(text, separator);
    if (cells === null) break;
    rows.push({ texts: cells, line });
    texts.push(text);
    end = i + 1;
  }
  if (!rows.some((row) => row.texts.length > 1 && isFigureCell(row.texts.at(-1)!))) return null;
  if (isAmbiguous(rows, texts, separator)) return null;
  // 、 and ， part the words of a sentence and end none of them.
  const parts = separator === "、" || separator === "，";
  return { block: toDelimitedTable(parts ? rows : dropEveryClosing(rows)), end };
}
