import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { runOverview } from "../../lib/cli/overview.ts";
import { collectRegister, missingReports } from "../../lib/notice/overview/collect.ts";
import type { OverviewRecord } from "../../lib/notice/overview/overview-record.ts";
import { renderOverview } from "../../lib/notice/overview/render-overview.ts";
import { type SampleReport, toItems } from "../query/sample-items.ts";
import { startRegister, table } from "../query/start-register.ts";
import { sampleRegister } from "../support/sample-register.ts";
import { sampleReport } from "../support/sample-report.ts";

const years = [2019, 2020, 2021, 2022, 2023, 2024];
const record = (changes: Partial<OverviewRecord>): OverviewRecord => ({
  ...sampleRegister(1, [2023])[0]!,
  ...changes,
});
async function render(records: OverviewRecord[]): Promise<Map<string, string>> {
  const register = await collectRegister(records);
  return new Map([...renderOverview(register)].map(({ name, content }) => [name, content]));
}

describe("the overview", () => {
  it("shows one agency and one year", async () => {
    const files = await render([record({})]);
    const index = files.get("index.html")!;
    expect(index).toContain("共1份报告，1个机关，2023年");
    expect(index.match(/<table class="matrix">/g)).toHaveLength(1);
  });

  it("tells each cell's verdict in words and links it to its page", async () => {
    const files = await render([
      record({ agency: "甲局", verdict: "inconsistent", errors: 3, page: "pages/a.html" }),
      record({ agency: "乙局", verdict: "incomplete", errors: 1, page: null }),
      record({ agency: "丙局", year: 2022 }),
      record({ agency: "丁局", withdrawn: true }),
      record({ agency: null, year: null, source: "无名.pdf" }),
    ]);
    const row = (agency: string) =>
      files
        .get("index.html")!
        .match(new RegExp(`<th scope="row" lang="zh-CN">${agency}</th>(.*?)</tr>`))![1]!
        .replace(/<(?!a |\/a|\/?td)[^>]+>/g, "");
    expect(row("甲局")).toBe(
      '<td class="absent">缺</td><td class="inconsistent"><a href="pages/a.html">✕ 不一致3（3条错误）</a></td><td></td>',
    );
    expect(row("乙局")).toContain("◐ 不完整1");
    expect(row("丁局")).toContain("已撤回");
    expect(row("（无名.pdf）")).toMatch(/缺.*缺.*✓ 一致/);
  });

  it("splits 2,000 agencies × 6 years into pages below 1 MB that lose none", async () => {
    const records = sampleRegister(2000, years, 13);
    const files = await render(records);
    for (const [name, content] of files) expect(Buffer.byteLength(content), name).toBeLessThan(1_000_000);
    const matrices = [...files].filter(([name]) => name.startsWith("agencies-"));
    const rows = matrices.reduce((sum, [, content]) => sum + content.match(/<th scope="row" lang/g)!.length, 0);
    expect(rows).toBe(2000);
    for (const [name] of matrices) expect(files.get("index.html")).toContain(`href="${name}"`);
    const linked = [...files.values()].flatMap((content) =>
      [...content.matchAll(/href="([a-z][\w-]*\.html)"/g)].map(([, name]) => name!),
    );
    const pages = new Set(records.map(({ page }) => page));
    expect(linked.filter((name) => !files.has(name) && !pages.has(name))).toEqual([]);
  });

  it("adds up only what is stated, and says how many reports that is", async () => {
    const blank = sampleReport({
      cells: { "applications.newlyReceived.total": "", "applications.granted.total": "/" },
    });
    const register = await collectRegister([
      record({ agency: "甲局" }),
      record({ agency: "乙局" }),
      record({ agency: "丙局", statistics: blank.statistics }),
      record({ agency: "丁局", year: 2016, template: "legacy", statistics: { legacy: { applications: 467 } } }),
    ]);
    const [old, recent] = register.trends;
    expect(old).toMatchObject({ year: 2016, applications: { sum: 467, stated: 1 }, outcomes: { stated: 0 } });
    expect(recent).toMatchObject({
      applications: { sum: 94, stated: 2 },
      outcomes: { sums: [44, 10, 4, 22, 8, 4], stated: 2 },
      reconsideration: { sums: [9, 0, 0, 3], stated: 3 },
      litigation: { sums: [3, 0, 0, 0], stated: 3 },
    });
  });

  it("ranks rules by the reports that break them and lists those reports", async () => {
    const rules = [{ rule: "applications/balance", severity: "error" as const, findings: 7 }];
    const files = await render([
      record({ agency: "甲局", rules, page: "a.html" }),
      record({ agency: "乙局", rules: [] }),
      record({ agency: "丙局", rules: undefined }),
    ]);
    expect(files.get("index.html")).toContain("按其中2份带有逐条发现的报告统计");
    expect(files.get("index.html")).toContain("50.0%");
    expect(files.get("rule-applications-balance.html")).toContain('<a href="a.html">2023年</a>');
  });

  it("finds missing reports by the roster, or without one the gaps", async () => {
    const records = [
      record({ agency: "甲局", year: 2021 }),
      record({ agency: "甲局", year: 2023 }),
      record({ agency: "乙局", year: 2022 }),
    ];
    const roster = [
      { agency: "甲局", region: "东区" },
      { agency: "丙局", region: null },
    ];
    expect(missingReports(await collectRegister(records))).toEqual([
      { agency: "甲局", region: null, years: [2022] },
      { agency: "乙局", region: null, years: [2023] },
    ]);
    expect(missingReports(await collectRegister(records, roster))).toEqual([
      { agency: "甲局", region: "东区", years: [2022] },
      { agency: "丙局", region: null, years: [2021, 2022, 2023] },
    ]);
  });

  it("is the same text each time and escapes what a report says", async () => {
    const evil = '"><script>pwned=1</script>';
    const records = [
      record({ agency: evil, region: evil, page: evil, rules: [{ rule: evil, severity: "error", findings: 1 }] }),
      record({}),
    ];
    const files = await render(records);
    expect([...(await render(records))]).toEqual([...files]);
    for (const [name, content] of files) {
      expect(name).toMatch(/^[a-z0-9-]+\.html$/);
      expect(content).not.toContain("<script");
    }
  });
});

describe("gouji overview", () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "gouji-overview-"));
    vi.spyOn(console, "error").mockImplementation(() => {});
  });
  afterEach(async () => {
    vi.restoreAllMocks();
    await rm(folder, { recursive: true, force: true });
  });

  const finding = {
    rule: "applications/balance",
    severity: "error",
    message: "…",
    cells: [],
    expected: 1,
    actual: 2,
    evidence: [],
  };
  const statistics = { ...sampleReport().statistics };
  const report = {
    agency: "甲局",
    year: 2023,
    template: "2021",
    verdict: "inconsistent",
    statistics,
    findings: [finding, finding],
  };

  it("reads what gouji check prints, and links to the pages it writes", async () => {
    const from = join(folder, "check.json");
    const documents = [
      { source: { name: "a/甲 1.pdf" }, status: "assessed", rejection: null, reports: [report] },
      { source: { name: "b.txt" }, status: "assessed", rejection: null, reports: [report, { ...report, year: 2022 }] },
      { source: { name: "c.txt" }, status: "rejected", rejection: { code: "empty", message: "…" }, reports: [] },
    ];
    await writeFile(from, JSON.stringify({ schemaVersion: 1, documents }));
    const out = join(folder, "out");
    expect(await runOverview({ out, from, pages: join(folder, "pages") })).toBe(0);
    const index = await readFile(join(out, "index.html"), "utf8");
    expect(index).toContain("共3份报告，1个机关，2022—2023年");
    expect(index).toContain('href="../pages/b.txt-2.html"');
    expect(await readdir(out)).toContain("rule-applications-balance.html");
  });

  it("reads records of the results table, with a roster", async () => {
    const { findings: _, ...item } = report;
    const from = join(folder, "query.json");
    const stored = {
      ...item,
      errors: 2,
      warnings: 0,
      page: "pages/0123.html",
      told: { findings: [finding] },
      source: { bucket: "b", key: "k.pdf", sha256: "0" },
    };
    await writeFile(from, JSON.stringify([{ ...stored, agency: "云岭县政府" }]));
    const roster = join(folder, "roster.csv");
    await writeFile(roster, "agency,parent,region,code,aliases\n云岭县人民政府,,云岭县,1,\n云岭县财政局,,云岭县,2,\n");
    expect(await runOverview({ out: folder, from, roster })).toBe(0);
    const index = await readFile(join(folder, "index.html"), "utf8");
    expect(index).toContain('href="pages/0123.html"');
    expect(index).toContain("applications/balance");
    expect(index).toContain("云岭县人民政府");
    expect(index).toMatch(/云岭县财政局<\/th><td>2023年/);
  });

  it("reads the results table, its findings and its regions", async () => {
    const register = await startRegister();
    try {
      const reports: SampleReport[] = [
        {
          agency: "甲局",
          year: 2023,
          region: "东区",
          verdict: "inconsistent" as const,
          statistics,
          findings: [{ rule: "applications/balance", severity: "error" as const }],
        },
        { agency: "乙局", year: 2022, region: "西区", statistics },
      ];
      await register.records.write(reports.flatMap(toItems), []);
      const where = { dynamodbEndpoint: register.endpoint, table, thisYear: 2024 };
      expect(await runOverview({ out: folder, ...where })).toBe(0);
      const index = await readFile(join(folder, "index.html"), "utf8");
      expect(index).toContain("共2份报告，2个机关，2022—2023年");
      expect(index).toMatch(/东区<\/th>[\s\S]*甲局<\/th>/);
      expect(await readFile(join(folder, "rule-applications-balance.html"), "utf8")).toContain("甲局");
      expect(await runOverview({ out: folder, region: "西区", ...where })).toBe(0);
      expect(await readFile(join(folder, "index.html"), "utf8")).toContain("共1份报告，1个机关，2022年");
    } finally {
      await register.stop();
    }
  });

  it("ends with 2 where it is not said what to read", async () => {
    expect(await runOverview({ out: folder })).toBe(2);
    expect(console.error).toHaveBeenCalledWith(expect.stringContaining("--stack"));
  });

  it.each([
    ["no such file", undefined],
    ["no JSON", "{"],
    ["another JSON", '{"a":1}'],
    ["records of another kind", '[{"a":1}]'],
  ])("ends with 2 and a message: %s", async (_, text) => {
    const from = join(folder, "given.json");
    if (text !== undefined) await writeFile(from, text);
    expect(await runOverview({ out: folder, from })).toBe(2);
    expect(console.error).toHaveBeenCalledWith(expect.stringContaining("given.json"));
  });
});
