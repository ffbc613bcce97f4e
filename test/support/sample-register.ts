import type { OverviewRecord } from "../../lib/notice/overview/overview-record.ts";
import { sampleReport } from "./sample-report.ts";

const verdicts = ["consistent", "consistent", "inconsistent", "consistent", "incomplete"] as const;
const broken = {
  consistent: [{ rule: "narrative/percentage", severity: "warning" as const, findings: 1 }],
  inconsistent: [
    { rule: "applications/balance", severity: "error" as const, findings: 2 },
    { rule: "history/carry-over", severity: "error" as const, findings: 1 },
  ],
  incomplete: [{ rule: "structure/table-missing", severity: "error" as const, findings: 1 }],
};

/** Records of invented agencies over some years; every seventh agency has not filed for the last but one year. */
export function sampleRegister(agencies: number, years: readonly number[], regions = 0): OverviewRecord[] {
  const reports = new Map(years.map((year) => [year, sampleReport({ year, template: year < 2021 ? "2019" : "2021" })]));
  return Array.from({ length: agencies }, (_, i) => i).flatMap((i) =>
    years
      .filter((_, index) => !(i % 7 === 3 && index === years.length - 2))
      .map((year): OverviewRecord => {
        const verdict = verdicts[(i * 3 + year) % verdicts.length]!;
        const { statistics, template } = reports.get(year)!;
        return {
          agency: `云岭市第${String(i + 1).padStart(4, "0")}局`,
          year,
          verdict,
          template,
          statistics,
          errors: verdict === "inconsistent" ? 3 : verdict === "incomplete" ? 1 : 0,
          warnings: verdict === "consistent" ? 1 : 0,
          region: regions > 0 ? `第${String(i % regions).padStart(2, "0")}区` : null,
          rules: broken[verdict],
          page: `${i}-${year}.html`,
        };
      }),
  );
}
