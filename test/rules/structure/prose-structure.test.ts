import { describe, expect, test } from "vitest";
import { processingFee } from "../../../lib/rules/disclosure/processing-fee.ts";
import { agencyConflict, areDifferentBodies } from "../../../lib/rules/structure/agency-conflict.ts";
import { period } from "../../../lib/rules/structure/period.ts";
import { sectionEmpty } from "../../../lib/rules/structure/section-empty.ts";
import { templateText } from "../../../lib/rules/structure/template-text.ts";
import { yearConflict } from "../../../lib/rules/structure/year-conflict.ts";
import { lacksRulePower, regulationWithoutPower } from "../../../lib/rules/value/regulation-without-power.ts";
import type { Rule } from "../../../lib/validator/finding.ts";
import { buildReport, type ReportSketch } from "../../support/report-builder.ts";

const check = (rule: Rule, sketch: ReportSketch) => [...rule.check(buildReport(sketch))];

describe("structure/year-conflict", () => {
  const silent: [string, ReportSketch][] = [
    ["plan of the next year", { prose: ["2023年,我局将主动公开信息500条。"] }],
    ["last year's base", { prose: ["2022年收到申请12件,比2021年的10件增加2件。", "2021年收到10件,2022年收到12件。"] }],
    [
      "a document of another year",
      { prose: ["根据2021年政务公开工作要点,公开信息12条。", "印发《2021年培训方案》2份。"] },
    ],
    ["a plan of many years", { prose: ["发布《行动方案(2020-2025年)》等文件53件。"] }],
    ["a report of another year", { prose: ["举办2021年政府信息公开年度报告培训班2期。"] }],
    ["since another year", { prose: ["2020年以来,累计公开信息800条。", "截至2021年底,公开目录12项。"] }],
    [
      "praise for last year in the first sentence",
      {
        prose: ["2021年,在评估中我局被评为优秀单位。2022年,公开信息12条。"],
        yearNames: [
          ["title", "2022"],
          ["subject", "2021"],
        ],
      },
    ],
    ["part five", { prose: [[5, "2021年公开信息300条。"]] }],
    [
      "the year itself",
      {
        prose: ["2022年,我局共收到申请12件。"],
        yearNames: [
          ["title", "2022"],
          ["period", "2022"],
        ],
      },
    ],
  ];
  test.each(silent)("silent: %s", (_name, sketch) => expect(check(yearConflict, sketch)).toEqual([]));
  const found: [string, ReportSketch][] = [
    ["text of last year's report", { prose: ["2021年,我局共收到政府信息公开申请12件。"] }],
    ["with a subject", { prose: ["(二)2021年度,县教育局主动公开政府信息300条。"] }],
    [
      "period",
      {
        yearNames: [
          ["title", "2022"],
          ["period", "2021"],
        ],
      },
    ],
  ];
  test.each(found)("found: %s", (_name, sketch) => expect(check(yearConflict, sketch)).toHaveLength(1));
});

describe("structure/period", () => {
  const sketch = (from: string | null, to: string | null, text = "统计期限"): ReportSketch => ({
    period: { from, to, evidence: { text, location: { line: 3 } } },
  });
  test.each([
    ["2022-01-01", "2022-12-31", 0],
    ["2022-01-01", "2022-12-30", 1],
    ["2022-02-01", "2022-12-31", 1],
    ["2021-01-01", "2022-12-31", 1],
    ["2021-01-01", "2021-12-31", 0],
    [null, "2022-12-31", 0],
    [null, null, 0],
  ] as const)("%s – %s: %d", (from, to, count) => {
    expect(check(period, sketch(from, to))).toHaveLength(count);
  });
  test("a body founded in the year", () => {
    expect(check(period, sketch("2022-03-18", "2022-12-31", "统计期限自2022年3月18日成立之日起至12月31日"))).toEqual(
      [],
    );
  });
});

describe("structure/section-empty", () => {
  const text = "一年来县教育局认真贯彻落实政府信息公开条例,持续做好主动公开和依申请公开各项工作。";
  test("silent on text, on part six, on a missing heading", () => {
    expect(
      check(sectionEmpty, {
        sections: [1, 5, 6],
        prose: [
          [1, text],
          [5, text],
          [6, "无。"],
        ],
      }),
    ).toEqual([]);
    expect(check(sectionEmpty, { sections: [], prose: [] })).toEqual([]);
  });
  test("finds 无 and nothing", () => {
    expect(
      check(sectionEmpty, {
        sections: [1, 5],
        prose: [
          [1, text],
          [5, "无。"],
        ],
      }),
    ).toHaveLength(1);
    expect(check(sectionEmpty, { sections: [1, 5], prose: [] })).toHaveLength(2);
  });
});

describe("structure/template-text", () => {
  test.each([
    "该部分以表格形式报告。表格如下：",
    "2022年，XX县教育局公开信息",
    "共收到申请××件",
    "（请填写本单位名称）",
    "全年公开____条",
  ])("finds %s", (text) => expect(check(templateText, { prose: [text] })).toHaveLength(1));
  test.each(["开展“一件事”改革", "使用XML格式报送", "公开5条×3期", "表格如下", "(以下简称《条例》)"])(
    "leaves %s alone",
    (text) => expect(check(templateText, { prose: [text] })).toEqual([]),
  );
});

describe("structure/agency-conflict", () => {
  test.each([
    ["云岭县教育局", "云岭县卫生健康局", true],
    ["云岭县教育局", "青石县教育局", true],
    ["清溪镇人民政府", "望江镇人民政府", true],
    ["云岭县人民政府", "云岭县人民政府办公室", false],
    ["云岭县人民政府", "云岭县政务服务中心", false],
    ["云岭市退役军人事务局", "市退役军人局", false],
    ["云川省云岭市城市管理局", "云岭市城市管理局", false],
    ["云岭县教育局", "云岭县人民政府办公室", false],
    ["云岭县住房和城乡建设局", "县住建局", false],
    ["云岭县教育局", "云岭县教育局办公室", false],
    ["总河管理区", "云岭市总河管理区党政办公室", false],
    ["国家税务总局云岭县税务局", "云岭县税务局", false],
    ["云岭县发展和改革局", "县发改委", false],
    ["国家税务总局云岭市税务局", "云岭市税务局政务公开工作领导小组办公室", false],
    ["云岭市公安局高新技术产业开发区分局", "高新区公安分局", false],
  ])("%s and %s: %s", (one, other, different) => {
    expect(areDifferentBodies(one, other)).toBe(different);
    const drafts = check(agencyConflict, {
      agencyNames: [
        ["title", one],
        ["contact", other],
      ],
    });
    expect(drafts).toHaveLength(different ? 1 : 0);
  });
});

describe("disclosure/processing-fee", () => {
  const cases: [prose: string, amount: number | null, found: [number, number] | null][] = [
    ["2022年实际收取信息处理费共计400元。", 0, [0.04, 0]],
    ["2022年实际收取信息处理费共计400元。", 0.04, null],
    ["2022年实际收取信息处理费共计400元。", 35.2, null],
    ["2022年实际收取信息处理费共计400元。", null, null],
    ["本年未收取信息处理费。", 0, null],
    ["发出信息处理费收费通知3件，总金额900元，实际收取600元。", 0, [0.06, 0]],
    ["发出信息处理费收费通知3件，总金额900元，均未缴纳。", 0, null],
    ["收取信息处理费1.2万元。", 1, null],
    ["收取信息处理费2.6万元。", 1, [2.6, 1]],
    ["全县各单位收取信息处理费5000元。", 0, null],
  ];
  test.each(cases)("%s of %s", (prose, amount, found) => {
    const drafts = check(processingFee, { cells: { "disclosure.fees.amount": amount }, prose: [[6, prose]] });
    expect(drafts.map((draft) => [draft.expected, draft.actual])).toEqual(found ? [found] : []);
  });
});

describe("value/regulation-without-power", () => {
  test.each([
    ["清溪镇人民政府", true],
    ["望江街道办事处", true],
    ["云岭县人民政府", true],
    ["云岭县人民政府办公室", true],
    ["云岭市城南区人民政府", true],
    ["云岭县教育局", true],
    ["云岭市卫生健康委员会", true],
    ["云川省生态环境厅", true],
    ["国家税务总局云岭县税务局", true],
    ["云岭县经济开发区", true],
    ["云岭市高新区管理委员会", true],
    ["云岭市人民政府", false],
    ["云岭市人民政府办公室", false],
    ["云川省人民政府办公厅", false],
    ["云川自治区人民政府", false],
    ["云岭自治州人民政府", false],
    ["财政部", false],
    ["国家医疗保障局", false],
    ["海关总署", false],
  ])("%s: %s", (agency, lacks) => {
    expect(lacksRulePower(agency)).toBe(lacks);
    const drafts = check(regulationWithoutPower, { agency, cells: { "disclosure.regulations.issued": 2 } });
    expect(drafts).toHaveLength(lacks ? 1 : 0);
  });
  test("none reported, or left blank", () => {
    expect(
      check(regulationWithoutPower, {
        cells: { "disclosure.regulations.issued": 0, "disclosure.regulations.inForce": null },
      }),
    ).toEqual([]);
  });
});
