import type { TableBlock } from "../../document/document.ts";
import type { TableName } from "../../forms/form.ts";
import { isFigureText, parseFigure } from "../parse-figure.ts";
import type { Evidence } from "../report.ts";
import { type Cue, columnIndexes, rowIndexes } from "./cues.ts";
import { type GridCell, toGridCell, toGridRows } from "./grid-rows.ts";
import { toLabelKey } from "./match-label.ts";
import { packValues } from "./pack-values.ts";
import { partLabels } from "./part-labels.ts";
import type { TableScan, ValueCell } from "./table-scan.ts";
import { turnTable } from "./turn-table.ts";

const isBlank = (text: string): boolean => text.trim() === "";
const isValue = ({ kind }: GridCell): boolean => kind !== "words";
const isFigure = ({ kind }: GridCell): boolean => kind === "figure";
const longestEvidence = 300;

/** A row's text as evidence: its own cells, parted by bars. */
export function rowEvidence(row: readonly GridCell[]): Evidence {
  const hasOwn = row.some((entry) => !entry.continued);
  let text: string | undefined;
  let first: GridCell | undefined;
  for (const entry of row) {
    if (hasOwn && entry.continued) continue;
    first ??= entry;
    text = text === undefined ? entry.shown : `${text} | ${entry.shown}`;
  }
  return { text: (text ?? "").slice(0, longestEvidence), location: first!.cell.location };
}

/** Header texts by column: the grid's own, or the ordinal between bars where merged cells were kept as blank ones. */
class HeaderColumns {
  private stacks: (string[] | undefined)[] = [];
  /** Of the table asked for last: the column of the form that the header names above each grid column, once it was asked for. */
  private keys: (readonly string[] | undefined)[] = [];
  private named: [column: number, keys: readonly string[]][] | undefined;
  private table: TableName | undefined;

  clear(): void {
    if (this.stacks.length > 0) this.stacks = [];
    this.forget();
  }

  private forget(): void {
    this.keys = [];
    this.named = undefined;
  }

  /** Which column of the form the header names above a grid column; none where it names none. */
  private keysAt(name: TableName, column: number): readonly string[] {
    if (this.table !== name) this.forget();
    this.table = name;
    const known = this.keys[column];
    if (known !== undefined) return known;
    const key = this.findKey(name, column);
    const keys = key === undefined ? none : [key];
    this.keys[column] = keys;
    return keys;
  }

  private findKey(name: TableName, column: number): string | undefined {
    const stack = this.stacks[column];
    if (stack === undefined) return undefined;
    let joined = "";
    for (let depth = 1; depth <= Math.min(3, stack.length); depth++) {
      joined = stack[stack.length - depth]! + joined;
      const key = columnIndexes[name].get(toLabelKey(joined));
      if (key !== undefined) return key;
    }
    return undefined;
  }

  /** Blank cells for the columns that the header names beyond the row's last cell. */
  trailing(name: TableName, row: readonly GridCell[]): ValueCell[] {
    const last = row.at(-1);
    if (!last || last.cell.column + last.cell.columnSpan >= this.stacks.length) return [];
    const end = last.cell.column + last.cell.columnSpan;
    if (this.table !== name) this.forget();
    this.named ??= [...this.stacks.keys()]
      .map((column): [number, readonly string[]] => [column, this.keysAt(name, column)])
      .filter(([, keys]) => keys.length > 0);
    return this.named
      .filter(([column]) => column >= end)
      .map(([, headers]) => ({ text: "", location: last.cell.location, headers, appended: true }));
  }

  add({ cell }: GridCell): void {
    const end = cell.column + Math.min(cell.columnSpan, widestHeader);
    if (cell.column > mostColumns) return;
    for (let column = cell.column; column < end; column++) {
      const stack = this.stacks[column];
      if (stack === undefined) this.stacks[column] = [cell.text];
      else stack.push(cell.text);
    }
    this.forget();
  }

  /** The columns of the form that the header names above these grid columns. */
  above(name: TableName, { cell }: GridCell): readonly string[] {
    if (cell.columnSpan === 1) return this.keysAt(name, cell.column);
    const found = new Set<string>();
    const end = cell.column + Math.min(cell.columnSpan, widestHeader);
    for (let column = cell.column; column < end; column++) for (const key of this.keysAt(name, column)) found.add(key);
    return found.size === 0 ? none : [...found];
  }
}

const none: readonly string[] = [];
const widestHeader = 200;
/** No form is wider; what a senseless table names further right is no header of it. */
const mostColumns = 1000;

function toValue(entry: GridCell, headers?: readonly string[], ruled = false): ValueCell {
  const { text, location } = entry.cell;
  const value: ValueCell = headers ? { text, location, headers } : { text, location };
  if (entry.continued) value.continued = true;
  if (ruled) value.ruled = true;
  return value;
}

/** A merged group label that began above: wrong row spans may put it to the right of a row's own label. */
const isGroup = ({ word, continued }: GridCell): boolean => continued && word?.isGroup === true;

/** The last cell of a row that is a label of the table's rows, with the row it means; a group's label counts only alone. */
function findLabel(name: TableName, row: readonly GridCell[]): { at: number; key: string } | undefined {
  let group: { at: number; key: string } | undefined;
  for (let at = row.length - 1; at >= 0; at--) {
    const { word } = row[at]!;
    if (word === null) continue;
    const found = word.rowIn(name);
    if (found < 0) continue;
    const label = { at, key: rowIndexes[name].rows[found]!.key };
    if (!isGroup(row[at]!)) return label;
    group ??= label;
  }
  return group;
}

/** Rows whose label the header of part three has as well (其他, 总计): above the first row they head a column. */
const headerWords = new Set(["other", "otherMiscellaneous", "totalHandled"]);

interface GridReading {
  table: TableBlock;
  scan: TableScan;
  headers: HeaderColumns;
}

/** Whether each group of part four whose five cells are filled has the total of its outcomes. */
function sumsHold(run: readonly ValueCell[]): boolean {
  return [0, 5, 10].every((from) => {
    const [total, ...outcomes] = run
      .slice(from, from + 5)
      .reverse()
      .map(({ text, location }) => parseFigure(text, location).value);
    return (
      total == null || outcomes.includes(null) || outcomes.reduce<number>((sum, value) => sum + value!, 0) === total
    );
  });
}

function scanProceedings({ scan, table }: GridReading, row: readonly GridCell[], evidence: Evidence): boolean {
  const entries = row.filter(isValue);
  const values = entries.map((entry) => toValue(entry));
  const last = row.at(-1)!.cell;
  // Between bars a blank cell at the end of a line may have been lost with its bar.
  const lost = table.columns - (last.column + last.columnSpan);
  for (let blank = 0; blank < lost && values.length < 15; blank++) values.push({ text: "", location: last.location });
  const run = packValues(values, 15);
  if (!run || entries.length * 2 < run.length) return false;
  const filled = run.findLastIndex(({ text }) => !isBlank(text)) + 1;
  const gapless = filled < 15 && run.slice(0, filled).every(({ text }) => !isBlank(text));
  // Parted by spaces only, figures stand together whatever is blank between them: all blanks at the end are believed if the sums hold.
  const printed =
    table.grid === "ruled" || (table.grid === "delimited" && entries.some(({ kind }) => kind === "blank"));
  const certain = printed || !gapless || sumsHold(run);
  const known = scan.copies.findLast((copy) => copy.name === "proceedings");
  if (known && known.rows.length > 0 && run.every((value) => isBlank(value.text))) return true;
  rowIndexes.proceedings.rows.forEach((form, index) => {
    scan.addRow("proceedings", form.key, form.label, certain ? run.slice(index * 5, index * 5 + 5) : null, evidence);
  });
  return true;
}

function addHeaderRow(reading: GridReading, name: TableName, row: readonly GridCell[], evidence: Evidence): void {
  const { scan, headers } = reading;
  for (const entry of row) {
    if (entry.continued || entry.kind === "blank") continue;
    const { word } = entry;
    const starts = word !== null && (word.cue?.kind === "block" || word.key === "信息内容");
    if (starts || scan.current !== name) headers.clear();
    scan.addHeader(name, entry.cell.text, evidence, starts);
    headers.add(entry);
  }
}

/** A row whose rules were lost at a page cut is one cell, its label and its figures line by line: its cells again. */
function partLines(row: readonly GridCell[]): readonly GridCell[] {
  const at = row.findLastIndex(({ kind }) => kind !== "blank");
  const last = row[at];
  if (!last || last.continued || last.kind !== "words" || last.cell.columnSpan < 2 || !last.cell.text.includes("\n"))
    return row;
  const lines = last.cell.text.replace(/\n(?=[件项条笔宗个次](?:\n|$))/g, "").split("\n");
  let first = lines.length;
  while (first > 0 && isFigureText(lines[first - 1]!)) first--;
  if (first === 0 || first === lines.length) return row;
  const { cell } = last;
  const part = (text: string, shift: number): GridCell =>
    toGridCell({ ...cell, text, column: cell.column + shift, columnSpan: 1 });
  const figures = lines.slice(first).map((text, index) => part(text, index + 1));
  return [...row.slice(0, at), part(lines.slice(0, first).join("\n"), 0), ...figures];
}

/** A row of a copied table whose last cell is blank goes on with the next block's heading: where that begins; -1 for other rows. */
function findNextBlock({ table }: GridReading, row: readonly GridCell[]): number {
  const last = row.at(-1)!;
  if (table.grid !== "delimited" || row.length < 3 || last.word === null) return -1;
  return last.word.cue?.kind === "block" && row.some(isFigure) ? row.length - 1 : -1;
}

/** Whether a row holds nothing but blank cells and what began above it. */
function isSpace(row: readonly GridCell[]): boolean {
  let fromAbove = false;
  for (const { continued, kind } of row) {
    if (!continued && kind !== "blank") return false;
    if (continued && kind !== "blank") fromAbove = true;
  }
  return fromAbove;
}

/** What the words that begin in a row announce: a block's heading before anything else. */
function findRowCue(words: readonly GridCell[]): Cue | null {
  let first: Cue | null = null;
  for (const { word, continued } of words) {
    const cue = continued ? null : word!.cue;
    if (cue?.kind === "block") return cue;
    first ??= cue;
  }
  return first;
}

function scanRow(reading: GridReading, printed: readonly GridCell[]): void {
  const { scan, headers } = reading;
  if (printed.length === 0) return;
  const next = findNextBlock(reading, printed);
  if (next > 0) {
    const { cell } = printed[next]!;
    scanRow(reading, [...printed.slice(0, next), toGridCell({ ...cell, text: "" })]);
    scanRow(reading, printed.slice(next));
    return;
  }
  const row = partLines(printed);
  // The figures of parted lines stand under no header, those of rows whose blanks left no trace under any.
  const parted = row !== printed || reading.table.dropsBlanks === true;
  // A row of nothing but what began above is the space between two rules.
  if (isSpace(row)) return;
  const evidence = rowEvidence(row);
  const texts = row.filter(({ kind }) => kind === "words");
  const cue = findRowCue(texts);
  const name = cue?.table ?? scan.current ?? (scan.guesses ? guessTable(row) : undefined) ?? announcedTable(scan, row);
  if (!name) return;
  if (name === "proceedings" && scanProceedings(reading, row, evidence)) return;
  const label = findLabel(name, row);
  const values = label ? row.slice(label.at + 1).filter((entry) => !isGroup(entry)) : row.filter(isValue);
  const hasFigures = values.some(isFigure);
  const wordsAfter = label !== undefined && values.some(({ word }) => word !== null && word.cue !== null);
  if (cue && (!hasFigures || wordsAfter) && !(label && isRowLabel(name, row[label.at]!, cue.kind))) {
    addHeaderRow(reading, name, row, evidence);
    return;
  }
  const ruled = reading.table.grid === "ruled";
  const toCell = (entry: GridCell) => (parted ? toValue(entry) : toValue(entry, headers.above(name, entry), ruled));
  if (label) {
    const text = row[label.at]!.cell.text;
    if (headerWords.has(label.key) && !hasFigures && !scan.hasRows(name)) {
      addHeaderRow(reading, name, row, evidence);
      return;
    }
    if (row[label.at]!.continued && !hasFigures) return;
    if (values.length === 0 && (row[label.at]!.word!.isGroup || !scan.current)) return;
    const trailing = parted ? [] : headers.trailing(name, row);
    scan.addRow(name, label.key, text, [...values.map(toCell), ...trailing], evidence);
    if (values.length === 0) scan.awaitFigures();
  } else if (texts.length > 0 && hasFigures && scan.current) {
    const at = row.findLastIndex(({ kind }) => kind === "words");
    const after = row.slice(at + 1);
    if (after.some(isFigure)) {
      scan.addUnknownRow(name, row[at]!.cell.text, after.map(toCell), evidence);
    } else if (scan.current === name && name !== "applications") addHeaderRow(reading, name, row, evidence);
  } else if (texts.length > 0 && !hasFigures && scan.current === name) {
    addHeaderRow(reading, name, row, evidence);
  } else if (texts.length === 0 && hasFigures && scan.current) {
    const cells = row.map(toCell);
    // Part four may be printed as tables of one or two of its three groups.
    const groups = name === "proceedings" && cells.length === 10 ? [cells.slice(0, 5), cells.slice(5)] : [cells];
    for (const group of groups) scan.addUnknownRow(name, "", group, evidence);
  }
}

/** In part four a group's name is header and label at once; elsewhere a cue is never a row. */
function isRowLabel(name: TableName, { word }: GridCell, kind: "block" | "header"): boolean {
  return name === "disclosure" && kind === "header" && word !== null && word.rowIn("disclosure") >= 0;
}

/** The table a row belongs to when nothing has announced one: its label must be one that only that table has. */
function guessTable(row: readonly GridCell[]): TableName | undefined {
  if (!row.some(isFigure)) return undefined;
  for (const name of ["applications", "disclosure"] as const) {
    const label = findLabel(name, row);
    if (label && label.at < row.length - 1 && label.key !== "otherMiscellaneous" && label.key !== "totalHandled")
      return name;
  }
  return undefined;
}

/** Part four's only row of figures, where its header was lost or gathered into one label. */
function announcedTable({ announced }: TableScan, row: readonly GridCell[]): TableName | undefined {
  return announced === "proceedings" && row.filter(isValue).length === 15 && row.some(isFigure) ? announced : undefined;
}

/** Scans a table whose grid is true or inferred (ruled, aligned), or whose cells stand between bars (delimited). */
export function scanGrid(printed: TableBlock, scan: TableScan): void {
  const printedCells = printed.cells.map(toGridCell);
  const table = partLabels(turnTable(printed, printedCells) ?? printed);
  const cells = table === printed ? printedCells : table.cells.map(toGridCell);
  const reading: GridReading = { table, scan, headers: new HeaderColumns() };
  for (const row of toGridRows(table, cells)) scanRow(reading, row);
}
