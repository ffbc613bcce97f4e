import { cellValue, type Evidence, type Value } from "../../report/report.ts";
import type { Draft, Severity } from "../../validator/finding.ts";
import type { ReportForHistory } from "./report-for-history.ts";

/** A rule that needs the reports of two consecutive years of one agency; what it finds belongs to the later one. */
export interface PairRule {
  id: string;
  severity: Severity;
  description: { zh: string; en: string };
  check(earlier: ReportForHistory, later: ReportForHistory): Iterable<Draft>;
}

/** A cell of a report by its path; undefined where the report has no such cell. */
export function valueAt(report: ReportForHistory, path: string): Value | undefined {
  return cellValue(report.statistics, path);
}

/** A cell as evidence, with its file. Nothing where the report has no such cell. */
export function quoteCell(report: ReportForHistory, path: string): Evidence[] {
  const place = Object.hasOwn(report.places, path) ? report.places[path] : undefined;
  return place ? [{ text: place.text, location: place.location, source: report.source }] : [];
}

/** Every cell of a report with its value, in the report's order. */
export function cellsOf({ statistics }: Pick<ReportForHistory, "statistics">): [path: string, value: Value][] {
  const { legacy, ...tables } = statistics;
  const cells: [string, Value][] = Object.entries(tables).flatMap(([table, rows]) =>
    Object.entries(rows ?? {}).flatMap(([row, columns]) =>
      Object.entries(columns).map(([column, value]): [string, Value] => [`${table}.${row}.${column}`, value]),
    ),
  );
  return [...cells, ...Object.entries(legacy ?? {}).map(([key, value]): [string, Value] => [`legacy.${key}`, value])];
}
