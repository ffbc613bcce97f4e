import type { TableBlock, TableCell } from "../document.ts";
import { isHidden } from "./is-hidden.ts";
import type { PageElement, PageNode } from "./page-node.ts";
import { readCellText } from "./read-cell-text.ts";

/** Elements whose children are never the cells of a row: text, and tables of their own. */
export const noRows: ReadonlySet<string> = new Set(
  "a abbr address b big button caption center cite code colgroup em figcaption figure font form h1 h2 h3 h4 h5 h6 i label option p pre s select small span strike strong sub summary sup table tbody td textarea tfoot th thead tr u".split(
    " ",
  ),
);
/** Elements that dress text within a line: cells only where white space parts them. */
const inline = new Set("a abbr b big code data em font i label s small span strike strong sub sup time u".split(" "));
/** Elements that are no cell, nor within one, wherever they stand. */
const noCells = new Set("dl form h1 h2 h3 h4 h5 h6 iframe ol table ul img hr".split(" "));
/** Lines within a cell. */
const lines = new Set(["p", "br"]);

/** A cell has no more nodes and characters; this bounds what is looked at for each element of a page. */
const mostNodes = 60;
const mostCharacters = 120;
const leastCells = 3;
const leastRows = 2;
const leastFigures = 3;
/** A form that nobody filled in has so many. */
const leastBlanks = 10;
/** At least this share of the cells after the labels are figures or blank; the others are headers. */
const leastShare = 0.3;

const figure = /^[\s+\-−－–—↑↓]*[\d０-９][\d０-９,，.．]*\s*(?:件|项|条|笔|宗|个|次|万元|元)?\s*$/;
const placeholder = /^(?:[/／\\\-－–—·]{1,8}|无|零)$/;
const blank = /^\s*$/;

/** Whether an element is small enough for a cell, and holds no row of others. */
function isCell(element: PageElement): boolean {
  if (noCells.has(element.name)) return false;
  let nodes = 0;
  let characters = 0;
  let node: PageNode = element;
  for (;;) {
    if (++nodes > mostNodes) return false;
    if (node.text === null) {
      let children = 0;
      for (let child = node.first; child !== null && nodes <= mostNodes; child = child.next) {
        nodes++;
        if (child.text !== null) continue;
        if (noCells.has(child.name)) return false;
        if (!inline.has(child.name) && !lines.has(child.name) && ++children > 1) return false;
      }
    } else {
      characters += node.text.length;
      if (characters > mostCharacters) return false;
    }
    if (node.text === null && node.first !== null) node = node.first;
    else {
      while (node !== element && node.next === null) node = node.parent!;
      if (node === element) return true;
      node = node.next!;
    }
  }
}

/** The cells of an element that may be a row of a table made without table elements; null where it is none. */
function listCells(row: PageElement): PageElement[] | null {
  if (noRows.has(row.name) || row.first === null) return null;
  const cells: PageElement[] = [];
  let parted = true;
  for (let child: PageNode | null = row.first; child !== null; child = child.next) {
    if (child.text !== null) {
      if (!blank.test(child.text)) return null;
      parted = true;
      continue;
    }
    if (child.name === "#comment") continue;
    if (child.name === "p" || child.name === "br" || (inline.has(child.name) && !parted)) return null;
    if (isHidden(child)) continue;
    if (!isCell(child)) return null;
    cells.push(child);
    parted = !inline.has(child.name);
  }
  return cells.length === 0 ? null : cells;
}

/** Whether the rows' texts are those of a table of figures. */
function holdsFigures(rows: readonly (readonly string[])[]): boolean {
  const wide = rows.filter(({ length }) => length >= leastCells);
  if (wide.length < leastRows) return false;
  const values = wide.flatMap((row) => row.slice(1));
  const figures = values.filter((text) => figure.test(text) || placeholder.test(text)).length;
  const blanks = values.filter((text) => blank.test(text)).length;
  return (figures >= leastFigures || blanks >= leastBlanks) && figures + blanks >= values.length * leastShare;
}

const none: ReadonlyMap<PageElement, TableBlock | null | undefined> = new Map();

/**
 * Reads a table made of other elements (div, ul, dl, elements of a framework): neighbours of one name, each with nothing but
 * small elements inside, most of which hold figures. Its grid is `delimited`, since spans leave no trace. `first` is the first
 * of the rows. Answers all neighbours that were looked at: the first row of the table has the block, its others null, undefined
 * stands for what is no row of it.
 */
export function readGrid(first: PageElement): ReadonlyMap<PageElement, TableBlock | null | undefined> {
  if (listCells(first) === null) return none;
  const rows: PageElement[] = [];
  const texts: { text: string; line: number }[][] = [];
  for (let node: PageNode | null = first; node !== null; node = node.next) {
    if (node.text !== null) {
      if (blank.test(node.text)) continue;
      break;
    }
    if (node.name !== first.name) break;
    if (isHidden(node)) continue;
    const cells = listCells(node);
    if (cells === null) break;
    rows.push(node);
    texts.push(cells.map(readCellText));
  }
  // Lines of one piece above and below the rows are text.
  const from = texts.findIndex(({ length }) => length > 1);
  const to = texts.findLastIndex(({ length }) => length > 1) + 1;
  const own = texts.slice(Math.max(0, from), to);
  const isTable = holdsFigures(own.map((row) => row.map(({ text }) => text)));
  return new Map(
    rows.map((row, at) => {
      if (!isTable || at < from || at >= to) return [row, undefined];
      return [row, at === from ? toBlock(own, row.line) : null];
    }),
  );
}

function toBlock(rows: readonly (readonly { text: string; line: number }[])[], line: number): TableBlock {
  const cells = rows.flatMap((row, at) =>
    row.map(({ text, line }, column): TableCell => {
      return { text, row: at, column, rowSpan: 1, columnSpan: 1, location: { line } };
    }),
  );
  const columns = rows.reduce((most, { length }) => Math.max(most, length), 0);
  return { kind: "table", grid: "delimited", rows: rows.length, columns, cells, location: { line } };
}
