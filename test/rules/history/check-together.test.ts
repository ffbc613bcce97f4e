import { describe, expect, it } from "vitest";
import { checkTogether } from "../../../lib/rules/history/check-together.ts";
import { buildReport } from "../../support/report-builder.ts";

const report = (agency: string | null, year: number | null, over: number, forward: number) =>
  buildReport({
    agency,
    year,
    cells: { "applications.carriedOver.total": over, "applications.carriedForward.total": forward },
  });

const rulesOf = (...reports: [source: string, ...Parameters<typeof report>][]) =>
  checkTogether(
    reports.map(([source, ...sketch]) => ({ source, report: report(...sketch) })),
    "zh",
  ).map((findings) => findings.map(({ rule }) => rule));

describe("checkTogether", () => {
  it("tells the later year, whichever file comes first", () => {
    const a: [string, string, number, number, number] = ["a.txt", "云岭县教育局", 2022, 0, 3];
    const b: [string, string, number, number, number] = ["b.txt", "云岭县教育局", 2023, 1, 0];
    expect(rulesOf(a, b)).toEqual([[], ["history/carry-over"]]);
    expect(rulesOf(b, a)).toEqual([["history/carry-over"], []]);
  });

  it("tells both of two files for one agency and year", () => {
    const conflict = ["collection/version-conflict"];
    expect(rulesOf(["a.txt", "云岭县教育局", 2022, 0, 3], ["b.txt", "云岭县教育局", 2022, 0, 4])).toEqual([
      conflict,
      conflict,
    ]);
    expect(rulesOf(["a.txt", "云岭县教育局", 2022, 0, 3], ["b.txt", "云岭县教育局", 2022, 0, 3])).toEqual([[], []]);
  });

  it("compares neither other agencies nor reports that name none", () => {
    expect(rulesOf(["a.txt", "云岭县教育局", 2022, 0, 3], ["b.txt", "云岭县民政局", 2023, 1, 0])).toEqual([[], []]);
    expect(rulesOf(["a.txt", null, 2022, 0, 3], ["b.txt", null, 2023, 1, 0])).toEqual([[], []]);
    expect(rulesOf(["a.txt", "云岭县教育局", null, 0, 3], ["b.txt", "云岭县教育局", null, 1, 0])).toEqual([[], []]);
  });

  it("names both files in the evidence of a conflict", () => {
    const both = [
      { source: "a.txt", report: report("云岭县教育局", 2022, 0, 3) },
      { source: "b.txt", report: report("云岭县教育局", 2022, 0, 4) },
    ];
    const finding = checkTogether(both, "zh")[0]![0]!;
    expect(finding.cells).toEqual(["applications.carriedForward.total"]);
    expect(finding.evidence.map(({ source }) => source)).toEqual(["a.txt", "b.txt"]);
  });
});
