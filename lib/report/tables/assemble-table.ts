import { fold } from "../../chinese/fold.ts";
import type { TableName } from "../../forms/form.ts";
import {
  type Form,
  type FormBlock,
  type FormColumn,
  type FormRow,
  type FormTable,
  type MoneyUnit,
  tableRows,
} from "../../forms/form.ts";
import { isFigureText, moneyUnitIn, parseFigure } from "../parse-figure.ts";
import type { Evidence, Figure, TableReading, TableStatistics } from "../report.ts";
import { toLabelKey } from "./match-label.ts";
import { packValues } from "./pack-values.ts";
import { settleStream } from "./settle-stream.ts";
import type { ScannedRow, ScannedTable, ValueCell } from "./table-scan.ts";

/** A table of the report as read: its statistics, every figure by path, and how it was found. */
export interface AssembledTable {
  statistics: TableStatistics | undefined;
  figures: Map<string, Figure>;
  /** The printed line of each row, by `table.row`. */
  rows: readonly (readonly [string, Evidence])[];
  reading: TableReading;
}

/** Joins printed pieces of one table (page breaks, tables cut in two) whose rows follow one another without overlap. */
export function joinPieces(copies: readonly ScannedTable[], order: readonly string[]): ScannedTable[] {
  const joined: ScannedTable[] = [];
  for (const copy of copies) {
    if (copy.rows.length === 0 && copy.unknown.length === 0) continue;
    const previous = joined.at(-1);
    const positions = (table: ScannedTable) => table.rows.map((row) => order.indexOf(row.key));
    const follows = previous && Math.max(-1, ...positions(previous)) < Math.min(order.length, ...positions(copy));
    if (!follows) {
      joined.push({ ...copy, rows: [...copy.rows], unknown: [...copy.unknown] });
      continue;
    }
    previous.unknown.push(...copy.unknown.map((row) => ({ ...row, at: row.at + previous.rows.length })));
    previous.rows.push(...copy.rows);
  }
  return joined.filter((copy) => !isStray(copy, joined));
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
  const keys = new Set(columns.map((column) => column.key));
  const stray = values.some((value) => value.text.trim() !== "" && value.headers?.length === 0);
  if (stray) return null;
  const aligned = columns.map((column) => {
    const found = values.filter((value) => value.headers?.length === 1 && value.headers[0] === column.key);
    // A merged cell that was repeated in every column it covers says the same each time.
    return found.length > 0 && found.every((value) => value.text === found[0]!.text) ? found[0] : undefined;
  });
  const several = values.some(
    (value) => (value.headers ?? []).filter((key) => keys.has(key)).length > 1 && value.text.trim() !== "",
  );
  return several || aligned.some((value) => value === undefined) ? null : (aligned as ValueCell[]);
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
    const own = row.values?.filter((value) => !value.appended);
    if (!own || own.length <= width(row)) continue;
    const [fitsLeft, fitsRight] = [packValues(own, width(row), "left"), packValues(own, width(row), "right")];
    left ||= fitsLeft !== undefined && fitsRight === undefined;
    right ||= fitsRight !== undefined && fitsLeft === undefined;
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
  const wide = rows.map((row) => (row.stream?.figures ?? row.values ?? []).map(({ text }) => countIn(text)));
  const eight = wide.filter((values) => values.length === 8 && values.some((value) => value !== 0));
  const sound = eight.filter(([natural, ...rest]) => {
    const kinds = rest.slice(0, 5).reduce<number>((sum, value) => sum + (value ?? 0), 0);
    return rest[5] === kinds && rest[6] === kinds + (natural ?? 0) && kinds > 0;
  });
  return sound.length >= 3 && sound.length * 2 > eight.length;
}

/** Rows that prove their 小计, with the header that it lost. */
function nameSubtotals(rows: readonly ScannedRow[]): readonly ScannedRow[] {
  if (rows.some((row) => hasSubtotal(row, 7)) || !addsSubtotal(rows)) return rows;
  return rows.map((row) => ({ ...row, headers: [...row.headers, "小计"] }));
}

/** Some reports add a 小计 of the five kinds of organisation before 总计; the form has no such column. */
const hasSubtotal = (row: ScannedRow, columns: number): boolean =>
  columns === 7 && row.headers.some((text) => toLabelKey(text) === "小计");

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

interface CopyReading {
  statistics: TableStatistics;
  figures: Map<string, Figure>;
  unreadableRows: string[];
}

function readCopy(
  name: TableName,
  copy: ScannedTable,
  form: readonly { row: FormRow; columns: readonly FormColumn[]; block: FormBlock }[],
  notes: readonly string[],
): CopyReading {
  const reading: CopyReading = { statistics: {}, figures: new Map(), unreadableRows: [] };
  const width = (row: ScannedRow) => {
    const columns = form.find((candidate) => candidate.row.key === row.key)?.columns.length ?? 0;
    return columns + (hasSubtotal(row, columns) ? 1 : 0);
  };
  const named = name === "applications" ? nameSubtotals(copy.rows) : copy.rows;
  const side = packingSide(named, width);
  const rows = name === "applications" ? dropSpacers(named, form[0]!.columns, width) : named;
  for (const { row, columns } of form) {
    const scanned = rows.find((candidate) => candidate.key === row.key);
    if (!scanned) continue;
    const figures = readRow(scanned, columns, side, notes);
    if (!figures) reading.unreadableRows.push(row.key);
    const values: Record<string, number | null> = {};
    columns.forEach((column, index) => {
      const figure = figures?.[index] ?? {
        value: null,
        text: scanned.evidence.text,
        location: scanned.evidence.location,
        state: "unreadable" as const,
      };
      values[column.key] = figure.value;
      reading.figures.set(`${name}.${row.key}.${column.key}`, figure);
    });
    reading.statistics[row.key] = values;
  }
  return reading;
}

const hasFigures = (copy: CopyReading): boolean =>
  [...copy.figures.values()].some((figure) => figure.state === "number" || figure.state === "unreadable");

function findConflicts(first: CopyReading, others: readonly CopyReading[]): TableReading["conflicts"] {
  const conflicts: TableReading["conflicts"] = [];
  for (const other of others) {
    for (const [cell, second] of other.figures) {
      const figure = first.figures.get(cell);
      if (figure && figure.value !== second.value) conflicts.push({ cell, first: figure, second });
    }
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
  const form = tableRows(table);
  const order = form.map(({ row }) => row.key);
  const own = scanned.filter((copy) => copy.name === table.name);
  const copies = joinPieces(
    own.map((copy) => ({ ...copy, rows: renameOther(copy.rows, template) })),
    order,
  ).map((copy) => placeByPosition(copy, form));
  const readings = copies
    .map((copy) => ({ copy, ...readCopy(table.name, copy, form, notes) }))
    .filter((copy) => copy.figures.size > 0);
  const chosen = readings.find(hasFigures) ?? readings[0];
  if (!chosen) {
    const lines = own.flatMap((copy) => copy.lines);
    const state = lines.length >= 2 ? "empty" : "missing";
    const reading: TableReading = {
      state,
      evidence: lines,
      missingRows: [],
      unknownRows: [],
      conflicts: [],
      unreadableRows: [],
    };
    return { statistics: undefined, figures: new Map(), rows: [], reading };
  }
  const others = readings.filter((copy) => copy !== chosen && hasFigures(copy));
  const known = new Set(Object.keys(chosen.statistics));
  return {
    statistics: chosen.statistics,
    figures: chosen.figures,
    rows: chosen.copy.rows.map((row) => [`${table.name}.${row.key}`, row.evidence] as const),
    reading: {
      state: hasFigures(chosen) ? "present" : "empty",
      evidence: [...chosen.copy.lines.slice(0, 1), ...chosen.copy.rows.slice(0, 1).map((row) => row.evidence)],
      missingRows: order.filter((key) => !known.has(key)),
      unknownRows: [
        ...chosen.copy.unknown.filter((row) => toLabelKey(row.label) !== "").map((row) => row.evidence),
        ...chosen.copy.rows
          .filter((row) => !order.includes(row.key) && row.values?.some((value) => value.text.trim() !== "") !== false)
          .map((row) => row.evidence),
      ],
      conflicts: findConflicts(chosen, others),
      unreadableRows: chosen.unreadableRows,
    },
  };
}
