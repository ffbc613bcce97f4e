import type { Finding, Severity } from "../../validator/finding.ts";

/** A finding with the number it has on the page, from 1 in order of weight. */
export interface NumberedFinding {
  number: number;
  finding: Finding;
}

const severities: readonly Severity[] = ["error", "warning", "info"];

/** Contradicting figures weigh more than missing ones, and what can be mended at once more than what cannot. */
function weightOf(finding: Finding): number {
  const severity = severities.indexOf(finding.severity) * 4;
  return severity + (finding.rule.startsWith("structure/") ? 2 : 0) + (finding.repair ? 0 : 1);
}

/** Findings in order of weight, numbered; equals keep the rules' order. */
export function orderFindings(findings: readonly Finding[]): NumberedFinding[] {
  return findings
    .toSorted((a, b) => weightOf(a) - weightOf(b))
    .map((finding, index) => ({ number: index + 1, finding }));
}

/** Numbered findings by severity, gravest first; severities without findings are left out. */
export function groupFindings(
  findings: readonly NumberedFinding[],
): { severity: Severity; findings: NumberedFinding[] }[] {
  return severities
    .map((severity) => ({ severity, findings: findings.filter(({ finding }) => finding.severity === severity) }))
    .filter((group) => group.findings.length > 0);
}
