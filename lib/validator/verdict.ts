import type { Finding, Verdict } from "./finding.ts";

/** contract.md, part 4: an error outside `structure/` makes a report inconsistent, one of `structure/` incomplete. */
export function verdictOf(findings: readonly Pick<Finding, "rule" | "severity">[]): Verdict {
  const errors = findings.filter((finding) => finding.severity === "error");
  if (errors.some((finding) => !finding.rule.startsWith("structure/"))) return "inconsistent";
  return errors.length > 0 ? "incomplete" : "consistent";
}
