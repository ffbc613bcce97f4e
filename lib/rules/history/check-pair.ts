import { yearRelations, type YearRelation } from "../../forms/years.ts";
import type { Evidence } from "../../report/report.ts";
import type { Finding, Language } from "../../validator/finding.ts";
import type { ReportForHistory } from "./report-for-history.ts";

/** What does not hold between the reports of two consecutive years of one agency; the findings belong to the later one. */
export function checkPair(earlier: ReportForHistory, later: ReportForHistory, language: Language): Finding[] {
  return yearRelations.flatMap((relation) => [...checkEqual(relation, earlier, later, language)]);
}

function* checkEqual(
  { rule, table, earlier: before, later: now }: YearRelation,
  earlier: ReportForHistory,
  later: ReportForHistory,
  language: Language,
): Generator<Finding> {
  for (const [column, actual] of Object.entries(later.statistics[table]?.[now.row] ?? {})) {
    const expected = earlier.statistics[table]?.[before.row]?.[column] ?? null;
    if (actual === null || expected === null || actual === expected) continue;
    const cell = `${table}.${now.row}.${column}`;
    yield {
      rule,
      severity: "error",
      message:
        language === "zh"
          ? `${now.short} ${actual} ≠ ${earlier.year}年报告的${before.short} ${expected}（${earlier.source}）`
          : `${cell} ${actual} ≠ ${before.row} ${expected} of the ${earlier.year} report (${earlier.source})`,
      cells: [cell],
      expected,
      actual,
      evidence: [evidenceOf(later, cell), evidenceOf(earlier, `${table}.${before.row}.${column}`)].flat(),
    };
  }
}

function evidenceOf(report: ReportForHistory, cell: string): Evidence[] {
  const place = report.places[cell];
  return place ? [{ ...place, source: report.source }] : [];
}
