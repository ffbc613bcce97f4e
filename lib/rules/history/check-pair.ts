import type { Finding, Language } from "../../validator/finding.ts";
import { toFinding } from "../../validator/to-finding.ts";
import type { ReportForHistory } from "./report-for-history.ts";
import { pairRules } from "./rules.ts";

/** A hostile report can break any number of relations; more than these are not told. */
const mostFindings = 200;

/** What does not hold between the reports of two consecutive years of one agency; the findings belong to the later one. */
export function checkPair(earlier: ReportForHistory, later: ReportForHistory, language: Language): Finding[] {
  if (earlier.year === null || later.year !== earlier.year + 1) return [];
  const findings: Finding[] = [];
  for (const rule of pairRules) {
    for (const draft of rule.check(earlier, later)) {
      if (findings.length === mostFindings) return findings;
      findings.push(toFinding(rule, draft, language));
    }
  }
  return findings;
}
