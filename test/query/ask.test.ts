import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createDynamoDbRegisterReader } from "../../lib/aws/dynamodb-register-reader.ts";
import { askBreakingReports } from "../../lib/query/ask-breaking-reports.ts";
import { askCells } from "../../lib/query/ask-cells.ts";
import { askFindings } from "../../lib/query/ask-findings.ts";
import { askMissing } from "../../lib/query/ask-missing.ts";
import { askTerritories } from "../../lib/query/ask-territories.ts";
import type { Filter } from "../../lib/query/filter.ts";
import { parseRoster } from "../../lib/record/roster.ts";
import type { Verdict } from "../../lib/validator/finding.ts";
import { type SampleReport, toItems } from "./sample-items.ts";
import { startRegister, type TestRegister, table } from "./start-register.ts";

const thisYear = 2025;
const verdicts: Verdict[] = ["consistent", "inconsistent", "incomplete"];

/** 40 agencies of 4 regions over 5 years. */
const reports: SampleReport[] = Array.from({ length: 40 }, (_, i) => i).flatMap((i) =>
  [2019, 2020, 2021, 2022, 2023].map((year): SampleReport => {
    const verdict = verdicts[(i + year) % 3]!;
    return {
      agency: `云岭市第${i}局`,
      year,
      verdict,
      region: i % 5 === 4 ? undefined : `第${i % 5}区`,
      statistics: { applications: { newlyReceived: { total: i + year, naturalPerson: null } }, legacy: { fees: 0 } },
      findings: [
        ...(verdict === "inconsistent" ? [{ rule: "applications/balance", severity: "error" as const }] : []),
        ...(verdict === "incomplete" ? [{ rule: "structure/table-missing", severity: "error" as const }] : []),
        ...(i % 2 === 0 ? [{ rule: "narrative/growth", severity: "warning" as const }] : []),
      ],
      withdrawn: i === 7 && year === 2023,
    };
  }),
);
reports.push({ agency: "UNKNOWN-0123456789ab", year: null });

let register: TestRegister;
let requests: string[] = [];
const reader = () => createDynamoDbRegisterReader(register.dynamodb, table, (request) => requests.push(request));

beforeAll(async () => {
  register = await startRegister();
  await register.records.write(reports.flatMap(toItems), []);
});
afterAll(() => register.stop());

const expected = ({ agency, region, year, verdict, rule, severity }: Filter) =>
  reports
    .filter(
      (report) =>
        (agency === undefined || report.agency === agency) &&
        (region === undefined || report.region === region) &&
        (year === undefined || report.year === year) &&
        (verdict === undefined || report.verdict === verdict) &&
        (severity === undefined || report.findings?.some((finding) => finding.severity === severity)) &&
        (rule === undefined ||
          (report.findings?.some((finding) => finding.rule === rule) && !(report.withdrawn && agency === undefined))),
    )
    .map((report) => `${report.year} ${report.agency}`)
    .sort();

describe("askBreakingReports", () => {
  it.each<[Filter, number]>([
    [{ agency: "云岭市第3局" }, 1],
    [{ agency: "云岭市第3局", year: 2021 }, 1],
    [{ agency: "云岭市第3局", verdict: "inconsistent" }, 1],
    [{ year: 2022 }, 8],
    [{ year: 2022, verdict: "inconsistent" }, 8],
    [{ region: "第1区" }, 1],
    [{ region: "第1区", year: 2020 }, 1],
    [{ region: "第1区", year: 2020, verdict: "incomplete" }, 1],
    [{ region: "第1区", verdict: "incomplete" }, 1],
    [{ year: 2022, severity: "warning" }, 8],
    [{ year: 2022, rule: "narrative/growth" }, 16],
    [{ rule: "applications/balance", region: "第2区" }, 9],
    [{ verdict: "inconsistent" }, 21 * 8],
    [{}, 21 * 8],
  ])("%j", async (filter, most) => {
    requests = [];
    const rows = await askBreakingReports(reader(), filter, thisYear);
    expect(rows.map((row) => `${row.year} ${row.agency}`).sort()).toEqual(expected(filter));
    expect(requests).toHaveLength(most);
  });
});

describe("askFindings", () => {
  it.each<Filter>([
    { agency: "云岭市第4局" },
    { agency: "云岭市第4局", year: 2021, severity: "error" },
    { agency: "云岭市第7局" },
    { rule: "applications/balance", year: 2021 },
    { rule: "narrative/growth", region: "第0区" },
    { year: 2023, severity: "error" },
    { year: 2020, verdict: "incomplete", severity: "warning" },
  ])("%j", async (filter) => {
    const rows = await askFindings(reader(), filter, thisYear);
    const { agency, region, year, verdict, rule, severity } = filter;
    const want = reports
      .filter((report) => !report.withdrawn && (agency === undefined || report.agency === agency))
      .filter(
        (report) => (region === undefined || report.region === region) && (year === undefined || report.year === year),
      )
      .filter((report) => verdict === undefined || report.verdict === verdict)
      .flatMap((report) =>
        (report.findings ?? []).map((finding) => ({ ...finding, of: `${report.year} ${report.agency}` })),
      )
      .filter(
        (finding) =>
          (rule === undefined || finding.rule === rule) && (severity === undefined || finding.severity === severity),
      );
    const told = rows.map((row) => `${row.year} ${row.agency} ${row.rule} ${row.severity}`);
    expect(told.sort()).toEqual(want.map((finding) => `${finding.of} ${finding.rule} ${finding.severity}`).sort());
  });
});

describe("askCells", () => {
  it("gives one row a standing report and one column a cell, blanks null", async () => {
    const { columns, rows } = await askCells(reader(), { year: 2023 }, thisYear);
    expect(columns).toEqual([
      "applications.newlyReceived.naturalPerson",
      "applications.newlyReceived.total",
      "legacy.fees",
    ]);
    expect(rows).toHaveLength(39);
    const third = rows.find(({ report }) => report.agency === "云岭市第3局");
    expect(Object.fromEntries(third!.cells)).toEqual({
      "applications.newlyReceived.naturalPerson": null,
      "applications.newlyReceived.total": 2026,
      "legacy.fees": 0,
    });
  });
});

describe("askMissing", () => {
  it("lists who of the roster has no standing report, aliases counted as filed", async () => {
    const roster = parseRoster(
      "agency,parent,region,code,aliases\n云岭市第一局,,第0区,1,云岭市第1局\n云岭市第7局,云岭市,第2区,2,\n云岭市第99局,云岭市,第2区,3,\n云岭市第98局,,第3区,4,\n",
    );
    const rows = await askMissing(reader(), roster, 2023);
    expect(rows.map(({ agency }) => agency)).toEqual(["云岭市第7局", "云岭市第99局", "云岭市第98局"]);
    expect(await askMissing(reader(), roster, 2023, "第3区")).toEqual([
      { agency: "云岭市第98局", parent: null, region: "第3区", code: "4", year: 2023 },
    ]);
  });
});

describe("askTerritories", () => {
  const roster = (bodies: number[]) =>
    parseRoster(
      `agency,parent,region,code,aliases\n云岭市第0局,,,,\n${bodies.map((i) => `云岭市第${i}局,云岭市第0局,,,`).join("\n")}\n`,
    );

  it("compares a territory with the sum of its bodies, once all have reported", async () => {
    const [row] = await askTerritories(reader(), roster([1, 2]), 2022);
    expect(row).toMatchObject({ agency: "云岭市第0局", bodies: 2, missing: [] });
    expect(row!.findings).toMatchObject([
      { cells: ["applications.newlyReceived.total"], expected: 4047, actual: 2022 },
    ]);
  });

  it("lists who is missing instead", async () => {
    const [row] = await askTerritories(reader(), roster([1, 7, 99]), 2023);
    expect(row).toMatchObject({ bodies: 3, missing: ["云岭市第7局", "云岭市第99局"], findings: [] });
  });
});
