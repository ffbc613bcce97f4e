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

function childElements(parent: PageElement): PageElement[] {
  const children: PageElement[] = [];
  for (let child = parent.first; child !== null; child = child.next) {
    if (child.text === null && !isHidden(child)) children.push(child);
  }
  return children;
}

function readRow(element: PageElement, group: number): Row {
  const cells: Cell[] = [];
  for (const cell of childElements(element)) {
    if (cell.name !== "td" && cell.name !== "th") continue;
    const { attributes } = cell;
    const { text, line, nested } = readCellText(cell);
    const spans = /span/i.test(attributes);
    const rowSpan = spans ? readSpan(attributes, "rowspan") : 1;
    const columnSpan = spans ? readSpan(attributes, "colspan") : 1;
    cells.push({ text, line, nested, rowSpan, columnSpan });
  }
  return { element, cells, group };
}

/** The rows in the order in which they are shown: a tfoot stands last wherever it is written. */
function listRows(table: PageElement): Row[] {
  const groups = childElements(table).filter(({ name }) => /^(?:thead|tbody|tfoot|tr)$/.test(name));
  const shown = [...groups.filter(({ name }) => name !== "tfoot"), ...groups.filter(({ name }) => name === "tfoot")];
  return shown.flatMap((group, index) => {
    const rows = group.name === "tr" ? [group] : childElements(group).filter(({ name }) => name === "tr");
    return rows.map((row) => readRow(row, index));
  });
}

function toTableBlock(rows: readonly Row[]): TableBlock {
  const groups = new Map<number, Cell[][]>();
  for (const { group, cells } of rows) {
    const known = groups.get(group);
    if (known === undefined) groups.set(group, [cells]);
    else known.push(cells);
  }
  const { placed, ...size } = placeCells([...groups.values()]);
  const cells = placed.map(
    ({ cell, ...place }): TableCell => ({ text: cell.text, ...place, location: { line: cell.line } }),
  );
  return { kind: "table", grid: "ruled", ...size, cells, location: { line: rows[0]!.element.line } };
}

/**
 * Reads a table's rows. Data rows become table blocks, each given under the first of its rows; null stands for a row that a
 * block before it holds. Rows that only lay out the page (a table or an article inside; one cell a row throughout) are not in the answer.
 */
export function readTable(table: PageElement): Map<PageElement, TableBlock | null> {
  const rows = listRows(table);
  const total = rows.reduce((sum, { cells }) => sum + cells.reduce((length, { text }) => length + text.length, 0), 0);
  const isLayout = ({ cells }: Row) =>
    cells.some(({ nested, text }) => nested || (text.length > articleLength && text.length * 2 > total));
  const plan = new Map<PageElement, TableBlock | null>();
  for (let from = 0; from < rows.length; ) {
    let to = from;
    while (to < rows.length && !isLayout(rows[to]!)) to++;
    const segment = rows.slice(from, to);
    if (segment.some(({ cells }) => cells.length > 1)) {
      for (const { element } of segment) plan.set(element, null);
      plan.set(segment[0]!.element, toTableBlock(segment));
    }
    from = to + 1;
  }
  return plan;
}
