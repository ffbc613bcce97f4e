import { fold } from "../chinese/fold.ts";
import type { Block, Document, TableBlock, TableCell, TextBlock } from "../document/document.ts";
import { opensWithNumber, readHeading } from "./find-headings.ts";
import type { FoldedDocument } from "./folded-document.ts";
import { isFigureText, isPlain } from "./parse-figure.ts";
import { readTitle } from "./read-title.ts";
import { rememberTexts } from "./remember-texts.ts";

/** A cell with so many characters and a full stop is running text. */
const leastProse = 40;
const longestHeading = 45;
const longestTitle = 80;
const leastSentence = 8;

const isProse = (text: string): boolean => text.length >= leastProse && text.includes("。");

const startsHeading = rememberTexts(
  (text) => readHeading(fold(text.replace(/\s+/g, "")), 0)?.style === "ordinal",
  longestHeading,
);

function isHeading(text: string): boolean {
  if (text === "" || text.length > longestHeading || isPlain(text)) return false;
  return opensWithNumber(text) && startsHeading(text);
}

/** What a row's only text may be besides a heading or a paragraph: a report's title, or a sentence over the whole width. */
function isOwnLine({ text, columnSpan }: TableCell, { columns }: TableBlock, isReport: boolean): boolean {
  if (text.length <= longestTitle && readTitle(text) !== null) return true;
  return isReport && columnSpan === columns && text.length >= leastSentence && text.trimEnd().endsWith("。");
}

/** Headings without an ordinal, each in a row of its own: they head parts only together. */
function findLooseHeadings(rows: readonly TableCell[][]): Set<TableCell> {
  const found = new Map<TableCell, number>();
  for (const cells of rows) {
    const [only] = cells;
    if (cells.length !== 1 || only!.text.length > longestHeading || only!.text.length < 2) continue;
    const heading = readHeading(fold(only!.text.replace(/\s+/g, "")), 0);
    if (heading !== null) found.set(only!, heading.part);
  }
  return new Set(new Set(found.values()).size >= leastHeadings ? found.keys() : []);
}

/** Whether a table may hold lines of a report's text at all; cheap, since every table is asked. */
const mayHoldText = (table: TableBlock): boolean =>
  table.cells.some(({ text, columnSpan }) => {
    return (
      isProse(text) || isHeading(text) || (columnSpan === table.columns && columnSpan > 1 && /[。报報况述]/.test(text))
    );
  });

/** Rows that hold nothing but part headings and running text, and that no merged cell reaches into or out of. */
function findTextRows(table: TableBlock): Map<number, TableCell[]> {
  const found = new Map<number, TableCell[]>();
  if (!mayHoldText(table)) return found;
  const rows: TableCell[][] = Array.from({ length: table.rows }, () => []);
  const crossed = new Set<number>();
  for (const cell of table.cells) {
    if (cell.text.trim() !== "") rows[cell.row]?.push(cell);
    for (let row = cell.row; row < cell.row + cell.rowSpan && cell.rowSpan > 1; row++) crossed.add(row);
  }
  const loose = findLooseHeadings(rows);
  const isReport = loose.size > 0 || table.cells.some(({ text }) => isHeading(text));
  rows.forEach((cells, row) => {
    if (cells.length === 0 || crossed.has(row)) return;
    // Beside a heading stands its part's text, be it as short as 无.
    const beside = cells.length === 2 && isHeading(cells[0]!.text);
    const alone = cells.length === 1 && (loose.has(cells[0]!) || isOwnLine(cells[0]!, table, isReport));
    if (beside || alone || cells.every(({ text }) => isProse(text) || isHeading(text))) found.set(row, cells);
  });
  return found;
}

const toText = ({ text, location }: TableCell): TextBlock => ({
  kind: "text",
  text: text.replace(/\s*\n\s*/g, "").trim(),
  location,
});

/** The rows from `from` up to `to` as a table of their own; undefined where there is nothing in them. */
function cutRows(table: TableBlock, from: number, to: number): TableBlock | undefined {
  const cells = table.cells
    .filter(({ row }) => row >= from && row < to)
    .map((cell) => ({ ...cell, row: cell.row - from }));
  if (cells.length === 0) return undefined;
  return { ...table, rows: to - from, cells, location: cells[0]!.location };
}

/** A heading that was gathered into the first label of a table without rules, and the table without it. */
function liftHeading(table: TableBlock): { heading: TextBlock; rest: TableBlock } | undefined {
  const first = table.cells[0];
  if (table.grid === "ruled" || !first?.text.includes("\n")) return undefined;
  const [line, ...label] = first.text.split("\n");
  if (!line || label.length === 0 || !isHeading(line)) return undefined;
  const others = table.cells.slice(1);
  const heading: TextBlock = { kind: "text", text: line.trim(), location: first.location };
  return { heading, rest: { ...table, cells: [{ ...first, text: label.join("\n") }, ...others] } };
}

function liftFrom(whole: TableBlock): Block[] {
  const lifted = liftHeading(whole);
  return lifted ? [lifted.heading, ...liftRows(lifted.rest)] : liftRows(whole);
}

function liftRows(table: TableBlock): Block[] {
  const texts = findTextRows(table);
  if (texts.size === 0) return [table];
  const blocks: Block[] = [];
  let from = 0;
  for (const row of [...texts.keys(), table.rows]) {
    const above = row > from ? cutRows(table, from, row) : undefined;
    if (above) blocks.push(above);
    for (const cell of texts.get(row) ?? []) blocks.push(toText(cell));
    from = row + 1;
  }
  return blocks;
}

/** A line with so many figures, or headings, among words parted by spaces is a page whose line ends were lost. */
const leastFigures = 6;
const leastHeadings = 3;

/** All that \\s stands for in a folded text. */
const gaps = [" ", "\n", "\r", "\u2028", "\u2029", "\ufeff"];

/** The words of such a line, each as a line of its own; undefined for any other text. */
function splitLostLines(block: TextBlock, folded: string): TextBlock[] | undefined {
  if (block.text.length < 80 || !gaps.some((gap) => folded.includes(gap))) return undefined;
  const words = block.text.split(/\s+/);
  if (words.length < leastFigures) return undefined;
  const figures = words.filter((word) => isFigureText(word)).length;
  const isTable = figures >= leastFigures && figures * 4 >= words.length;
  if (!isTable && words.filter(isHeading).length < leastHeadings) return undefined;
  let at = 0;
  return words.map((text): TextBlock => {
    at = block.text.indexOf(text, at);
    const location = (block.breaks ?? []).findLast(([offset]) => offset <= at)?.[1] ?? block.location;
    at += text.length;
    return { kind: "text", text, location };
  });
}

/**
 * Takes part headings and paragraphs that stand in rows of a table (a report laid out as one table) out of it, in their order,
 * and folds every text.
 */
export function liftText(document: Document): FoldedDocument {
  const blocks: Block[] = [];
  const folded: string[] = [];
  const add = (block: Block, text: string) => {
    blocks.push(block);
    folded.push(text);
  };
  const addAll = (parts: readonly Block[]) => {
    for (const part of parts) add(part, part.kind === "text" ? fold(part.text) : "");
  };
  for (const block of document.blocks) {
    if (block.kind === "table") addAll(liftFrom(block));
    else if (block.kind === "image") add(block, "");
    else {
      const text = fold(block.text);
      const lines = splitLostLines(block, text);
      if (lines) addAll(lines);
      else add(block, text);
    }
  }
  return { ...document, blocks, folded };
}
