import type { TableBlock, TableCell } from "../document.ts";
import { isHidden } from "./is-hidden.ts";
import type { PageElement } from "./page-node.ts";
import { placeCells } from "./place-cells.ts";
import { readAttribute } from "./read-attribute.ts";
import { readCellText } from "./read-cell-text.ts";

interface Cell {
  text: string;
  line: number;
  nested: boolean;
  rowSpan: number;
  columnSpan: number;
}

interface Row {
  element: PageElement;
  cells: Cell[];
  /** The row group it stands in: spans do not reach beyond. */
  group: number;
}

/** A cell with more characters than this, which are most of its table's, holds an article: the table is layout. */
const articleLength = 300;

function readSpan(attributes: string, name: "rowspan" | "colspan"): number {
  const value = readAttribute(attributes, name);
  const digits = value === null ? undefined : /^\s*\+?(\d{1,15})/.exec(value)?.[1];
  if (digits === undefined) return 1;
  const span = Number(digits);
  return span === 0 && name === "colspan" ? 1 : span;
}

const spanning = /span/i;
const oneSpan = /^(col|row)span=["']?([1-9]\d{0,3})["']?$/i;

/** Gives a cell the spans that its attributes ask for. */
function setSpans(cell: Cell, attributes: string): void {
  const [, side, digits] = oneSpan.exec(attributes) ?? [];
  if (side === undefined) {
    cell.rowSpan = readSpan(attributes, "rowspan");
    cell.columnSpan = readSpan(attributes, "colspan");
  } else if (side.toLowerCase() === "row") cell.rowSpan = Number(digits);
  else cell.columnSpan = Number(digits);
}

function readCell(element: PageElement): Cell {
  const { text, line, nested } = readCellText(element);
  const cell: Cell = { text, line, nested, rowSpan: 1, columnSpan: 1 };
  if (element.attributes !== "" && spanning.test(element.attributes)) setSpans(cell, element.attributes);
  return cell;
}

function readRow(element: PageElement, group: number): Row {
  const cells: Cell[] = [];
  for (let cell = element.first; cell !== null; cell = cell.next) {
    if (cell.text !== null || (cell.name !== "td" && cell.name !== "th") || isHidden(cell)) continue;
    cells.push(readCell(cell));
  }
  return { element, cells, group };
}

function addRows(group: PageElement, number: number, rows: Row[]): void {
  if (group.name === "tr") {
    rows.push(readRow(group, number));
    return;
  }
  for (let row = group.first; row !== null; row = row.next) {
    if (row.text === null && row.name === "tr" && !isHidden(row)) rows.push(readRow(row, number));
  }
}

/** The rows in the order in which they are shown: a tfoot stands last wherever it is written. */
function listRows(table: PageElement): Row[] {
  const rows: Row[] = [];
  const feet: PageElement[] = [];
  let group = 0;
  for (let child = table.first; child !== null; child = child.next) {
    if (child.text !== null) continue;
    const { name } = child;
    if ((name !== "tbody" && name !== "thead" && name !== "tr" && name !== "tfoot") || isHidden(child)) continue;
    if (name === "tfoot") feet.push(child);
    else addRows(child, group++, rows);
  }
  for (const foot of feet) addRows(foot, group++, rows);
  return rows;
}

const toTableCell = (
  { text, line }: Cell,
  row: number,
  column: number,
  rowSpan: number,
  columnSpan: number,
): TableCell => ({ text, row, column, rowSpan, columnSpan, location: { line } });

function toTableBlock(rows: readonly Row[]): TableBlock {
  const groups: Cell[][][] = [];
  let last = -1;
  for (const { group, cells } of rows) {
    if (group !== last) groups.push([]);
    last = group;
    groups.at(-1)!.push(cells);
  }
  const { placed: cells, rows: height, columns } = placeCells(groups, toTableCell);
  return { kind: "table", grid: "ruled", rows: height, columns, cells, location: { line: rows[0]!.element.line } };
}

/** A row of so few cells, all but one blank, is a column of text between margins. */
const mostMargins = 3;

/** Whether a row parts anything: it has several cells that are not blank, or more than any margin needs. */
function isData({ cells }: Row): boolean {
  if (cells.length > mostMargins) return true;
  let filled = 0;
  for (const { text } of cells) if (text !== "" && text.trim() !== "") filled++;
  return filled > 1;
}

/**
 * Reads a table's rows. Data rows become table blocks, each given under the first of its rows; null stands for a row that a
 * block before it holds. Rows that only lay out the page (a table or an article inside; one filled cell a row throughout) are not in the answer.
 */
export function readTable(table: PageElement): Map<PageElement, TableBlock | null> {
  const rows = listRows(table);
  let total = 0;
  for (const { cells } of rows) for (const { text } of cells) total += text.length;
  const isLayout = ({ cells }: Row) =>
    cells.some(({ nested, text }) => nested || (text.length > articleLength && text.length * 2 > total));
  const plan = new Map<PageElement, TableBlock | null>();
  for (let from = 0; from < rows.length; ) {
    let to = from;
    while (to < rows.length && !isLayout(rows[to]!)) to++;
    const segment = rows.slice(from, to);
    if (segment.some(isData)) {
      for (const { element } of segment) plan.set(element, null);
      plan.set(segment[0]!.element, toTableBlock(segment));
    }
    from = to + 1;
  }
  return plan;
}
