import { describe, expect, it } from "vitest";
import type { Template } from "../../../lib/forms/form.ts";
import type { Value } from "../../../lib/report/report.ts";
import { checkPair } from "../../../lib/rules/history/check-pair.ts";
import { toReportForHistory } from "../../../lib/rules/history/report-for-history.ts";
import { pairRules } from "../../../lib/rules/history/rules.ts";
import { buildReport } from "../../support/report-builder.ts";

interface Year {
  year?: number;
  template?: Template;
  cells?: Record<string, Value>;
  prose?: string[];
}

function check(before: Year, now: Year) {
  const earlier = toReportForHistory(buildReport({ year: 2022, ...before }), "2022.txt");
  const later = toReportForHistory(buildReport({ year: 2023, ...now }), "2023.txt");
  return checkPair(earlier, later, "zh");
}

const told = (before: Year, now: Year) =>
  check(before, now).map(({ rule, cells, expected, actual }) => ({ rule, cells, expected, actual }));

const forward = (value: Value) => ({
  "applications.carriedForward.total": value,
  "applications.carriedForward.naturalPerson": value,
});
const over = (value: Value) => ({
  "applications.carriedOver.total": value,
  "applications.carriedOver.naturalPerson": value,
});
const documents = (issued: Value, repealed: Value, inForce: Value) => ({
  "disclosure.normativeDocuments.issued": issued,
  "disclosure.normativeDocuments.repealed": repealed,
  "disclosure.normativeDocuments.inForce": inForce,
});
const items = (previousItems: Value, change: Value) => ({
  "disclosure.licensing.previousItems": previousItems,
  "disclosure.licensing.change": change,
});

describe("history/carry-over", () => {
  it("finds each column that does not come over, naming both files", () => {
    const findings = check({ cells: forward(3) }, { cells: over(2) });
    expect(
      findings.map(({ rule, severity, cells, expected, actual }) => ({ rule, severity, cells, expected, actual })),
    ).toEqual([
      {
        rule: "history/carry-over",
        severity: "error",
        cells: ["applications.carriedOver.total"],
        expected: 3,
        actual: 2,
      },
      {
        rule: "history/carry-over",
        severity: "error",
        cells: ["applications.carriedOver.naturalPerson"],
        expected: 3,
        actual: 2,
      },
    ]);
    expect(findings[0]!.evidence.map(({ source }) => source)).toEqual(["2023.txt", "2022.txt"]);
    expect(findings[0]!.message).toContain("上年结转 2 ≠ 2022年结转下年度 3");
  });

  it.each([
    ["equal", forward(3), over(3)],
    ["blank last year", forward(null), over(2)],
    ["blank this year", forward(3), over(null)],
    ["no such row", {}, over(2)],
  ])("is silent: %s", (_name, before, now) => {
    expect(told({ cells: before }, { cells: now })).toEqual([]);
  });

  it.each([
    ["years apart", 2021],
    ["the same year", 2023],
  ])("is silent on reports of %s", (_name, year) => {
    expect(told({ year, cells: forward(3) }, { cells: over(2) })).toEqual([]);
  });
});

describe("history/in-force-balance", () => {
  it("finds a stock that does not follow from last year's", () => {
    expect(told({ cells: documents(1, 0, 20) }, { cells: documents(4, 2, 23) })).toEqual([
      {
        rule: "history/in-force-balance",
        cells: ["inForce", "issued", "repealed"].map((column) => `disclosure.normativeDocuments.${column}`),
        expected: 22,
        actual: 23,
      },
    ]);
  });

  it.each([
    ["it follows", documents(1, 0, 20), documents(4, 2, 22)],
    ["a blank", documents(1, 0, 20), documents(4, null, 30)],
    ["last year's blank", documents(1, 0, null), documents(4, 1, 30)],
  ])("is silent: %s", (_name, before, now) => {
    expect(told({ cells: before }, { cells: now })).toEqual([]);
  });
});

describe("history/items-balance", () => {
  const pair = (
    before: Record<string, Value>,
    now: Record<string, Value>,
    templates: [Template, Template] = ["2019", "2019"],
  ) => told({ year: 2022, template: templates[0], cells: before }, { template: templates[1], cells: now });

  it("adds last year's change to last year's items", () => {
    expect(pair(items(120, -5), items(118, 2))).toEqual([
      { rule: "history/items-balance", cells: ["disclosure.licensing.previousItems"], expected: 115, actual: 118 },
    ]);
    expect(pair(items(120, -5), items(115, 2))).toEqual([]);
    expect(pair(items(120, null), items(118, 2))).toEqual([]);
  });
});

describe("history/growth", () => {
  const received = (value: Value) => ({
    "applications.newlyReceived.total": value,
    "applications.carriedOver.total": 0,
    "applications.totalHandled.total": value,
  });
  const sentence = (words: string) => [`2023年，全年共收到政府信息公开申请36件，${words}。`];

  it("computes a rate on last year's own figure", () => {
    const findings = check({ cells: received(30) }, { cells: received(36), prose: sentence("同比增长25%") });
    expect(findings).toMatchObject([
      {
        rule: "history/growth",
        severity: "warning",
        expected: 20,
        actual: 25,
        cells: ["applications.newlyReceived.total"],
      },
    ]);
    expect(findings[0]!.evidence.map(({ source }) => source)).toEqual(["2023.txt", "2022.txt"]);
  });

  it.each([
    ["the other way", "同比下降20%", 1],
    ["rounded", "比上年增长20.0%", 0],
    ["right", "较2022年增长20%", 0],
    ["on another year", "较2020年增长50%", 0],
    ["with a base of its own", "比上年的24件增长50%", 0],
    ["points", "同比提高3个百分点", 0],
    ["on last month", "环比增长50%", 0],
    ["about", "同比增长约50%", 0],
  ])("%s", (_name, words, count) => {
    expect(told({ cells: received(30) }, { cells: received(36), prose: sentence(words) })).toHaveLength(count);
  });

  it("takes the cells that hold the very figure", () => {
    const handled = { ...received(30), "applications.totalHandled.total": 40 };
    const now = { ...received(36), "applications.totalHandled.total": 44 };
    const prose = ["2023年，全年共受理政府信息公开申请44件，同比增长5%。"];
    expect(told({ cells: handled }, { cells: now, prose })).toMatchObject([
      { expected: 10, actual: 5, cells: ["applications.totalHandled.total"] },
    ]);
  });

  it("is silent where last year's figure is blank", () => {
    expect(told({ cells: received(null) }, { cells: received(36), prose: sentence("同比增长50%") })).toEqual([]);
  });
});

describe("history/identical", () => {
  const figures = (shift: number) =>
    Object.fromEntries(
      Array.from({ length: 12 }, (_, at) => [`disclosure.row${at}.decisions`, 3 + at + (at === 7 ? shift : 0)]),
    );
  const text = (seed: number) =>
    Array.from({ length: 400 }, (_, at) => String.fromCharCode(0x4e00 + ((at * at * 31 + at * seed * 17) % 3000))).join(
      "",
    );
  const year = (value: number) => `${value}年，`;

  it("finds last year's figures again", () => {
    expect(told({ cells: figures(0) }, { cells: figures(0) })).toMatchObject([
      { rule: "history/identical", cells: ["disclosure"] },
    ]);
    expect(told({ cells: figures(0) }, { cells: figures(1) })).toEqual([]);
  });

  it("does not count figures that are all zero, or few", () => {
    const zeros = Object.fromEntries(Object.keys(figures(0)).map((path) => [path, 0]));
    expect(told({ cells: zeros }, { cells: zeros })).toEqual([]);
    expect(
      told({ cells: { "disclosure.penalties.decisions": 4 } }, { cells: { "disclosure.penalties.decisions": 4 } }),
    ).toEqual([]);
  });

  it("finds last year's prose with other years and figures in it", () => {
    const same = [year(2022) + text(1) + text(2), `${year(2023)}${text(1)}${text(2)}`];
    expect(told({ prose: [same[0]!] }, { prose: [same[1]!] })).toMatchObject([
      { rule: "history/identical", cells: [] },
    ]);
    expect(told({ prose: [text(1) + text(2)] }, { prose: [text(1) + text(3)] })).toEqual([]);
    expect(told({ prose: ["短文。"] }, { prose: ["短文。"] })).toEqual([]);
  });
});

describe("history/outlier", () => {
  const decisions = (value: Value) => ({ "disclosure.penalties.decisions": value });
  const amount = (value: Value) => ({ "disclosure.fees.amount": value });

  it("finds a tenfold change, and asks for the unit of an amount", () => {
    expect(check({ cells: decisions(40) }, { cells: decisions(400) })).toMatchObject([
      { rule: "history/outlier", severity: "info", cells: ["disclosure.penalties.decisions"] },
    ]);
    const [finding] = check({ cells: amount(25.1) }, { cells: amount(251_000) });
    expect(finding).toMatchObject({ rule: "history/outlier", cells: ["disclosure.fees.amount"] });
    expect(finding!.message).toContain("元还是万元");
  });

  it.each([
    [40, 399],
    [1, 12],
    [0, 500],
    [null, 500],
  ])("is silent: %s → %s", (before, now) => {
    expect(told({ cells: decisions(before) }, { cells: decisions(now) })).toEqual([]);
  });
});

it("every rule says in a sentence what must hold", () => {
  for (const rule of pairRules) {
    expect(rule.id).toMatch(/^history\//);
    expect(rule.description.zh.length).toBeGreaterThan(10);
    expect(rule.description.en.endsWith(".")).toBe(true);
  }
});
