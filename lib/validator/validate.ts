import type { Report } from "../report/report.ts";
import { rules } from "../rules/rules.ts";
import type { Finding, Language } from "./finding.ts";
import { addRepairs } from "./repair.ts";
import { toFinding } from "./to-finding.ts";

/** Runs every rule that needs one report, in the registry's order, and adds the repairs. */
export function validate(report: Report, language: Language = "zh"): Finding[] {
  const findings: Finding[] = [];
  for (const rule of rules) {
    for (const draft of rule.check(report)) {
      findings.push(toFinding(rule, draft, language));
    }
  }
  return addRepairs(report, findings);
}
