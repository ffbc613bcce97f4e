import { type Form, formCells } from "../forms/form.ts";
import { forms } from "../forms/forms.ts";
import { legacyOrder } from "../forms/legacy.ts";
import type { Value } from "../report/report.ts";
import { cellsOf } from "../rules/history/pair-rule.ts";
import { statisticsSchema } from "../rules/history/report-for-history.ts";
import { askBreakingReports } from "./ask-breaking-reports.ts";
import type { ReportRow } from "./ask-reports.ts";
import type { Filter } from "./filter.ts";
import type { RegisterReader } from "./register-reader.ts";

/** A panel: one row an agency and year, one column a cell. A cell that a report does not have is absent, a blank is null. */
export interface Panel {
  /** Paths of the cells, in the forms' order. */
  columns: string[];
  rows: { report: ReportRow; cells: Map<string, Value> }[];
}

/** Tables in the forms' order, in each the rows as they first come, in each row the columns of every form that has it. */
function orderCells(): string[] {
  const rows = new Map<string, Set<string>>();
  const tables = ["disclosure", "applications", "proceedings"];
  for (const table of tables) {
    for (const form of forms as readonly Form[]) {
      for (const { path, row } of formCells(form).filter((cell) => cell.table.name === table)) {
        const key = `${table}.${row.key}`;
        rows.set(key, (rows.get(key) ?? new Set()).add(path));
      }
    }
  }
  return [...rows.values()].flatMap((paths) => [...paths]);
}

const formOrder = [...orderCells(), ...legacyOrder.map((key) => `legacy.${key}`)];
const place = new Map(formOrder.map((path, at) => [path, at]));

/** The figures of the standing reports that a filter means. */
export async function askCells(reader: RegisterReader, filter: Filter, thisYear: number): Promise<Panel> {
  const reports = (await askBreakingReports(reader, filter, thisYear)).filter(({ withdrawnAt }) => !withdrawnAt);
  const statistics = await readStatistics(reader, reports);
  const rows = reports.map((report) => ({
    report,
    cells: new Map(cellsOf({ statistics: statistics.get(`${report.pk}\n${report.sk}`) ?? {} })),
  }));
  const found = new Set(rows.flatMap(({ cells }) => [...cells.keys()]));
  const last = formOrder.length;
  const columns = [...found].sort((a, b) => (place.get(a) ?? last) - (place.get(b) ?? last) || (a < b ? -1 : 1));
  return { columns, rows };
}

/** The statistics of reports by `pk`, line feed, `sk`. */
export async function readStatistics(reader: RegisterReader, reports: readonly ReportRow[]) {
  const keys = reports.map(({ pk, sk }) => ({ pk, sk }));
  const items = await reader.getMany(keys, ["pk", "sk", "statistics"]);
  return new Map(items.map((item) => [`${item.pk}\n${item.sk}`, statisticsSchema.parse(item.statistics)]));
}
