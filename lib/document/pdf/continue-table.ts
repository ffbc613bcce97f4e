import { fold } from "../../chinese/fold.ts";
import { wrapRoom } from "./cell-text.ts";
import { isFigure, isNumber } from "./figure-pattern.ts";
import type { DraftCell, DraftTable } from "./page-tables.ts";

/** How far a bound may lie off from one page to the next, in points. */
const near = 4.6;
const mostHeaderRows = 8;
const enumerator = /^[(（]?[一二三四五六七八九十\d]{1,3}[)）、.．,，]/;

/** Appends the table's part on the next page to it, a repeated header dropped and a row that the page cuts made whole; false if it is another table. */
export function continueTable(table: DraftTable, part: DraftTable): boolean {
  const shift = part.columnCuts[0]! - table.columnCuts[0]!;
  const widths = part.columnCuts.at(-1)! - shift - table.columnCuts.at(-1)!;
  if (Math.abs(widths) > near) return false;
  const { cuts, own, other } = uniteCuts(
    table.columnCuts,
    part.columnCuts.map((cut) => cut - shift),
  );
  moveColumns(table, own);
  moveColumns(part, other);
  const header = repeatedHeader(table, part);
  const cells = part.cells.filter((cell) => cell.row >= header).map((cell) => ({ ...cell, row: cell.row - header }));
  const rows = part.rows - header;
  if (rows > 0) append(table, cells, rows);
  table.box = part.box;
  table.page = part.page;
  table.columnCuts = cuts.map((cut) => cut + shift);
  return true;
}

/** The bounds of two parts of a table in one list, near ones as one, with the places in it of each part's. */
function uniteCuts(a: readonly number[], b: readonly number[]): { cuts: number[]; own: number[]; other: number[] } {
  const cuts: number[] = [];
  const [own, other]: [number[], number[]] = [[], []];
  for (let [i, j] = [0, 0]; i < a.length || j < b.length; ) {
    const distance = Math.abs((a[i] ?? Infinity) - (b[j] ?? Infinity));
    const isSame =
      distance <= near &&
      distance <= Math.abs((a[i + 1] ?? Infinity) - b[j]!) &&
      distance <= Math.abs(a[i]! - (b[j + 1] ?? Infinity));
    const isOwn = isSame || (a[i] ?? Infinity) < (b[j] ?? Infinity);
    if (isSame || !isOwn) other.push(cuts.length);
    if (isOwn) own.push(cuts.length);
    cuts.push(isOwn ? a[i]! : b[j]!);
    if (isSame || !isOwn) j++;
    if (isOwn) i++;
  }
  return { cuts, own, other };
}

/** Gives a part's cells their columns among more bounds; `index`: the place there of each of its own. */
function moveColumns(table: DraftTable, index: readonly number[]): void {
  for (const cell of table.cells) {
    const end = index[cell.column + cell.columnSpan]!;
    cell.column = index[cell.column]!;
    cell.columnSpan = end - cell.column;
  }
}

/** How many of the part's first rows repeat the table's first rows. */
function repeatedHeader(table: DraftTable, part: DraftTable): number {
  const key = (cell: DraftCell) =>
    `${cell.row} ${cell.column} ${cell.rowSpan} ${cell.columnSpan} ${cell.text.replace(/\s/g, "")}`;
  const own = new Set<string>();
  for (const cell of table.cells) if (cell.row < mostHeaderRows) own.add(key(cell));
  const rows = Math.min(mostHeaderRows, part.rows);
  let repeated = 0;
  // Rows up to which no cell reaches over: a header ends between whole rows.
  for (let row = 0, reach = 0; row < rows; row++) {
    const cells = part.cells.filter((cell) => cell.row === row);
    if (cells.some((cell) => !own.has(key(cell)) || isNumber(cell.text))) break;
    for (const cell of cells) reach = Math.max(reach, row + cell.rowSpan);
    if (reach === row + 1 && part.cells.some((cell) => cell.row <= row && cell.text !== "")) repeated = row + 1;
  }
  return repeated;
}

function append(table: DraftTable, cells: DraftCell[], rows: number): void {
  const last = table.rows - 1;
  const above = cellsOver(table, last);
  const first = cells.filter((cell) => cell.row === 0);
  const figureColumns = findFigureColumns([...table.cells.slice(-400), ...cells]);
  const continues = isRestOfRow(first, above, figureColumns, table.cells);
  const base = continues ? last : table.rows;
  if (continues) dropBlankPiece(table, above, last);
  const label = labelColumn(first, figureColumns);
  for (const cell of cells) {
    const upper = cell.row === 0 ? above[cell.column] : undefined;
    const joins = upper && (continues || (cell.column < label && isRestOfGroup(cell, upper, figureColumns)));
    if (joins) {
      upper.text = joinCut(upper, cell);
      upper.room = cell.room;
      upper.rowSpan = Math.max(upper.rowSpan, base + cell.rowSpan - upper.row);
    } else table.cells.push({ ...cell, row: base + cell.row });
  }
  table.rows = base + rows;
}

/** Where a page cut left nothing but the upper border of a row, the row's cells are those of the next page. */
function dropBlankPiece(table: DraftTable, above: DraftCell[], last: number): void {
  const own = new Set(above.filter((cell) => cell.row === last));
  if (own.size === 0 || [...own].some((cell) => cell.text !== "")) return;
  table.cells = table.cells.filter((cell) => !own.has(cell));
  for (const [column, cell] of above.entries()) if (own.has(cell)) delete above[column];
}

/** The cell over each column in a row. */
function cellsOver(table: DraftTable, row: number): DraftCell[] {
  const over: DraftCell[] = [];
  for (const cell of table.cells) {
    if (cell.row > row || cell.row + cell.rowSpan <= row) continue;
    for (let column = cell.column; column < cell.column + cell.columnSpan; column++) over[column] = cell;
  }
  return over;
}

/** Columns in which figures stand: they may have headings of several rows above them. */
function findFigureColumns(cells: readonly DraftCell[]): Set<number> {
  const counts = new Map<number, { figures: number; texts: number }>();
  for (const cell of cells) {
    if (cell.text === "" || cell.rowSpan > 1) continue;
    const isOne = isFigure(cell.text);
    // A figure's cell may span several columns of the blocks above or below.
    for (let column = cell.column; column < cell.column + cell.columnSpan; column++) {
      if (!isOne && cell.columnSpan > 1) continue;
      const count = counts.get(column) ?? { figures: 0, texts: 0 };
      counts.set(column, count);
      if (isOne) count.figures++;
      else count.texts++;
    }
  }
  return new Set([...counts].filter(([, count]) => 3 * count.figures > count.texts).map(([column]) => column));
}

/** The column of the row's own label: the last one before its figures that holds text, else the last one that could; -1 if none. */
function labelColumn(row: readonly DraftCell[], figureColumns: Set<number>): number {
  const firstFigure = Math.min(...row.filter((cell) => figureColumns.has(cell.column)).map((cell) => cell.column));
  const labels = row.filter((cell) => cell.column < firstFigure);
  const named = labels.filter((cell) => cell.text !== "");
  return Math.max(-1, ...(named.length > 0 ? named : labels).map((cell) => cell.column));
}

/** Whether the first row of a page is the rest of the row above the cut: nothing in it begins a row, and no figure has one already. */
function isRestOfRow(
  first: DraftCell[],
  above: DraftCell[],
  figureColumns: Set<number>,
  all: readonly DraftCell[],
): boolean {
  if (first.length === 0 || above.length === 0) return false;
  if (first.every((cell) => cell.text === "")) return true;
  const own = above.filter((cell) => cell !== undefined);
  if (hasLostLabel(own, figureColumns)) return !clashes(first, above, figureColumns);
  if (first.some((cell) => isEnumerated(cell.text) && !isFigure(cell.text) && !isCutNumber(above[cell.column])))
    return false;
  if (own.every((cell) => cell.text === "" || (cell.rowSpan > 1 && !figureColumns.has(cell.column)))) return true;
  const label = first.find((cell) => cell.column === labelColumn(first, figureColumns));
  if (clashes(first, above, figureColumns)) return false;
  if (!label || label.text === "") return first.some((cell) => figureColumns.has(cell.column) && cell.text !== "");
  if (isCutNumber(above[label.column])) return true;
  if (isEnumerated(label.text)) return false;
  const upper = above[label.column];
  if (!upper || upper.text === "" || upper.column !== label.column) return false;
  const labels = all.filter((cell) => cell.text !== "" && !figureColumns.has(cell.column));
  const enumerated = labels.filter((cell) => isEnumerated(cell.text)).length;
  // Where labels are numbered, one without a number is a rest; elsewhere only one whose beginning filled its line.
  return enumerated > 0.4 * labels.length
    ? isEnumerated(upper.text)
    : upper.room < 2 && first.every((cell) => cell === label || cell.text === "");
}

/** Whether a row begins with the figures of a row whose label stands below the cut. */
function hasLostLabel(own: readonly DraftCell[], figureColumns: Set<number>): boolean {
  const labels = own.filter((cell) => !figureColumns.has(cell.column) && cell.rowSpan === 1);
  return (
    labels.length > 0 &&
    labels.every((cell) => cell.text === "") &&
    own.some((cell) => figureColumns.has(cell.column) && isNumber(cell.text))
  );
}

/** Whether two rows have figures in one column that are not the pieces of one wrapped number. */
function clashes(first: readonly DraftCell[], above: readonly DraftCell[], figureColumns: Set<number>): boolean {
  return first.some((cell) => {
    const upper = above[cell.column];
    if (!figureColumns.has(cell.column) || cell.text === "" || !upper || upper.text === "") return false;
    return !(isNumber(upper.text) && isNumber(cell.text) && upper.room < wrapRoom);
  });
}

/** Whether a group's label cell goes on below the cut: it is blank there, or goes on in mid-sentence, or had no text above. */
function isRestOfGroup(cell: DraftCell, upper: DraftCell, figureColumns: Set<number>): boolean {
  if (figureColumns.has(cell.column) || cell.column !== upper.column || cell.columnSpan !== upper.columnSpan)
    return false;
  if (isFigure(cell.text) || isFigure(upper.text)) return false;
  if (cell.text === "" || upper.text === "") return true;
  return isCutNumber(upper) || (!isEnumerated(cell.text) && isEnumerated(upper.text));
}

/** Whether nothing stands above the cut but the beginning of a label's number in brackets. */
function isCutNumber(upper: DraftCell | undefined): boolean {
  return upper !== undefined && /^[(（][一二三四五六七八九十\d]{0,2}$/.test(upper.text.replace(/\s/g, ""));
}

function joinCut(upper: DraftCell, cell: DraftCell): string {
  if (upper.text === "" || cell.text === "") return upper.text + cell.text;
  const number = isNumber(upper.text) && isNumber(cell.text);
  return `${upper.text}${number ? "" : "\n"}${cell.text}`;
}

function isEnumerated(text: string): boolean {
  return enumerator.test(fold(text).replace(/\s/g, ""));
}
