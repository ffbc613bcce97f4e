import { describe, expect, it } from "vitest";
import type { Block } from "../../../lib/document/document.ts";
import { readLegacy } from "../../../lib/report/legacy/read-legacy.ts";
import { expected, form2013, form2014, type Row } from "./legacy-forms.ts";
import { toParagraphs, toTableBlock, toTextBlocks } from "./to-blocks.ts";

const header = ["统计指标", "单位", "统计数"];
const grid = (rows: readonly Row[]) => [header, ...rows.map(([label, unit, value]) => [label, unit, value])];
const bars = (rows: readonly Row[]) =>
  toTableBlock(
    grid(rows)
      .flat()
      .map((cell) => [cell]),
    "delimited",
  );

const layouts: Record<string, (rows: readonly Row[]) => Block[]> = {
  "a ruled grid": (rows) => [toTableBlock(grid(rows))],
  "columns by position": (rows) => [toTableBlock(grid(rows), "aligned")],
  "cells between bars": (rows) => [bars(rows)],
  "cells without rows": (rows) => [toTableBlock([grid(rows).flat()], "delimited")],
  "one cell a line": (rows) => toTextBlocks(grid(rows).flat().join("\n")),
  "one row a line": (rows) =>
    toTextBlocks(
      grid(rows)
        .map((row) => row.join("  "))
        .join("\n"),
    ),
  "a table over two pages": (rows) => [toTableBlock(grid(rows).slice(0, 30)), toTableBlock(grid(rows).slice(30))],
  "label cells merged over lines": (rows) => [
    toTableBlock(grid(rows).map(([label, ...rest]) => [label!.replace("数", "\n数"), ...rest])),
  ],
  "a column of remarks": (rows) => [
    toTableBlock(grid(rows).map((row, at) => [...row, at === 0 ? "备注" : at === 21 ? "含行政复议申请" : ""])),
  ],
  "no unit column": (rows) => [toTableBlock(grid(rows).map(([label, , value]) => [label!, value!]))],
  "units beside the figures": (rows) => [
    toTableBlock(grid(rows).map(([label, unit, value]) => [label!, /\d/.test(value!) ? `${value}${unit}` : ""])),
  ],
};

describe("readLegacy on the form of 2014", () => {
  it.each(Object.entries(layouts))("%s", (_name, layout) => {
    expect(readLegacy(layout(form2014), [], 2016).statistics).toEqual(expected(form2014));
  });

  it("keeps the wholes and reasons that have no key for the sums", () => {
    const { reading } = readLegacy(layouts["a ruled grid"]!(form2014), [], 2016);
    expect(reading.details.get("completed")?.map((figure) => figure.value)).toEqual([62]);
    expect(reading.details.get("deniedReason")?.map((figure) => figure.value)).toEqual([1, 2, 1, 0, 1, 1]);
    expect(reading.tableKeys.has("applications")).toBe(true);
  });

  it("leaves a blank a blank and a placeholder too", () => {
    const rows = form2014.map((row): Row => (row[3] === "complaints" ? ["六、举报投诉数量", "件", "/"] : row));
    const changed = rows.map((row): Row => (row[3] === "applicationsByFax" ? [row[0], row[1], ""] : row));
    const { statistics, figures } = readLegacy([toTableBlock(grid(changed))], [], 2016);
    expect(statistics.complaints).toBeNull();
    expect(statistics.applicationsByFax).toBeNull();
    expect(figures.get("legacy.complaints")?.state).toBe("placeholder");
    expect(figures.get("legacy.applicationsByFax")?.state).toBe("blank");
  });

  it("prefers the table's figure to the prose's", () => {
    const prose = toParagraphs(
      "全年共收到政府信息公开申请99件，其中通过传真申请7件。当事人访问政府信息公开咨询55人次。",
    );
    const { statistics } = readLegacy(layouts["a ruled grid"]!(form2014), prose, 2016);
    expect(statistics).toMatchObject({ applications: 64, applicationsByFax: 0, inquiries: 55 });
  });
});

describe("readLegacy on the table of 2013", () => {
  it.each(Object.entries(layouts))("%s", (_name, layout) => {
    expect(readLegacy(layout(form2013), [], 2013).statistics).toEqual(expected(form2013));
  });
});

const coded: [code: string, label: string, unit: string, now: string, total: string, key?: string][] = [
  ["01", "主动公开信息数", "条", "210", "830", "activeDisclosure"],
  ["02", "其中：全文电子化的主动公开信息数", "条", "205", "800"],
  ["10", "申请总数", "条", "6", "21", "applications"],
  ["11", "当面申请数", "条", "1", "4", "applicationsInPerson"],
  ["12", "传真申请数", "条", "0", "1", "applicationsByFax"],
  ["13", "电子邮件申请数", "条", "1", "3", "applicationsOnline"],
  ["14", "网上申请数", "条", "3", "9", "applicationsOnline"],
  ["15", "信函申请数", "条", "1", "4", "applicationsByLetter"],
  ["16", "其他形式申请数", "条", "0", "0", "applicationsOtherChannel"],
  ["17", "对申请的答复总数", "条", "6", "20", "replies"],
  ["18", "同意公开答复数", "条", "3", "11", "repliesGranted"],
  ["19", "同意部分公开答复数", "条", "1", "2", "repliesPartiallyGranted"],
  ["20", "否决公开答复总数", "条", "2", "7", "repliesDenied"],
  ["21", "“非《条例》所指政府信息”数", "条", "0", "1"],
  ["22", "“信息不存在”数", "条", "1", "2", "repliesNonexistent"],
  ["23", "“非本部门掌握”数", "条", "1", "1", "repliesNotHeld"],
  ["24", "“申请内容不明确”数", "条", "0", "1", "repliesUnclearOrRedirected"],
  ["25", "“免予公开范围1”数", "条", "0", "2"],
  ["31", "“其他原因”数", "条", "0", "0", "repliesOther"],
  ["32", "行政复议数", "件", "0", "1", "reconsiderations"],
  ["33", "行政诉讼数", "件", "0", "0", "litigations"],
  ["34", "行政申诉数", "件", "0", "0"],
];

describe("readLegacy on a coded table", () => {
  const want: Record<string, number> = {};
  for (const [, , , , total, key] of coded) if (key) want[key] = (want[key] ?? 0) + Number(total);
  const head = ["指标名称", "代码", "计量单位", "本期实际", "本年累计"];
  const rows = coded.map(([code, label, unit, now, total]) => [label, code, unit, now, total]);

  it.each([
    ["ruled", [toTableBlock([head, ...rows])]],
    [
      "between bars",
      [
        toTableBlock(
          [head, ...rows].flat().map((cell) => [cell]),
          "delimited",
        ),
      ],
    ],
    ["one row a line", toTextBlocks([head, ...rows].map((row) => row.join(" ")).join("\n"))],
    [
      "codes first",
      [
        toTableBlock([
          ["代码", "指标名称", "单位", "本期实际", "本年累计"],
          ...rows.map(([a, b, ...rest]) => [b!, a!, ...rest]),
        ]),
      ],
    ],
  ] as [string, Block[]][])("takes the year's total: %s", (_name, blocks) => {
    expect(readLegacy(blocks, [], 2010).statistics).toEqual(want);
  });
});

describe("readLegacy on other tables", () => {
  it.each([
    [
      "a budget",
      [
        ["项目", "单位", "金额"],
        ["会议费", "万元", "3"],
        ["培训费", "万元", "2"],
        ["公务接待费用", "万元", "1"],
      ],
    ],
    [
      "a ranking",
      [
        ["部门", "信息数"],
        ["教育局", "120"],
        ["财政局", "80"],
        ["民政局", "66"],
      ],
    ],
    [
      "a list of sites",
      [
        ["名称", "网址"],
        ["云岭县政府网站", "a"],
        ["云岭县公报", "b"],
      ],
    ],
  ])("%s gives nothing", (_name, rows) => {
    expect(readLegacy([toTableBlock(rows)], [], 2012).statistics).toEqual({});
  });
});
