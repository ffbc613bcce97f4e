import { labelKey } from "../../chinese/fold.ts";
import type { Report } from "../../report/report.ts";
import type { Finding, Language } from "../../validator/finding.ts";
import { toFinding } from "../../validator/to-finding.ts";
import { versionConflict } from "../collection/version-conflict.ts";
import { checkPair } from "./check-pair.ts";
import { type ReportForHistory, toReportForHistory } from "./report-for-history.ts";

/** A report and the name of the file it stands in. */
export interface NamedReport {
  report: Report;
  source: string;
}

/**
 * What must hold between reports: of two consecutive years of one agency (told to the later one), and of two for one agency
 * and year (told to both). Answers the findings for each report, in the reports' order. Reports that name no agency or no year
 * are compared with none; where several stand for a year the last one given counts.
 */
export function checkTogether(reports: readonly NamedReport[], language: Language): Finding[][] {
  const findings: Finding[][] = reports.map(() => []);
  const years = new Map<string, Map<number, number[]>>();
  for (const [index, { report }] of reports.entries()) {
    if (report.agency === null || report.year === null) continue;
    const agency = labelKey(report.agency);
    const ofAgency = years.get(agency) ?? new Map<number, number[]>();
    ofAgency.set(report.year, [...(ofAgency.get(report.year) ?? []), index]);
    years.set(agency, ofAgency);
  }
  const known = new Map<number, ReportForHistory>();
  const history = (index: number) => {
    const { report, source } = reports[index]!;
    const made = known.get(index) ?? toReportForHistory(report, source);
    known.set(index, made);
    return made;
  };
  for (const ofAgency of years.values()) {
    for (const [year, indexes] of ofAgency) {
      addConflicts(indexes, history, findings, language);
      const before = ofAgency.get(year - 1)?.at(-1);
      if (before === undefined) continue;
      for (const index of indexes) findings[index]!.push(...checkPair(history(before), history(index), language));
    }
  }
  return findings;
}

/** Each report of a year against the first and the last other: a thousand files of one year give no million findings. */
function addConflicts(
  indexes: readonly number[],
  history: (index: number) => ReportForHistory,
  findings: Finding[][],
  language: Language,
): void {
  for (const index of indexes) {
    const others = indexes.filter((other) => other !== index);
    for (const other of new Set([others[0], others.at(-1)])) {
      if (other === undefined) continue;
      for (const draft of versionConflict.check(history(other), history(index))) {
        findings[index]!.push(toFinding(versionConflict, draft, language));
      }
    }
  }
}
