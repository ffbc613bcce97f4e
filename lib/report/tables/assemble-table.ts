import { fold } from "../../chinese/fold.ts";
import type { TableName } from "../../forms/form.ts";
import {
  type Form,
  type FormColumn,
  type FormRow,
  type FormTable,
  type MoneyUnit,
  tableRows,
} from "../../forms/form.ts";
import { isFigureText, moneyUnitIn, parseFigure } from "../parse-figure.ts";
import type { Evidence, Figure, TableReading, TableStatistics } from "../report.ts";
import { toLabelKey } from "./match-label.ts";
import { isBlank, packValues } from "./pack-values.ts";
import { settleStream } from "./settle-stream.ts";
import type { ScannedRow, ScannedTable, ValueCell } from "./table-scan.ts";
import { wordOf } from "./word.ts";

/** A table of the report as read: its statistics, every figure by path, and how it was found. */
export interface AssembledTable {
  statistics: TableStatistics | undefined;
  /** By the cells' numbers in the form; undefined where the table has no such row. */
  figures: readonly (Figure | undefined)[];
  /** The path of each cell of the form. */
  paths: readonly string[];
  /** The printed line of each row, by `table.row`. */
  rows: readonly (readonly [string, Evidence])[];
  reading: TableReading;
}

/** Joins printed pieces of one table (page breaks, tables cut in two) whose rows follow one another without overlap. */
export function joinPieces(copies: readonly ScannedTable[], order: readonly string[]): ScannedTable[] {
  const joined: ScannedTable[] = [];
  const places = ({ rows }: ScannedTable) => rows.map((row) => order.indexOf(row.key));
  for (const copy of copies) {
    if (copy.rows.length === 0 && copy.unknown.length === 0) continue;
    const previous = joined.at(-1);
    const follows = previous && Math.max(-1, ...places(previous)) < Math.min(order.length, ...places(copy));
    if (!follows) {
      joined.push({ ...copy, rows: [...copy.rows], unknown: [...copy.unknown] });
      continue;
    }
    previous.unknown.push(...copy.unknown.map((row) => ({ ...row, at: row.at + previous.rows.length })));
    previous.rows.push(...copy.rows);
  }
  return joined.length === 1 ? joined : joined.filter((copy) => !isStray(copy, joined));
}

/** A single row without a header, of which a fuller copy has its own: a link of the site with its count (规章 41). */
function isStray({ rows, unknown }: ScannedTable, copies: readonly ScannedTable[]): boolean {
  const [only] = rows;
  if (rows.length !== 1 || unknown.length > 0 || only!.headers.length > 0) return false;
  return copies.some((other) => other.rows.length > 2 && other.rows.some(({ key }) => key === only!.key));
}

/** The 2019 form's single row of other outcomes may be printed with the 2021 form's last label, and the reverse is told as missing rows. */
function renameOther(rows: ScannedRow[], template: Form["template"]): ScannedRow[] {
  const has = (key: string) => rows.some((row) => row.key === key);
  if (template !== "2019" || has("other") || !has("otherMiscellaneous")) return rows;
  return rows.map((row) => (row.key === "otherMiscellaneous" ? { ...row, key: "other" } : row));
}

/** Han characters that may be left of a label that was lost. */
const mostGarbled = 3;

/** Gives rows without a readable label their place when the table has exactly as many rows as the form and the others stand where they should. */
function placeByPosition(table: ScannedTable, form: readonly { row: FormRow }[]): ScannedTable {
  if (table.unknown.length === 0 || table.rows.length + table.unknown.length !== form.length) return table;
  // A label that can be read and is none of the form's names a row of its own.
  if (table.unknown.some(({ label }) => (label.match(/\p{Script=Han}/gu)?.length ?? 0) > mostGarbled)) return table;
  const rows: (ScannedRow | undefined)[] = [];
  table.rows.forEach((row, index) => {
    for (const unknown of table.unknown) if (unknown.at === index) rows.push(undefined);
    rows.push(row);
  });
  while (rows.length < form.length) rows.push(undefined);
  if (!rows.every((row, index) => row === undefined || row.key === form[index]!.row.key)) return table;
  let next = 0;
  const placed = rows.map((row, index): ScannedRow => {
    if (row) return row;
    const { values, evidence, label } = table.unknown[next++]!;
    return { key: form[index]!.row.key, values, headers: [], label, evidence };
  });
  return { ...table, rows: placed, unknown: [] };
}

/** One value under each column's header, in the form's order: most rows of most tables. */
function standsInOrder(values: readonly ValueCell[], columns: readonly FormColumn[]): boolean {
  if (values.length !== columns.length) return false;
  return values.every(({ headers }, at) => headers?.length === 1 && headers[0] === columns[at]!.key);
}

/** The values under each column's header; null unless every column has its header and every figure stands under one. */
function alignByHeader(values: readonly ValueCell[], columns: readonly FormColumn[]): readonly ValueCell[] | null {
  if (standsInOrder(values, columns)) return values;
  for (const { headers, text } of values) if (headers?.length === 0 && text !== "" && text.trim() !== "") return null;
  const aligned: ValueCell[] = [];
  for (const { key } of columns) {
    let found: ValueCell | undefined;
    for (const value of values) {
      if (value.headers?.length !== 1 || value.headers[0] !== key) continue;
      // A merged cell that was repeated in every column it covers says the same each time.
      if (found !== undefined && found.text !== value.text) return null;
      found ??= value;
    }
    if (found === undefined) return null;
    aligned.push(found);
  }
  const keys = new Set(columns.map((column) => column.key));
  const isShared = ({ headers, text }: ValueCell) =>
    (headers?.length ?? 0) > 1 && headers!.filter((key) => keys.has(key)).length > 1 && text.trim() !== "";
  return values.some(isShared) ? null : aligned;
}

/** Which value stands in which column: by header where the headers name every column, else by position; null when neither decides. */
function alignColumns(
  values: readonly ValueCell[],
  columns: readonly FormColumn[],
  subtotal: boolean,
  side: "left" | "right" | undefined,
): readonly ValueCell[] | null {
  const byHeader = alignByHeader(values, columns);
  if (byHeader) return byHeader;
  const own = values.filter((value) => !value.appended);
  if (subtotal) {
    const wide = packValues(own, columns.length + 1, side);
    return wide ? [...wide.slice(0, -2), wide.at(-1)!] : null;
  }
  if (own.length === columns.length) return own;
  if (own.every((value) => value.text.trim() === "")) {
    const location = own[0]?.location;
    return location ? columns.map(() => ({ text: "", location })) : [];
  }
  if (columns.length === 1 && own.every((value) => value.text === own[0]!.text)) return own.slice(0, 1);
  return packValues(own, columns.length, side) ?? null;
}

/** On which side of the figures this table's merged cells left blank ones, as far as its rows prove one side only. */
function packingSide(rows: readonly ScannedRow[], width: (row: ScannedRow) => number): "left" | "right" | undefined {
  let left = false;
  let right = false;
  for (const row of rows) {
    if (!row.values || row.values.length <= width(row)) continue;
    const own = row.values.filter((value) => !value.appended);
    if (own.length <= width(row)) continue;
    const fitsLeft = isBlank(own, width(row), own.length);
    const fitsRight = isBlank(own, 0, own.length - width(row));
    left ||= fitsLeft && !fitsRight;
    right ||= fitsRight && !fitsLeft;
  }
  return left === right ? undefined : left ? "left" : "right";
}

/**
 * Leaves out columns in which no row of a table holds anything (the space between two tables set side by side, spacers), as
 * far as just so many are left over.
 */
function dropSpacers(
  rows: readonly ScannedRow[],
  columns: readonly FormColumn[],
  width: (row: ScannedRow) => number,
): readonly ScannedRow[] {
  if (!rows.some((row) => row.values && row.values.length > width(row))) return rows;
  // Where a header names the columns of some rows, blank ones are named, or known to be none.
  if (rows.some(({ values }) => values && alignByHeader(values, columns))) return rows;
  const own = (row: ScannedRow) => row.values?.filter((value) => !value.appended) ?? [];
  const filled = new Map<number, Set<number>>();
  for (const row of rows) {
    const values = own(row);
    const places = filled.get(values.length) ?? new Set();
    filled.set(values.length, places);
    values.forEach((value, at) => {
      if (value.text.trim() !== "") places.add(at);
    });
  }
  return rows.map((row) => {
    const values = own(row);
    const places = filled.get(values.length)!;
    if (values.length <= width(row) || places.size !== width(row)) return row;
    return { ...row, values: values.filter((_, at) => places.has(at)) };
  });
}

/** The unit an amount is printed in, as far as the row, its header or a note says it. */
function amountUnit(row: ScannedRow, notes: readonly string[], official: MoneyUnit | undefined): MoneyUnit | undefined {
  const header = row.headers.findLast(
    (text) => /金额|收费|采购/.test(fold(text)) && moneyUnitIn(bracketed(text)) !== undefined,
  );
  // A header broken over lines says its unit in pieces.
  const joined = row.headers.join("");
  const pieces = header === undefined && /金额|收费/.test(fold(joined)) ? joined : "";
  const units = [row.label, header ?? pieces, ...notes].map((text) => moneyUnitIn(bracketed(text)));
  // A header that was lost said what the form prints; one that is there and says no unit does not.
  const lost = !/金额/.test(bracketed(joined));
  return units.find((unit) => unit !== undefined) ?? (lost ? official : undefined);
}
const bracketed = (text: string): string => fold(text).replace(/[\s:]/g, "");

/** A figure that is a plain count; null for anything else. */
const countIn = (text: string | undefined): number | null => parseFigure(text ?? "", { line: 1 }).value;

/** Whether nearly all rows of eight figures add the five kinds of organisation up before the total: a 小计 whose header was lost. */
function addsSubtotal(rows: readonly ScannedRow[]): boolean {
  const wide = rows.map((row) => row.stream?.figures ?? row.values ?? []).filter(({ length }) => length === 8);
  const eight = wide
    .map((values) => values.map(({ text }) => countIn(text)))
    .filter((values) => values.some((value) => value !== 0));
  const sound = eight.filter(([natural, ...rest]) => {
    const kinds = rest.slice(0, 5).reduce<number>((sum, value) => sum + (value ?? 0), 0);
    return rest[5] === kinds && rest[6] === kinds + (natural ?? 0) && kinds > 0;
  });
  return sound.length >= 3 && sound.length * 2 > eight.length;
}

/** Rows that prove their 小计, with the header that it lost. */
function nameSubtotals(rows: readonly ScannedRow[]): readonly ScannedRow[] {
  if (!addsSubtotal(rows) || rows.some((row) => hasSubtotal(row, 7))) return rows;
  const named = new Map<readonly string[], readonly string[]>();
  return rows.map((row) => {
    const headers = named.get(row.headers) ?? [...row.headers, "小计"];
    named.set(row.headers, headers);
    return { ...row, headers };
  });
}

/** Headers asked for last: the rows of a block share theirs. */
let asked: { headers: readonly string[]; found: boolean } = { headers: [], found: false };

/** Some reports add a 小计 of the five kinds of organisation before 总计; the form has no such column. */
function hasSubtotal({ headers }: ScannedRow, columns: number): boolean {
  if (columns !== 7) return false;
  if (asked.headers !== headers) asked = { headers, found: headers.some((text) => wordOf(text).key === "小计") };
  return asked.found;
}

function readRow(
  row: ScannedRow,
  columns: readonly FormColumn[],
  side: "left" | "right" | undefined,
  notes: readonly string[],
): Figure[] | null {
  const subtotal = hasSubtotal(row, columns.length);
  const width = columns.length + (subtotal ? 1 : 0);
  const values = row.stream ? settleStream(row.stream, width) : row.values;
  const aligned = values && alignColumns(values, columns, subtotal, side);
  if (!aligned) return null;
  return columns.map((column, index) => {
    const cell = aligned[index] ?? { text: "", location: row.evidence.location };
    if (cell.continued && isFigureText(cell.text)) {
      return { value: null, text: cell.text, location: cell.location, state: "unreadable" };
    }
    return parseFigure(
      cell.text,
      cell.location,
      column.kind,
      column.kind === "amount" ? amountUnit(row, notes, column.unit) : undefined,
    );
  });
}

/** The rows of a form's table with their columns, prepared once: cells are numbered in the form's order. */
interface Layout {
  order: readonly string[];
  rows: readonly { row: FormRow; columns: readonly FormColumn[]; paths: readonly string[]; firstCell: number }[];
  byKey: ReadonlyMap<string, number>;
  /** The path of each cell. */
  paths: readonly string[];
}

const layouts = new Map<FormTable, Layout>();

function layOut(table: FormTable): Layout {
  let firstCell = 0;
  const rows = tableRows(table).map(({ row, columns }) => {
    const paths = columns.map((column) => `${table.name}.${row.key}.${column.key}`);
    const own = { row, columns, paths, firstCell };
    firstCell += columns.length;
    return own;
  });
  const order = rows.map(({ row }) => row.key);
  const byKey = new Map(order.map((key, at) => [key, at]));
  return { order, rows, byKey, paths: rows.flatMap(({ paths }) => paths) };
}

function layoutOf(table: FormTable): Layout {
  const known = layouts.get(table);
  if (known !== undefined) return known;
  const layout = layOut(table);
  layouts.set(table, layout);
  return layout;
}

interface CopyReading {
  statistics: TableStatistics;
  /** By the cells' numbers; undefined for cells of rows that are not there. */
  figures: (Figure | undefined)[];
  unreadableRows: string[];
  /** Whether some row of the form is there, and whether some cell holds more than nothing. */
  hasRows: boolean;
  hasFigures: boolean;
}

function readCopy(name: TableName, copy: ScannedTable, layout: Layout, notes: readonly string[]): CopyReading {
  const figures = new Array<Figure | undefined>(layout.paths.length);
  const reading: CopyReading = { statistics: {}, figures, unreadableRows: [], hasRows: false, hasFigures: false };
  const width = (row: ScannedRow) => {
    const at = layout.byKey.get(row.key);
    const columns = at === undefined ? 0 : layout.rows[at]!.columns.length;
    return columns + (hasSubtotal(row, columns) ? 1 : 0);
  };
  const named = name === "applications" ? nameSubtotals(copy.rows) : copy.rows;
  const side = packingSide(named, width);
  const rows = name === "applications" ? dropSpacers(named, layout.rows[0]!.columns, width) : named;
  const byKey = new Map<string, ScannedRow>();
  for (const row of rows) if (!byKey.has(row.key)) byKey.set(row.key, row);
  for (const { row, columns, firstCell } of layout.rows) {
    const scanned = byKey.get(row.key);
    if (!scanned) continue;
    reading.hasRows = true;
    const read = readRow(scanned, columns, side, notes);
    if (!read) reading.unreadableRows.push(row.key);
    const values: Record<string, number | null> = {};
    columns.forEach((column, index) => {
      const figure = read?.[index] ?? toUnreadable(scanned);
      values[column.key] = figure.value;
      figures[firstCell + index] = figure;
      if (figure.state === "number" || figure.state === "unreadable") reading.hasFigures = true;
    });
    reading.statistics[row.key] = values;
  }
  return reading;
}

const toUnreadable = ({ evidence: { text, location } }: ScannedRow): Figure => {
  return { value: null, text, location, state: "unreadable" };
};

function findConflicts(
  first: CopyReading,
  others: readonly CopyReading[],
  paths: readonly string[],
): TableReading["conflicts"] {
  const conflicts: TableReading["conflicts"] = [];
  for (const other of others) {
    paths.forEach((cell, at) => {
      const [figure, second] = [first.figures[at], other.figures[at]];
      if (figure && second && figure.value !== second.value) conflicts.push({ cell, first: figure, second });
    });
  }
  return conflicts;
}

/** Reads the copies of one table by the form's columns; the first copy that holds figures counts. `notes`: texts that may say a unit. */
export function assembleTable(
  table: FormTable,
  template: Form["template"],
  scanned: readonly ScannedTable[],
  notes: readonly string[],
): AssembledTable {
  const layout = layoutOf(table);
  const { order } = layout;
  const own = scanned.filter((copy) => copy.name === table.name);
  const copies = joinPieces(
    own.map((copy) => ({ ...copy, rows: renameOther(copy.rows, template) })),
    order,
  ).map((copy) => placeByPosition(copy, layout.rows));
  const readings = copies
    .map((copy) => ({ copy, ...readCopy(table.name, copy, layout, notes) }))
    .filter(({ hasRows }) => hasRows);
  const chosen = readings.find(({ hasFigures }) => hasFigures) ?? readings[0];
  if (!chosen) return describeAbsent(own);
  const others = readings.filter((copy) => copy !== chosen && copy.hasFigures);
  const { statistics, copy } = chosen;
  const reading: TableReading = {
    state: chosen.hasFigures ? "present" : "empty",
    evidence: [...copy.lines.slice(0, 1), ...copy.rows.slice(0, 1).map((row) => row.evidence)],
    missingRows: order.filter((key) => !(key in statistics)),
    unknownRows: listUnknown(copy, layout),
    conflicts: findConflicts(chosen, others, layout.paths),
    unreadableRows: chosen.unreadableRows,
  };
  return {
    statistics,
    figures: chosen.figures,
    paths: layout.paths,
    rows: copy.rows.map((row) => [`${table.name}.${row.key}`, row.evidence] as const),
    reading,
  };
}

/** Rows of a copy that the form does not have. */
function listUnknown(copy: ScannedTable, { byKey }: Layout): Evidence[] {
  const nameless = copy.unknown.filter((row) => toLabelKey(row.label) !== "");
  const others = copy.rows.filter(
    (row) => !byKey.has(row.key) && row.values?.some((value) => value.text.trim() !== "") !== false,
  );
  return [...nameless, ...others].map((row) => row.evidence);
}

/** No row of a table was read; lines of it may be there all the same. */
function describeAbsent(own: readonly ScannedTable[]): AssembledTable {
  const evidence = own.flatMap((copy) => copy.lines);
  const reading: TableReading = {
    state: evidence.length >= 2 ? "empty" : "missing",
    evidence,
    missingRows: [],
    unknownRows: [],
    conflicts: [],
    unreadableRows: [],
  };
  return { statistics: undefined, figures: [], paths: [], rows: [], reading };
}
