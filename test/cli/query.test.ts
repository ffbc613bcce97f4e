import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { type QueryArguments, runQuery } from "../../lib/cli/query.ts";
import { extractionKey, type Origin } from "../../lib/record/extraction.ts";
import { toVersionItem } from "../../lib/record/version.ts";
import { toItems } from "../query/sample-items.ts";
import { startRegister, type TestRegister } from "../query/start-register.ts";
import { buildReport } from "../support/report-builder.ts";

let register: TestRegister;
let folder: string;

beforeAll(async () => {
  register = await startRegister();
  folder = await mkdtemp(join(tmpdir(), "gouji-query-"));
  const statistics = {
    applications: { newlyReceived: { total: 12, naturalPerson: null } },
    disclosure: { fees: { amount: -1.5 } },
  };
  const findings = [{ rule: "applications/balance", severity: "error" as const }];
  const items = [
    { agency: "云岭县教育局", year: 2023, verdict: "inconsistent" as const, region: "云岭县", statistics, findings },
    { agency: "=HYPERLINK(1)", year: 2023 },
  ];
  await register.records.write([...items.flatMap(toItems), version("a", 3), version("b", 4)], []);
});
afterAll(async () => {
  await register.stop();
  await rm(folder, { recursive: true });
});

/** Two versions of one report: the second file replaces the first and mends its finding. */
function version(sequencer: string, value: number) {
  const report = buildReport({
    agency: "云岭县教育局",
    year: 2023,
    cells: { "applications.newlyReceived.total": value },
  });
  const finding = {
    rule: "applications/balance",
    severity: "error" as const,
    message: "新收3",
    cells: [],
    expected: 1,
    actual: 2,
    evidence: [],
  };
  const origin: Origin = {
    bucket: "uploads",
    key: "云岭县/2023.txt",
    etag: sequencer,
    sequencer,
    versionId: null,
    eventTime: `2024-01-0${value}T00:00:00.000Z`,
    lastModified: null,
    agency: null,
    year: null,
  };
  const identity = {
    agency: "云岭县教育局",
    year: 2023,
    region: null,
    agencyFrom: "report",
    yearFrom: "report",
    agencyKey: "云岭县教育局",
    yearKey: "2023",
  } as const;
  const assessed = {
    report,
    findings: value === 3 ? [finding] : [],
    verdict: value === 3 ? ("inconsistent" as const) : ("consistent" as const),
  };
  const item = toVersionItem(assessed, identity, origin, { sha256: extractionKey(origin), index: 0 });
  return value === 3 ? { ...item, retiredAt: "2024-01-04T00:00:00.000Z" } : item;
}

async function run(args: Partial<QueryArguments>) {
  const printed: string[] = [];
  const told: string[] = [];
  const out = vi.spyOn(process.stdout, "write").mockImplementation((text) => printed.push(String(text)) > 0);
  const error = vi.spyOn(console, "error").mockImplementation((text) => void told.push(String(text)));
  try {
    const code = await runQuery({
      what: "reports",
      thisYear: 2024,
      dynamodbEndpoint: register.endpoint,
      ...args,
    } as QueryArguments);
    return { code, printed: printed.join(""), told: told.join("") };
  } finally {
    out.mockRestore();
    error.mockRestore();
  }
}

describe("gouji query", () => {
  it("finds the only table behind an endpoint and prints an aligned table", async () => {
    const { code, printed } = await run({});
    expect(code).toBe(0);
    expect(printed).toContain("云岭县教育局");
    const { default: stringWidth } = await import("string-width");
    const widths = new Set(
      printed
        .trimEnd()
        .split("\n")
        .map((line) => stringWidth(line)),
    );
    expect(widths.size).toBe(1);
  });

  it("prints reports with their statistics as JSON", async () => {
    const { printed } = await run({ format: "json", agency: "云岭县教育局" });
    expect(JSON.parse(printed)).toMatchObject([
      {
        agency: "云岭县教育局",
        year: 2023,
        statistics: { applications: { newlyReceived: { total: 12, naturalPerson: null } } },
      },
    ]);
  });

  it("prints a panel as CSV: one column a cell, blanks empty, negative amounts as numbers", async () => {
    const { printed } = await run({ what: "cells", format: "csv", agency: "云岭县教育局" });
    expect(parse(printed, { columns: true })).toEqual([
      {
        agency: "云岭县教育局",
        year: "2023",
        template: "2021",
        verdict: "inconsistent",
        "disclosure.fees.amount": "-1.5",
        "applications.newlyReceived.naturalPerson": "",
        "applications.newlyReceived.total": "12",
      },
    ]);
  });

  it("disarms what a spreadsheet would take for a formula", async () => {
    const { printed } = await run({ format: "csv" });
    expect((parse(printed) as string[][]).map(([agency]) => agency)).toContain("'=HYPERLINK(1)");
  });

  it("writes files: CSV with a byte order mark, an Excel workbook", async () => {
    const csv = join(folder, "reports.csv");
    const xlsx = join(folder, "findings.xlsx");
    expect((await run({ format: "csv", out: csv })).printed).toBe("");
    expect([...(await readFile(csv)).subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect((await run({ what: "findings", rule: "applications/balance", format: "xlsx", out: xlsx })).code).toBe(0);
    expect((await readFile(xlsx)).subarray(0, 2).toString()).toBe("PK");
  });

  it("tells the versions of a report and what changed", async () => {
    const { printed } = await run({ what: "history", agency: "云岭县教育局", format: "json" });
    expect(JSON.parse(printed)).toMatchObject([
      {
        state: "replaced",
        file: "s3://uploads/云岭县/2023.txt",
        changes: [],
        brought: ["新收3"],
        retiredAt: "2024-01-04T00:00:00.000Z",
      },
      {
        state: "current",
        changes: [{ cell: "applications.newlyReceived.total", from: 3, to: 4 }],
        brought: [],
        resolved: ["新收3"],
      },
    ]);
  });

  it("lists who has not filed, from a roster on this machine", async () => {
    const roster = join(folder, "roster.csv");
    await writeFile(roster, "agency,parent,region,code,aliases\n云岭县教育局,,云岭县,,\n云岭县民政局,,云岭县,,\n");
    const { printed } = await run({ what: "missing", year: 2023, roster, format: "json" });
    expect(JSON.parse(printed).map(({ agency }: { agency: string }) => agency)).toEqual(["云岭县民政局"]);
  });

  it("keeps to the limit", async () => {
    expect(JSON.parse((await run({ format: "json", limit: 1 })).printed)).toHaveLength(1);
  });

  it.each<[Partial<QueryArguments>, RegExp]>([
    [{ what: "history" }, /--agency/],
    [{ what: "missing" }, /--year/],
    [{ what: "missing", year: 2023 }, /roster/],
    [{ format: "xlsx" }, /--out/],
    [{ dynamodbEndpoint: undefined }, /--stack NAME/],
    [{ dynamodbEndpoint: "http://127.0.0.1:9" }, /nothing answers/],
    [{ what: "missing", year: 2023, roster: "/nowhere.csv" }, /nowhere/],
  ])("says how to use it: %j", async (args, words) => {
    const { code, told, printed } = await run(args);
    expect(code).toBe(2);
    expect(told).toMatch(words);
    expect(printed).toBe("");
  });
});
