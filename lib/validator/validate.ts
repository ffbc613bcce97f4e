import type { Report } from "../report/report.ts";
import { rules } from "../rules/rules.ts";
import type { Finding, Language } from "./finding.ts";
import { addRepairs } from "./repair.ts";

/** Runs every rule that needs one report, in the registry's order, and adds the repairs. */
export function validate(report: Report, language: Language = "zh"): Finding[] {
  const findings: Finding[] = [];
  for (const rule of rules) {
    for (const draft of rule.check(report)) {
      findings.push({
        rule: rule.id,
        severity: draft.severity ?? rule.severity,
        message: draft.message[language],
        cells: [...(draft.cells ?? [])],
        expected: draft.expected ?? null,
        actual: draft.actual ?? null,
        evidence: [...draft.evidence],
      });
    }
  }
  return addRepairs(report, findings);
}
