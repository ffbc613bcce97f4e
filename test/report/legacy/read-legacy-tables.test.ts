import { describe, expect, it } from "vitest";
import type { Block } from "../../../lib/document/document.ts";
import { readLegacy } from "../../../lib/report/legacy/read-legacy.ts";
import { toParagraphs, toTableBlock, toTextBlocks } from "./to-blocks.ts";

type Row = [label: string, unit: string, value: string, key?: string | null];

const form2014: Row[] = [
  ["一、主动公开情况", "—", ""],
  ["（一）主动公开政府信息数（不同渠道和方式公开相同信息计1条）", "条", "6420", "activeDisclosure"],
  ["其中：主动公开规范性文件数", "条", "31"],
  ["制发规范性文件总数", "件", "31"],
  ["（二）通过不同渠道和方式公开政府信息的情况", "—", ""],
  ["1.政府公报公开政府信息数", "条", "88", "gazetteDocuments"],
  ["2.政府网站公开政府信息数", "条", "5,210", "websiteDisclosures"],
  ["3.政务微博公开政府信息数", "条", "702"],
  ["4.政务微信公开政府信息数", "条", "941"],
  ["5.其他方式公开政府信息数", "条", "16"],
  ["二、回应解读情况", "—", ""],
  ["（一）回应公众关注热点或重大舆情数（不同方式回应同一热点或舆情计1次）", "次", "19"],
  ["（二）通过不同渠道和方式回应解读的情况", "—", ""],
  ["1.参加或举办新闻发布会总次数", "次", "9", "pressConferences"],
  ["其中：主要负责同志参加新闻发布会次数", "次", "2"],
  ["2.政府网站在线访谈次数", "次", "4"],
  ["3.政策解读稿件发布数", "篇", "37"],
  ["4.微博微信回应事件数", "次", "12"],
  ["5.其他方式回应事件数", "次", "1"],
  ["三、依申请公开情况", "—", ""],
  ["（一）收到申请数", "件", "64", "applications"],
  ["1.当面申请数", "件", "11", "applicationsInPerson"],
  ["2.传真申请数", "件", "0", "applicationsByFax"],
  ["3.网络申请数", "件", "40", "applicationsOnline"],
  ["4.信函申请数", "件", "13", "applicationsByLetter"],
  ["（二）申请办结数", "件", "62"],
  ["1.按时办结数", "件", "59", "completedOnTime"],
  ["2.延期办结数", "件", "3", "completedExtended"],
  ["（三）申请答复数", "件", "62", "replies"],
  ["1.属于已主动公开范围数", "件", "14", "repliesAlreadyPublic"],
  ["2.同意公开答复数", "件", "21", "repliesGranted"],
  ["3.同意部分公开答复数", "件", "5", "repliesPartiallyGranted"],
  ["4.不同意公开答复数", "件", "6", "repliesDenied"],
  ["其中：涉及国家秘密", "件", "1"],
  ["涉及商业秘密", "件", "2"],
  ["涉及个人隐私", "件", "1"],
  ["危及国家安全、公共安全、经济安全和社会稳定", "件", "0"],
  ["不是《条例》所指政府信息", "件", "1"],
  ["法律法规规定的其他情形", "件", "1"],
  ["5.不属于本行政机关公开数", "件", "4", "repliesNotHeld"],
  ["6.申请信息不存在数", "件", "5", "repliesNonexistent"],
  ["7.告知作出更改补充数", "件", "3", "repliesUnclearOrRedirected"],
  ["8.告知通过其他途径办理数", "件", "4", "repliesUnclearOrRedirected"],
  ["四、行政复议数量", "件", "3", "reconsiderations"],
  ["（一）维持具体行政行为数", "件", "1", "reconsiderationsUpheld"],
  ["（二）被依法纠错数", "件", "1", "reconsiderationsCorrected"],
  ["（三）其他情形数", "件", "1", "reconsiderationsOther"],
  ["五、行政诉讼数量", "件", "2", "litigations"],
  ["（一）维持具体行政行为或者驳回原告诉讼请求数", "件", "1", "litigationsUpheld"],
  ["（二）被依法纠错数", "件", "0", "litigationsCorrected"],
  ["（三）其他情形数", "件", "1", "litigationsOther"],
  ["六、举报投诉数量", "件", "8", "complaints"],
  ["七、依申请公开信息收取的费用", "万元", "0.36", "fees"],
  ["八、机构建设和保障经费情况", "—", ""],
  ["（一）政府信息公开工作专门机构数", "个", "12"],
  ["（四）政府信息公开专项经费（不包括用于政府公报编辑管理及政府网站建设维护等方面的经费）", "万元", "26"],
  ["九、政府信息公开会议和培训情况", "—", ""],
  ["（一）召开政府信息公开工作会议或专题会议数", "次", "6"],
  ["（三）接受培训人员数", "人次", "310"],
];

function expected(rows: readonly Row[]): Record<string, number> {
  const figures: Record<string, number> = {};
  for (const [, , value, key] of rows) if (key) figures[key] = (figures[key] ?? 0) + Number(value.replace(",", ""));
  return figures;
}

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

const form2013: Row[] = [
  ["一、主动公开数量", "条", "2310", "activeDisclosure"],
  ["（一）政府公报刊发公文数", "件", "40", "gazetteDocuments"],
  ["（二）通过政府网站公开数", "条", "2266", "websiteDisclosures"],
  ["（三）召开新闻发布会次数", "次", "4", "pressConferences"],
  ["二、依申请公开数量", "件", "15", "applications"],
  ["（一）依申请方式", "", ""],
  ["1.当面申请数", "件", "3", "applicationsInPerson"],
  ["2.传真申请数", "件", "1", "applicationsByFax"],
  ["3.网络申请数", "件", "9", "applicationsOnline"],
  ["4.信函申请数", "件", "2", "applicationsByLetter"],
  ["5.其他方式申请数", "件", "0", "applicationsOtherChannel"],
  ["（二）依申请受理数", "件", "15"],
  ["1.未延期办结数", "件", "14", "completedOnTime"],
  ["2.延期办结数", "件", "1", "completedExtended"],
  ["（三）依申请答复数", "件", "15", "replies"],
  ["1.同意公开答复数", "件", "8", "repliesGranted"],
  ["2.同意部分公开答复数", "件", "1", "repliesPartiallyGranted"],
  ["3.不同意公开答复数", "件", "1", "repliesDenied"],
  ["其中：涉及国家秘密", "件", "0"],
  ["涉及商业秘密", "件", "1"],
  ["4.不属于本行政机关公开或申请信息不存在", "件", "3", "repliesNotHeldOrNonexistent"],
  ["5.申请内容不明确或转其他途径办理", "件", "1", "repliesUnclearOrRedirected"],
  ["6.其他原因", "件", "1", "repliesOther"],
  ["三、行政复议数量", "件", "2", "reconsiderations"],
  ["（一）维持具体行政行为数", "件", "1", "reconsiderationsUpheld"],
  ["（二）确认具体行政行为违法数", "件", "1", "reconsiderationsIllegal"],
  ["（三）其他纠错数", "件", "0", "reconsiderationsCorrected"],
  ["四、行政诉讼数量", "件", "0", "litigations"],
  ["（一）维持具体行政行为数", "件", "0", "litigationsUpheld"],
  ["（二）确认具体行政行为违法数", "件", "0", "litigationsIllegal"],
  ["（三）其他纠错数", "件", "0", "litigationsCorrected"],
  ["五、举报数量", "件", "2", "complaints"],
  ["六、访问咨询数量", "人次", "5120", "inquiries"],
  ["七、依申请公开收费情况", "万元", "0", "fees"],
];

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
