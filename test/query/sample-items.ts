import type { Item } from "../../lib/ports.ts";
import { toFindingItems } from "../../lib/record/finding-item.ts";
import { reportIndexKeys, reportKey } from "../../lib/record/keys.ts";
import type { Finding, Verdict } from "../../lib/validator/finding.ts";

export interface SampleReport {
  agency: string;
  year: number | null;
  verdict?: Verdict;
  region?: string;
  statistics?: Record<string, unknown>;
  findings?: Pick<Finding, "rule" | "severity">[];
  withdrawn?: boolean;
}

/** The items of a report and of its findings, as the register stores them. */
export function toItems({
  agency,
  year,
  verdict = "consistent",
  region,
  statistics = {},
  findings = [],
  withdrawn = false,
}: SampleReport): Item[] {
  const subject = { agencyKey: agency, yearKey: year === null ? "UNKNOWN" : String(year) };
  const count = (severity: string) => findings.filter((finding) => finding.severity === severity).length;
  const report: Item = {
    ...reportKey(subject),
    agency,
    year,
    ...(region ? { region } : {}),
    template: "2021",
    verdict,
    errors: count("error"),
    warnings: count("warning"),
    statistics,
    source: { bucket: "uploads", key: `${agency}/${year}.txt`, sha256: "0".repeat(64) },
    assessedAt: "2025-01-20T08:00:00.000Z",
    ...(withdrawn ? { withdrawnAt: "2025-02-01T08:00:00.000Z" } : {}),
    ...reportIndexKeys(subject, verdict, region ?? null),
  };
  const full = findings.map(
    (finding, at): Finding => ({
      ...finding,
      message: `第${at}处`,
      cells: [`applications.row${at}.total`],
      expected: 1,
      actual: 2,
      evidence: [],
    }),
  );
  return [report, ...toFindingItems({ ...subject, agency, year, region: region ?? null, withdrawn }, full)];
}
