import type { Form, FormTable, TableName } from "../../forms/form.ts";
import { isFigureText } from "../parse-figure.ts";
import type { Evidence, Figure, TableReading, TableStatistics } from "../report.ts";
import { dropSpacers, packingSide } from "./align-values.ts";
import { doubtBlanks } from "./doubt-blanks.ts";
import { type Layout, layoutOf } from "./form-layout.ts";
import { joinPieces, placeByPosition, renameOther } from "./join-pieces.ts";
import { toLabelKey } from "./match-label.ts";
import { readRow } from "./read-row.ts";
import { toEvidence } from "./row-evidence.ts";
import { hasSubtotal, nameSubtotals } from "./subtotals.ts";
import type { ScannedRow, ScannedTable } from "./table-scan.ts";

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

interface CopyReading {
  statistics: TableStatistics;
  /** By the cells' numbers; undefined for cells of rows that are not there. */
  figures: (Figure | undefined)[];
  unreadableRows: string[];
  /** Whether some row of the form is there, and whether some cell holds more than nothing. */
  hasRows: boolean;
  hasFigures: boolean;
}

/** How many values a row of the table has: one for each column of the form, and one for a subtotal. */
function widthOf(row: ScannedRow, layout: Layout): number {
  const at = layout.byKey.get(row.key);
  const columns = at === undefined ? 0 : layout.rows[at]!.columns.length;
  return columns + (hasSubtotal(row, columns) ? 1 : 0);
}

function readCopy(name: TableName, copy: ScannedTable, layout: Layout, notes: readonly string[]): CopyReading {
  const figures = new Array<Figure | undefined>(layout.paths.length);
  const reading: CopyReading = { statistics: {}, figures, unreadableRows: [], hasRows: false, hasFigures: false };
  const named = name === "applications" ? nameSubtotals(copy.rows) : copy.rows;
  const widths = named.map((row) => widthOf(row, layout));
  const side = packingSide(named, widths, copy.blankEnd ? "left" : undefined);
  const rows = name === "applications" ? dropSpacers(named, layout.rows[0]!.columns, widths) : named;
  const placeOf = new Map<string, number>();
  for (let at = rows.length - 1; at >= 0; at--) placeOf.set(rows[at]!.key, at);
  for (const { row, columns, firstCell } of layout.rows) {
    const at = placeOf.get(row.key);
    if (at === undefined) continue;
    const scanned = rows[at]!;
    reading.hasRows = true;
    const read = readRow(scanned, columns, widths[at]! > columns.length, side, notes);
    if (!read) reading.unreadableRows.push(row.key);
    const values: Record<string, number | null> = {};
    for (let index = 0; index < columns.length; index++) {
      const figure = read?.[index] ?? toUnreadable(scanned);
      values[columns[index]!.key] = figure.value;
      figures[firstCell + index] = figure;
      if (figure.state === "number" || figure.state === "unreadable") reading.hasFigures = true;
    }
    reading.statistics[row.key] = values;
  }
  if (reading.unreadableRows.length > 0) doubtBlankRows(reading, rows, layout);
  return reading;
}

/** Where rows of cells in a sequence could not be read, labels of it without figures need not be rows of blanks. */
function doubtBlankRows(reading: CopyReading, rows: readonly ScannedRow[], layout: Layout): void {
  for (const { row, columns, firstCell } of layout.rows) {
    const scanned = rows.find(({ key }) => key === row.key);
    if (scanned?.values?.length !== 0) continue;
    reading.unreadableRows.push(row.key);
    columns.forEach((_, at) => {
      reading.figures[firstCell + at] = toUnreadable(scanned);
    });
  }
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
  ).map((copy) => doubtBlanks(placeByPosition(copy, layout.rows)));
  const readings = copies
    .map((copy) => ({ copy, ...readCopy(table.name, copy, layout, notes) }))
    .filter(({ hasRows }) => hasRows);
  const chosen = readings.find(({ hasFigures }) => hasFigures) ?? readings[0];
  const nameless = chosen?.hasFigures ? undefined : findNameless(table.name, copies);
  if (nameless) return describeNameless(nameless, own, table, layout);
  if (!chosen) return describeAbsent(own);
  const others = readings.filter((copy) => copy !== chosen && copy.hasFigures);
  const { statistics, copy } = chosen;
  const added = others.flatMap((other) => addRows(chosen, other, layout));
  const reading: TableReading = {
    state: chosen.hasFigures ? "present" : "empty",
    evidence: [...copy.lines.slice(0, 1), ...copy.rows.slice(0, 1).map((row) => row.evidence)].map(toEvidence),
    missingRows: order.filter((key) => !(key in statistics)),
    unknownRows: listUnknown(copy, layout),
    conflicts: findConflicts(chosen, others, layout.paths),
    unreadableRows: chosen.unreadableRows,
  };
  return {
    statistics,
    figures: chosen.figures,
    paths: layout.paths,
    rows: [...copy.rows, ...added].map((row) => [`${table.name}.${row.key}`, row.evidence] as const),
    reading,
  };
}

/**
 * Gives a copy that lacks rows those of another one that says the same of all rows that both have (a block printed twice
 * parts the table in two); answers the rows that were added.
 */
function addRows(to: CopyReading, from: CopyReading & { copy: ScannedTable }, layout: Layout): ScannedRow[] {
  const lacking = layout.rows.filter(({ row: { key } }) => !(key in to.statistics) && key in from.statistics);
  const shared = to.figures.some((figure, at) => figure && from.figures[at]);
  if (lacking.length === 0 || !shared || findConflicts(to, [from], layout.paths).length > 0) return [];
  for (const { row, columns, firstCell } of lacking) {
    to.statistics[row.key] = from.statistics[row.key]!;
    columns.forEach((_, index) => {
      to.figures[firstCell + index] = from.figures[firstCell + index];
    });
    if (from.unreadableRows.includes(row.key)) to.unreadableRows.push(row.key);
  }
  const keys = new Set(lacking.map(({ row }) => row.key));
  return from.copy.rows.filter(({ key }) => keys.has(key));
}

/** Rows of a copy that the form does not have. */
function listUnknown(copy: ScannedTable, { byKey }: Layout): Evidence[] {
  const nameless = copy.unknown.filter((row) => toLabelKey(row.label) !== "");
  const others = copy.rows.filter(
    (row) => !byKey.has(row.key) && row.values?.some((value) => value.text.trim() !== "") !== false,
  );
  return [...nameless, ...others].map((row) => toEvidence(row.evidence));
}

/** The first row of figures whose label is none, where no other row has figures; part four has no rows but the form's. */
function findNameless(name: TableName, copies: readonly ScannedTable[]): ScannedRow | undefined {
  const isNameless = ({ label, values }: ScannedTable["unknown"][number]) =>
    (name === "proceedings" || toLabelKey(label) === "") && values.some(({ text }) => isFigureText(text));
  const found = copies.flatMap(({ unknown }) => unknown).find(isNameless);
  return found && { ...found, key: "", headers: [] };
}

/** A table whose figures stand in rows without a label: none can be assigned, and it is not empty. */
function describeNameless(
  row: ScannedRow,
  own: readonly ScannedTable[],
  { name }: FormTable,
  { order, rows, paths }: Layout,
): AssembledTable {
  const statistics: TableStatistics = {};
  for (const { row, columns } of rows)
    statistics[row.key] = Object.fromEntries(columns.map(({ key }) => [key, null] as const));
  return {
    statistics,
    figures: paths.map(() => toUnreadable(row)),
    paths,
    rows: order.map((key) => [`${name}.${key}`, row.evidence] as const),
    reading: { ...describeAbsent(own).reading, state: "present", unreadableRows: [...order] },
  };
}

/** No row of a table was read; lines of it may be there all the same. */
function describeAbsent(own: readonly ScannedTable[]): AssembledTable {
  const evidence = own.flatMap((copy) => copy.lines.map(toEvidence));
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
