import type { Statistics } from "../../report/report.ts";
import type { Severity, Verdict } from "../../validator/finding.ts";

/** What the overview needs of one report of the register. */
export interface OverviewRecord {
  agency: string | null;
  year: number | null;
  verdict: Verdict;
  errors: number;
  warnings: number;
  statistics: Statistics;
  template: "legacy" | "2019" | "2021";
  /** Region of the roster; absent: not known. */
  region?: string | null;
  /** Broken rules with their number of findings; absent: not known. */
  rules?: readonly { rule: string; severity: Severity; findings: number }[];
  /** Address of the assessment page, relative to the overview or absolute; absent: there is none. */
  page?: string | null;
  /** How to call a report that names no agency. */
  source?: string;
  withdrawn?: boolean;
}

/** A body that has to report, by the roster. */
export interface ExpectedAgency {
  agency: string;
  region: string | null;
}
