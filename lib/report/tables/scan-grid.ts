import type { TableBlock } from "../../document/document.ts";
import type { TableName } from "../../forms/form.ts";
import { isFigureText } from "../parse-figure.ts";
import type { Evidence } from "../report.ts";
import { type Cue, rowIndexes } from "./cues.ts";
import { type GridCell, toGridCell, toGridRows } from "./grid-rows.ts";
import { HeaderColumns, toValue } from "./header-columns.ts";
import { packValues } from "./pack-values.ts";
import { partLabels } from "./part-labels.ts";
import { RowEvidence } from "./row-evidence.ts";
import { ProceedingsRows } from "./scan-proceedings.ts";
import type { TableScan } from "./table-scan.ts";
import { isRagged, turnTable } from "./turn-table.ts";

const isValue = ({ kind }: GridCell): boolean => kind !== "words";
const isFigure = ({ kind }: GridCell): boolean => kind === "figure";
const isWords = ({ kind }: GridCell): boolean => kind === "words";
/** A merged group label that began above: wrong row spans may put it to the right of a row's own label. */
const isGroup = ({ word, continued }: GridCell): boolean => continued && word?.isGroup === true;

const dropGroups = (cells: readonly GridCell[]): readonly GridCell[] =>
  cells.some(isGroup) ? cells.filter((cell) => !isGroup(cell)) : cells;

/** The last cell of a row that is a label of the table's rows, with the row it means; a group's label counts only alone. */
function findLabel(name: TableName, row: readonly GridCell[]): RowLabel | undefined {
  let group: RowLabel | undefined;
  let last: RowLabel | undefined;
  let beforeFigure = false;
  for (let at = row.length - 1; at >= 0; at--) {
    const { word, kind } = row[at]!;
    beforeFigure ||= kind === "figure";
    if (word === null) continue;
    const found = word.rowIn(name);
    if (found < 0) continue;
    const label = { at, key: rowIndexes[name].rows[found]!.key };
    if (isGroup(row[at]!)) group ??= label;
    // A remark behind the figures may hold the words of another row.
    else if (beforeFigure) return label;
    else last ??= label;
  }
  return last ?? group;
}

interface RowLabel {
  at: number;
  key: string;
}
const none: readonly RowLabel[] = [];

/** Labels of other rows before a row's own. */
function findOtherLabels(name: TableName, row: readonly GridCell[], own: RowLabel | undefined): readonly RowLabel[] {
  if (own === undefined) return none;
  return row.slice(0, own.at).flatMap(({ word }, at) => {
    const found = word === null ? -1 : word.rowIn(name);
    const key = found < 0 || word!.isGroup ? own.key : rowIndexes[name].rows[found]!.key;
    return key === own.key ? [] : [{ at, key }];
  });
}

const everyTable: readonly TableName[] = ["applications", "proceedings", "disclosure"];
/** Whether a row of figures has the label of no row. */
const isNameless = (row: readonly GridCell[]): boolean =>
  row.some(isFigure) && everyTable.every((name) => findLabel(name, row) === undefined);

const hasOtherLabels = (name: TableName, row: readonly GridCell[]): boolean =>
  row.some(isFigure) && findOtherLabels(name, row, findLabel(name, row)).length > 0;

/** Rows whose label the header of part three has as well (其他, 总计): above the first row they head a column. */
const headerWords = new Set(["other", "otherMiscellaneous", "totalHandled"]);

interface GridReading {
  table: TableBlock;
  scan: TableScan;
  headers: HeaderColumns;
  proceedings: ProceedingsRows;
  /** The form's rows are printed as columns, and their names stand over one another: none is known to be any column's. */
  mixed: boolean;
}

function addHeaderRow(reading: GridReading, name: TableName, row: readonly GridCell[], evidence: Evidence): void {
  const { scan, headers, proceedings } = reading;
  for (const entry of row) {
    if (entry.continued || entry.kind === "blank") continue;
    const { word } = entry;
    const starts = word !== null && (word.cue?.kind === "block" || word.key === "信息内容");
    if (starts || scan.current !== name) headers.clear();
    scan.addHeader(name, entry.cell.text, evidence, starts);
    if (name === "proceedings") proceedings.addHeader(entry);
    headers.add(entry);
  }
  if (reading.table.grid === "delimited" && row.at(-1)!.kind === "blank") scan.noteBlankEnd();
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
function findRowCue(row: readonly GridCell[]): Cue | null {
  let first: Cue | null = null;
  for (const { word, continued } of row) {
    const cue = continued || word === null ? null : word.cue;
    if (cue?.kind === "block") return cue;
    first ??= cue;
  }
  return first;
}

function scanRow(reading: GridReading, printed: readonly GridCell[]): void {
  const { scan, headers, proceedings } = reading;
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
  const evidence = new RowEvidence(row);
  const cue = findRowCue(row);
  const name = cue?.table ?? scan.current ?? (scan.guesses ? guessTable(row) : undefined) ?? announcedTable(scan, row);
  if (!name) return;
  if (name === "proceedings" && proceedings.scanRow(row, evidence)) return;
  const label = findLabel(name, row);
  const values = label ? dropGroups(row.slice(label.at + 1)) : row.filter(isValue);
  const hasFigures = values.some(isFigure);
  const wordsAfter = label !== undefined && values.some(({ word }) => word !== null && word.cue !== null);
  const isBlankRow = name === "proceedings" && label !== undefined && proceedings.areOutcomes(values, row);
  if (cue && (!hasFigures || wordsAfter) && !isBlankRow && !(label && isRowLabel(name, row[label.at]!, cue.kind))) {
    addHeaderRow(reading, name, row, evidence);
    return;
  }
  const ruled = reading.table.grid === "ruled";
  const toCell = (entry: GridCell) => {
    if (parted) return toValue(entry);
    return toValue(entry, ruled ? headers.aboveOrRemark(name, entry) : headers.above(name, entry), ruled);
  };
  const others = name === "proceedings" && hasFigures ? findOtherLabels(name, row, label) : none;
  if (label && hasFigures && (others.length > 0 || reading.mixed)) {
    // A header over two lines whose spans are wrong: whose figures these are cannot be told.
    for (const { at, key } of [...others, label]) scan.addRow(name, key, row[at]!.cell.text, null, evidence);
  } else if (label) {
    const text = row[label.at]!.cell.text;
    if (headerWords.has(label.key) && !hasFigures && !scan.hasRows(name)) {
      addHeaderRow(reading, name, row, evidence);
      return;
    }
    if (row[label.at]!.continued && !hasFigures) return;
    if (values.length === 0 && (row[label.at]!.word!.isGroup || !scan.current)) return;
    const cells = values.map(toCell);
    if (!parted) for (const blank of headers.trailing(name, row)) cells.push(blank);
    scan.addRow(name, label.key, text, cells, evidence);
    if (values.length === 0) scan.awaitFigures();
  } else if (hasFigures && scan.current && row.some(isWords)) {
    const at = row.findLastIndex(({ kind }) => kind === "words");
    const after = row.slice(at + 1);
    if (after.some(isFigure)) {
      scan.addUnknownRow(name, row[at]!.cell.text, after.map(toCell), evidence);
    } else if (scan.current === name && name !== "applications") addHeaderRow(reading, name, row, evidence);
  } else if (!hasFigures && scan.current === name && row.some(isWords)) {
    addHeaderRow(reading, name, row, evidence);
  } else if (hasFigures && scan.current) {
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
  if (announced !== "proceedings" || !row.some(isFigure)) return undefined;
  const cells = row.filter(isValue).map(({ cell }) => cell);
  return packValues(cells, 15) === undefined ? undefined : announced;
}

/** Scans a table whose grid is true or inferred (ruled, aligned), or whose cells stand between bars (delimited). */
export function scanGrid(printed: TableBlock, scan: TableScan): void {
  const printedCells = printed.cells.map(toGridCell);
  const turned = turnTable(printed, printedCells);
  const table = partLabels(turned ?? printed);
  const cells = table === printed ? printedCells : table.cells.map(toGridCell);
  const headers = new HeaderColumns();
  const proceedings = new ProceedingsRows(scan, table, headers);
  const rows = toGridRows(table, cells);
  const mixed =
    turned !== null &&
    (isRagged(printed, printedCells) || rows.some((row) => hasOtherLabels("applications", row) || isNameless(row)));
  const reading: GridReading = { table, scan, headers, proceedings, mixed };
  for (const row of rows) scanRow(reading, row);
  proceedings.finish();
}
