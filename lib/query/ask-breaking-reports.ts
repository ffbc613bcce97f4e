import { askFindings } from "./ask-findings.ts";
import { askReports, type ReportRow } from "./ask-reports.ts";
import type { Filter } from "./filter.ts";
import type { RegisterReader } from "./register-reader.ts";

/** The reports that a filter means; where it names a rule, only those that break it. */
export async function askBreakingReports(
  reader: RegisterReader,
  filter: Filter,
  thisYear: number,
): Promise<ReportRow[]> {
  const reports = await askReports(reader, filter, thisYear);
  if (filter.rule === undefined) return reports;
  const { agency, region, year, rule } = filter;
  const findings = await askFindings(reader, { agency, region, year, rule }, thisYear);
  const breaking = new Set(findings.map(({ reportKey }) => reportKey));
  return reports.filter(({ pk, sk }) => breaking.has(`${pk}\n${sk}`));
}
