import type { Template } from "../../forms/form.ts";
import type { Panel } from "../../query/ask-cells.ts";
import type { FindingRow } from "../../query/ask-findings.ts";
import type { HistoryRow } from "../../query/ask-history.ts";
import type { MissingRow } from "../../query/ask-missing.ts";
import type { ReportRow } from "../../query/ask-reports.ts";
import type { TerritoryRow } from "../../query/ask-territories.ts";
import type { Value } from "../../report/report.ts";
import { cellName } from "../../rules/cell-names.ts";
import type { Sheet } from "./sheet.ts";

const fileOf = ({ source }: ReportRow) => `s3://${source.bucket}/${source.key}`;
/** How a report that names no agency is called: by its key. */
const agencyOf = ({ agency, pk }: { agency: string | null; pk: string }) => agency ?? pk.replace("AGENCY#", "");

export function toReportSheet(rows: readonly ReportRow[]): Sheet {
  return {
    columns: [
      "agency",
      "year",
      "template",
      "verdict",
      "errors",
      "warnings",
      "region",
      "file",
      "assessedAt",
      "withdrawnAt",
    ],
    rows: rows.map((row) => [
      agencyOf(row),
      row.year,
      row.template,
      row.verdict,
      row.errors,
      row.warnings,
      row.region ?? null,
      fileOf(row),
      row.assessedAt,
      row.withdrawnAt ?? null,
    ]),
  };
}

/** What JSON says of a report: as it stands in the table, with its statistics. */
export function toReportRecords(rows: readonly ReportRow[], statistics: ReadonlyMap<string, unknown>): unknown[] {
  return rows.map(
    ({ pk, sk, agency, year, template, verdict, errors, warnings, region, source, assessedAt, withdrawnAt }) => ({
      agency,
      year,
      template,
      verdict,
      errors,
      warnings,
      region: region ?? null,
      statistics: statistics.get(`${pk}\n${sk}`) ?? {},
      source,
      assessedAt,
      ...(withdrawnAt ? { withdrawnAt } : {}),
    }),
  );
}

export function toFindingSheet(rows: readonly FindingRow[]): Sheet {
  return {
    columns: ["agency", "year", "severity", "rule", "message", "expected", "actual", "region", "cells"],
    rows: rows.map((row) => [
      agencyOf(row),
      row.year,
      row.severity,
      row.rule,
      row.message,
      row.expected,
      row.actual,
      row.region ?? null,
      row.cells.join(" "),
    ]),
  };
}

export function toFindingRecords(rows: readonly FindingRow[]): unknown[] {
  return rows.map(({ agency, year, region, rule, severity, message, cells, expected, actual }) => ({
    agency,
    year,
    region: region ?? null,
    rule,
    severity,
    message,
    cells,
    expected,
    actual,
  }));
}

const head = ["agency", "year", "template", "verdict"];

/** The panel as it is: one row an agency and year, one column a cell; what is blank or not in the form is empty. */
export function toPanelSheet({ columns, rows }: Panel): Sheet {
  return {
    columns: [...head, ...columns],
    rows: rows.map(({ report, cells }) => [
      agencyOf(report),
      report.year,
      report.template,
      report.verdict,
      ...columns.map((path) => cells.get(path) ?? null),
    ]),
  };
}

/** The panel for a terminal, upright: one line a cell of a report, with its name in the form; blanks are left out. */
export function toUprightPanel({ columns, rows }: Panel): Sheet {
  return {
    columns: ["agency", "year", "cell", "name", "value"],
    rows: rows.flatMap(({ report, cells }) =>
      columns
        .filter((path) => typeof cells.get(path) === "number")
        .map((path) => [
          agencyOf(report),
          report.year,
          path,
          nameOf(report.template as Template, path),
          cells.get(path) as Value,
        ]),
    ),
  };
}

function nameOf(template: Template, path: string): string {
  const { row, column } = cellName(template, path);
  return column ? `${row}·${column}` : row;
}

export function toPanelRecords({ columns, rows }: Panel): unknown[] {
  return rows.map(({ report, cells }) => ({
    agency: report.agency,
    year: report.year,
    template: report.template,
    verdict: report.verdict,
    // A cell that the report does not have is absent; a blank one is null.
    cells: Object.fromEntries(columns.filter((path) => cells.has(path)).map((path) => [path, cells.get(path)])),
  }));
}

const spell = (value: Value) => (value === null ? "空白" : String(value));

export function toHistorySheet(rows: readonly HistoryRow[]): Sheet {
  return {
    columns: ["year", "eventTime", "state", "verdict", "file", "retiredAt", "changes", "brought", "resolved"],
    rows: rows.map((row) => [
      row.year,
      row.eventTime,
      row.state,
      row.verdict,
      row.file,
      row.retiredAt,
      row.changes.map(({ cell, from, to }) => `${cell}: ${spell(from)} → ${spell(to)}`).join("\n"),
      row.brought.join("\n"),
      row.resolved.join("\n"),
    ]),
  };
}

export function toMissingSheet(rows: readonly MissingRow[]): Sheet {
  return {
    columns: ["agency", "year", "parent", "region", "code"],
    rows: rows.map(({ agency, year, parent, region, code }) => [agency, year, parent, region, code]),
  };
}

export function toTerritorySheet(rows: readonly TerritoryRow[]): Sheet {
  return {
    columns: ["agency", "year", "bodies", "reported", "missing", "sum"],
    rows: rows.map(({ agency, year, bodies, missing, findings }) => [
      agency,
      year,
      bodies,
      bodies - missing.length,
      missing.join("、"),
      missing.length > 0 ? null : (findings[0]?.message.zh ?? "相符"),
    ]),
  };
}
