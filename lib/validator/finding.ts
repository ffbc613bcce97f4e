import type { CellPath } from "../forms/form.ts";
import type { Evidence, Report } from "../report/report.ts";

export type Severity = "error" | "warning" | "info";
export type Verdict = "consistent" | "inconsistent" | "incomplete";
export type Language = "zh" | "en";

/** One change of one cell of the report that mends every broken relation it stands in and breaks no sound one. */
export interface Repair {
  cell: CellPath;
  value: number;
}

/** What does not hold, where, and what would mend it (contract.md, part 3). */
export interface Finding {
  rule: string;
  severity: Severity;
  message: string;
  cells: CellPath[];
  expected: number | null;
  actual: number | null;
  evidence: Evidence[];
  repair?: Repair;
}

/** What a rule yields; id and severity are the rule's own unless a milder severity is given here. */
export interface Draft {
  message: { zh: string; en: string };
  cells?: readonly CellPath[];
  expected?: number | null;
  actual?: number | null;
  evidence: readonly Evidence[];
  severity?: Severity;
}

/** A rule that needs one report. `description` is one sentence: what must hold. */
export interface Rule {
  id: string;
  severity: Severity;
  description: { zh: string; en: string };
  check(report: Report): Iterable<Draft>;
}
