import { describe, expect, it } from "vitest";
import { hierarchySum, territoriesOf } from "../../../lib/rules/hierarchy/sum.ts";
import { toReportForHistory } from "../../../lib/rules/history/report-for-history.ts";
import { buildReport } from "../../support/report-builder.ts";

const received = "applications.newlyReceived.total";
const report = (agency: string, value: number | null, template: "2019" | "2021" = "2021") =>
  toReportForHistory(buildReport({ agency, year: 2023, template, cells: { [received]: value } }), `${agency}.txt`);

const roster = [
  { agency: "云岭县人民政府", parent: null },
  { agency: "云岭县教育局", parent: "云岭县人民政府" },
  { agency: "云岭县民政局", parent: "云岭县人民政府" },
];
const check = (...reports: ReturnType<typeof report>[]) =>
  territoriesOf(roster, reports).flatMap((territory) => [...hierarchySum.check(territory)]);

describe("hierarchy/sum", () => {
  it("finds a territory that is not the sum of its bodies", () => {
    const findings = check(report("云岭县人民政府", 9), report("云岭县教育局", 3), report("云岭县民政局", 5));
    expect(findings).toMatchObject([{ cells: [received], expected: 8, actual: 9 }]);
  });

  it.each([
    ["it is the sum", [8, 3, 5]],
    ["a blank leaves the sum open", [9, 3, null]],
  ])("is silent: %s", (_name, [whole, first, second]) => {
    const own = report("云岭县人民政府", whole!);
    expect(check(own, report("云岭县教育局", first!), report("云岭县民政局", second ?? null))).toEqual([]);
  });

  it("is off, and lists who is missing, unless every body has reported", () => {
    const reports = [report("云岭县人民政府", 9), report("云岭县教育局", 3)];
    expect(check(...reports)).toEqual([]);
    expect(territoriesOf(roster, reports)).toMatchObject([{ missing: ["云岭县民政局"] }]);
  });
});
