import { formCells } from "../../../lib/forms/form.ts";
import { formOf } from "../../../lib/forms/forms.ts";
import type { Report, Value } from "../../../lib/report/report.ts";
import type { Case } from "./make-case.ts";

const isSame = (a: Value | undefined, b: Value) =>
  a === b || (typeof a === "number" && typeof b === "number" && Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(b)));

type Tables = Record<string, Record<string, Record<string, Value>> | undefined>;

/** Cells that were read and that the form does not have. */
function findInvented(report: Report, known: ReadonlySet<string>): string[] {
  return Object.entries(report.statistics as Tables).flatMap(([table, rows]) =>
    Object.entries(rows ?? {}).flatMap(([row, cells]) =>
      Object.keys(cells)
        .map((column) => `${table}.${row}.${column}`)
        .filter((path) => !known.has(path))
        .map((path) => `${path}: invented`),
    ),
  );
}

/** What was read otherwise than it was written, one line each; none when the reading is exact. */
export function compareReading(written: Case, reports: readonly Report[]): string[] {
  if (reports.length !== 1) return [`${reports.length} reports instead of one`];
  const report = reports[0]!;
  const differences: string[] = [];
  for (const key of ["agency", "year", "template"] as const) {
    if (report[key] !== written[key]) differences.push(`${key}: ${report[key]} instead of ${written[key]}`);
  }
  const cells = formCells(formOf(written.template)!);
  const expected = written.statistics as Tables;
  const actual = report.statistics as Tables;
  // A table of nothing but blanks is empty: whether its cells are null or absent is open.
  const empty = new Set(
    ["disclosure", "applications", "proceedings"].filter((table) =>
      Object.values(expected[table]!).every((row) => Object.values(row).every((value) => value === null)),
    ),
  );
  for (const { path, table, row, column } of cells) {
    const value = expected[table.name]![row.key]![column.key]!;
    const read = actual[table.name]?.[row.key]?.[column.key];
    const isFine = isSame(read, value) || (empty.has(table.name) && (read ?? null) === null);
    if (!isFine) differences.push(`${path}: ${read} instead of ${value}`);
  }
  return [...differences, ...findInvented(report, new Set(cells.map((cell) => cell.path)))];
}
