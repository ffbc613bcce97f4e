import { describe, expect, it } from "vitest";
import { readLegacy } from "../../../lib/report/legacy/read-legacy.ts";
import type { Report } from "../../../lib/report/report.ts";
import { legacySum } from "../../../lib/rules/legacy/sum.ts";
import { toParagraphs, toTableBlock } from "../../report/legacy/to-blocks.ts";

function check(rows: readonly string[][], prose = "") {
  const { statistics, figures, reading } = readLegacy(
    rows.length > 0 ? [toTableBlock(rows)] : [],
    toParagraphs(prose),
    2013,
  );
  const report = {
    template: "legacy",
    statistics: { legacy: statistics },
    figures,
    legacy: reading,
  } as Partial<Report> as Report;
  return [...legacySum.check(report)].map(({ cells, expected, actual }) => ({
    cells: cells!.map((cell) => cell.replace("legacy.", "")),
    expected,
    actual,
  }));
}

const table: Record<string, string> = {
  "二、依申请公开数量": "20",
  "1.当面申请数": "4",
  "2.传真申请数": "1",
  "3.网络申请数": "10",
  "4.信函申请数": "3",
  "5.其他方式申请数": "2",
  "（二）依申请受理数": "20",
  "1.未延期办结数": "18",
  "2.延期办结数": "2",
  "（三）依申请答复数": "20",
  "1.同意公开答复数": "9",
  "2.同意部分公开答复数": "2",
  "3.不同意公开答复数": "3",
  "其中：涉及国家秘密": "1",
  涉及商业秘密: "2",
  "4.不属于本行政机关公开或申请信息不存在": "4",
  "5.申请内容不明确或转其他途径办理": "1",
  "6.其他原因": "1",
  "三、行政复议数量": "5",
  "（一）维持具体行政行为数": "3",
  "（二）确认具体行政行为违法数": "0",
  "（三）其他纠错数": "1",
};
const withChanges = (changes: Record<string, string> = {}) =>
  Object.entries({ ...table, ...changes }).map(([label, value]) => [label, "件", value]);

const channels = [
  "applications",
  "applicationsInPerson",
  "applicationsByFax",
  "applicationsOnline",
  "applicationsByLetter",
  "applicationsOtherChannel",
];
const replies = [
  "replies",
  "repliesGranted",
  "repliesPartiallyGranted",
  "repliesDenied",
  "repliesNotHeldOrNonexistent",
  "repliesUnclearOrRedirected",
  "repliesOther",
];

describe("legacy/sum", () => {
  it.each([
    ["a sound table", {}],
    ["outcomes fewer than filed: one is pending", { "（三）其他纠错数": "0" }],
    ["a blank part that mends it", { "2.传真申请数": "", "1.当面申请数": "3" }],
    ["a reason left out of an open list", { 涉及商业秘密: "1" }],
  ])("holds: %s", (_name, changes) => {
    expect(check(withChanges(changes))).toEqual([]);
  });

  it.each([
    ["a channel too many", { "1.当面申请数": "5" }, { cells: channels, expected: 20, actual: 21 }],
    ["a channel too few", { "3.网络申请数": "9" }, { cells: channels, expected: 20, actual: 19 }],
    [
      "a blank that cannot mend it",
      { "2.传真申请数": "", "1.当面申请数": "9" },
      { cells: channels.filter((key) => key !== "applicationsByFax"), expected: 20, actual: 24 },
    ],
    [
      "completion",
      { "2.延期办结数": "3" },
      { cells: ["completedOnTime", "completedExtended"], expected: 20, actual: 21 },
    ],
    ["replies", { "（三）依申请答复数": "21" }, { cells: replies, expected: 21, actual: 20 }],
    [
      "a gross error in the replies",
      { "4.不属于本行政机关公开或申请信息不存在": "40" },
      { cells: replies, expected: 20, actual: 56 },
    ],
    [
      "more outcomes than filed",
      { "（一）维持具体行政行为数": "6" },
      {
        cells: ["reconsiderations", "reconsiderationsUpheld", "reconsiderationsIllegal", "reconsiderationsCorrected"],
        expected: 5,
        actual: 7,
      },
    ],
    ["more reasons than denials", { 涉及商业秘密: "3" }, { cells: ["repliesDenied"], expected: 3, actual: 4 }],
  ])("is broken: %s", (_name, changes, finding) => {
    expect(check(withChanges(changes))).toEqual([finding]);
  });

  it("counts 同意公开或部分公开 of the prose not again", () => {
    const prose = "三、依申请公开\n共答复申请20件，其中答复同意公开或部分公开的11件。";
    expect(check(withChanges(), prose)).toEqual([]);
  });

  it("takes what a coded table lists below 否决 for parts of it", () => {
    const coded = (granted: string) => [
      ["申请总数", "条", "9"],
      ["答复总数", "条", "9"],
      ["同意公开答复数", "条", granted],
      ["同意部分公开答复数", "条", "1"],
      ["否决公开答复总数", "条", "4"],
      ["非《条例》所指政府信息数", "条", "1"],
      ["信息不存在数", "条", "2"],
      ["申请内容不明确数", "条", "0"],
      ["免予公开范围1数", "条", "1"],
      ["其他原因数", "条", "0"],
    ];
    expect(check(coded("4"))).toEqual([]);
    expect(check(coded("5"))).toEqual([
      { cells: ["replies", "repliesGranted", "repliesPartiallyGranted", "repliesDenied"], expected: 9, actual: 10 },
    ]);
  });

  it("on prose alone: concluded cases, and channels when all are told", () => {
    const text = (
      upheld: number,
      online: number,
    ) => `全年受理政府信息公开申请30件，其中当面申请4件，传真申请1件，网络申请${online}件，信函申请5件。
五、行政诉讼
行政诉讼案件7件，已审结6件，其中维持具体行政行为${upheld}件，被依法纠错1件，其他情形1件。`;
    expect(check([], text(4, 20))).toEqual([]);
    expect(check([], text(4, 19))).toMatchObject([{ expected: 30, actual: 29 }]);
    expect(check([], text(3, 20))).toMatchObject([{ expected: 6, actual: 5 }]);
    expect(check([], "全年受理政府信息公开申请30件，其中当面申请4件，网络申请20件。")).toEqual([]);
  });
});
