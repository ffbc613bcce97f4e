import type { Place } from "../../document/document.ts";
import type { TableName } from "../../forms/form.ts";
import type { Evidence } from "../report.ts";
import { rowIndexes } from "./cues.ts";
import type { StreamRow } from "./settle-stream.ts";

/** A cell standing where a figure should, with the header texts above it where the grid tells them. */
export interface ValueCell {
  text: string;
  location: Place;
  headers?: readonly string[] | undefined;
  /** The headers stand above it in the source's own grid, not by number only. */
  ruled?: boolean;
  /** A merged cell that already counted in the row above: its figure belongs there. */
  continued?: boolean;
  /** Not in the row: the blank that a column beyond its last cell stands for. */
  appended?: boolean;
}

/** A row of a statistics table before its columns are known; `values` null: they could not be told apart. */
export interface ScannedRow {
  key: string;
  values: readonly ValueCell[] | null;
  /** The figures of a row whose grid is lost, to be put into columns once the form is known; then `values` is null. */
  stream?: StreamRow;
  /** The texts that stood between the block's heading and its first row (units are said there). */
  headers: readonly string[];
  label: string;
  evidence: Evidence;
}

/** One printed copy of one table. */
export interface ScannedTable {
  name: TableName;
  rows: ScannedRow[];
  unknown: { evidence: Evidence; label: string; values: readonly ValueCell[]; at: number }[];
  /** The first lines of the table, as evidence that it is there. */
  lines: Evidence[];
  /** Rows of its header end with a blank cell: those that merged cells left behind stand at the right. */
  blankEnd?: boolean;
}

/** The header of a form has fewer cells: what goes on is none, and every row that follows keeps a copy. */
const mostHeaders = 300;

/** Collects rows in reading order into tables and their copies; knows which table the reading stands in. */
export class TableScan {
  readonly copies: ScannedTable[] = [];
  private open: ScannedTable | undefined;
  private headers: string[] = [];
  /** Whether rows hold the header as it is. */
  private shared = false;
  private awaiting: ScannedRow | undefined;
  /** The table that the latest part heading announces. */
  announced: TableName | undefined;
  /** Whether a row may open a table that nothing has named: above the first heading stand the site's links with their counts. */
  guesses = true;

  get current(): TableName | undefined {
    return this.open?.name;
  }

  /** Whether the header being read has such a cell or line. */
  hasHeader(isSuch: (text: string) => boolean): boolean {
    return this.headers.some(isSuch);
  }

  /** Gives up the figures of the copy that is being read whose grid is lost: they stand in no order. */
  distrust(name: TableName): void {
    if (this.open?.name !== name) return;
    for (const row of this.open.rows) {
      row.stream = undefined;
      if (row.values?.length === 0) row.values = null;
    }
  }

  /** Whether the form has this row, which the copy that is being read does not hold, above the last one read. */
  isBehind(name: TableName, key: string): boolean {
    if (this.open?.name !== name || this.open.rows.some((row) => row.key === key)) return false;
    const last = this.open.rows.at(-1)?.key;
    const placeOf = (own: string) => rowIndexes[name].rows.findIndex((row) => row.key === own);
    return last !== undefined && placeOf(key) < placeOf(last);
  }

  /** How many words of the header being read follow the text; undefined where it does not have it. Without one: its first line. */
  countHeaders(after?: string): number | undefined {
    const at = after === undefined ? 0 : this.headers.findLastIndex((header) => header.trim() === after);
    return at < 0
      ? undefined
      : this.headers.slice(at + 1).reduce((sum, text) => sum + text.trim().split(/\s+/).length, 0);
  }

  /** Whether the copy of a table that is being read has rows already. */
  hasRows(name: TableName): boolean {
    return this.open?.name === name && this.open.rows.length > 0;
  }

  /** A part's heading: what follows belongs to a new copy of a table only if its rows say so. */
  closeTable(announced?: TableName): void {
    this.announced = announced;
    this.open = undefined;
    this.headers = [];
  }

  /** A header cell or line; opens its table where another one, or none, was open. */
  addHeader(name: TableName, text: string, line: Evidence, startsBlock: boolean): void {
    const table = this.table(name, line);
    if (startsBlock) this.headers = [];
    // Rows that were read keep the header they stand below.
    else if (this.shared) this.headers = [...this.headers];
    this.shared = false;
    if (this.headers.length < mostHeaders) this.headers.push(text);
    if (table.lines.length < 3) table.lines.push(line);
  }

  /** A row of the header that was added last ends with a blank cell. */
  noteBlankEnd(): void {
    if (this.open) this.open.blankEnd = true;
  }

  private table(name: TableName, line: Evidence): ScannedTable {
    if (this.open?.name === name) return this.open;
    const latest = this.copies.findLast((copy) => copy.name === name);
    // A table without figures so far goes on: its header may have been met twice.
    const table = latest && latest.rows.length === 0 && latest.unknown.length === 0 ? latest : undefined;
    this.open = table ?? { name, rows: [], unknown: [], lines: [line] };
    if (!table) this.copies.push(this.open);
    this.headers = [];
    return this.open;
  }

  /** A row that the form has; one that this copy already holds begins the next copy. */
  addRow(
    name: TableName,
    key: string,
    label: string,
    values: readonly ValueCell[] | StreamRow | null,
    evidence: Evidence,
  ): void {
    let table = this.continuing(name, evidence);
    if (table.rows.some((row) => row.key === key)) {
      table = { name, rows: [], unknown: [], lines: [evidence] };
      this.copies.push(table);
      this.open = table;
    }
    const read = values !== null && "figures" in values ? { values: null, stream: values } : { values };
    this.shared = true;
    table.rows.push({ key, ...read, headers: this.headers, label, evidence });
  }

  /** The copy that rows go on filling after an interruption (a page break, a heading read twice). */
  private continuing(name: TableName, evidence: Evidence): ScannedTable {
    if (this.open?.name === name) return this.open;
    const latest = this.copies.findLast((copy) => copy.name === name);
    const last = latest?.rows.at(-1)?.key;
    const rows = rowIndexes[name].rows;
    const complete = latest !== undefined && last === rows.at(-1)?.key;
    if (latest && !complete) {
      this.open = latest;
      return latest;
    }
    return this.table(name, evidence);
  }

  /** The row read last has its label on a line of its own: the next line may hold its figures. */
  awaitFigures(): void {
    const row = this.open?.rows.at(-1);
    if (row?.values?.every((value) => value.appended)) this.awaiting = row;
  }

  /** The row read last is complete. */
  awaitNothing(): void {
    this.awaiting = undefined;
  }

  /** Whether the row read last is this one, without figures. */
  endsWith(name: TableName, key: string): boolean {
    const row = this.open?.name === name ? this.open.rows.at(-1) : undefined;
    return row?.key === key && row.values?.length === 0;
  }

  /** A row with figures whose label the form does not have. */
  addUnknownRow(name: TableName, label: string, values: readonly ValueCell[], evidence: Evidence): void {
    let table = this.continuing(name, evidence);
    if (label === "" && this.awaiting && this.awaiting === table.rows.at(-1)) {
      this.awaiting.values = values;
      this.awaiting.evidence = evidence;
      this.awaiting = undefined;
      return;
    }
    if (name === "proceedings" && table.rows.length + table.unknown.length >= rowIndexes[name].rows.length) {
      table = { name, rows: [], unknown: [], lines: [evidence] };
      this.copies.push(table);
      this.open = table;
    }
    table.unknown.push({ evidence, label, values, at: table.rows.length });
  }
}
