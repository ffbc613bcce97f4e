import type { Severity, Verdict } from "../validator/finding.ts";

/** What a question is about; absent: any. */
export interface Filter {
  agency?: string;
  /** Region of the roster. */
  region?: string;
  year?: number;
  verdict?: Verdict;
  rule?: string;
  severity?: Severity;
}

/** The first year that was reported on (Regulations of 2007). */
const firstYear = 2008;

/** Every year that can have been reported on up to `thisYear`, and the keys of reports that name none. */
export function yearKeysUntil(thisYear: number): (number | string)[] {
  const years = Array.from({ length: Math.max(0, thisYear - firstYear + 1) }, (_, at) => firstYear + at);
  return [...years, "UNKNOWN", "UNKNOWN-2", "UNKNOWN-3"];
}
