import type { Document, Rejection } from "./document/document.ts";
import { toRejection } from "./document/rejection.ts";
import { parseReports } from "./report/parse-reports.ts";
import type { Report } from "./report/report.ts";
import type { Finding, Language, Verdict } from "./validator/finding.ts";
import { validate } from "./validator/validate.ts";
import { verdictOf } from "./validator/verdict.ts";

/** A report with what was found in it. */
export interface Assessed {
  report: Report;
  findings: Finding[];
  verdict: Verdict;
}

/** Document → reports with findings, or the rejection `no-report`. Pure: no clock, SDK or environment. */
export function assess(
  document: Document,
  language: Language = "zh",
): { reports: Assessed[]; rejection: Rejection | null } {
  const reports = parseReports(document).map((report) => {
    const findings = validate(report, language);
    return { report, findings, verdict: verdictOf(findings) };
  });
  return { reports, rejection: reports.length > 0 ? null : toRejection("no-report", language) };
}
