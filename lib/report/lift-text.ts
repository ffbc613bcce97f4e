import type { Block, Document, TableBlock, TableCell, TextBlock } from "../document/document.ts";
import { readHeading } from "./find-headings.ts";

/** A cell with so many characters and a full stop is running text. */
const leastProse = 40;
const longestHeading = 45;

const isProse = (text: string): boolean => text.length >= leastProse && text.includes("。");

function isHeading(text: string): boolean {
  return text.length <= longestHeading && readHeading(text.replace(/\s+/g, ""), 0)?.style === "ordinal";
}

/** Rows that hold nothing but part headings and running text, and that no merged cell reaches into or out of. */
function findTextRows(table: TableBlock): Map<number, TableCell[]> {
  const found = new Map<number, TableCell[]>();
  if (!table.cells.some(({ text }) => isProse(text) || isHeading(text))) return found;
  const rows: TableCell[][] = Array.from({ length: table.rows }, () => []);
  const crossed = new Set<number>();
  for (const cell of table.cells) {
    if (cell.text.trim() !== "") rows[cell.row]?.push(cell);
    for (let row = cell.row; row < cell.row + cell.rowSpan && cell.rowSpan > 1; row++) crossed.add(row);
  }
  rows.forEach((cells, row) => {
    if (cells.length === 0 || crossed.has(row)) return;
    if (cells.every(({ text }) => isProse(text) || isHeading(text))) found.set(row, cells);
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

function liftFrom(table: TableBlock): Block[] {
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

/** Takes part headings and paragraphs that stand in rows of a table (a report laid out as one table) out of it, in their order. */
export function liftText(document: Document): Document {
  return {
    ...document,
    blocks: document.blocks.flatMap((block) => (block.kind === "table" ? liftFrom(block) : [block])),
  };
}
