import { expect, test } from "vitest";
import { readDocument } from "../../../lib/document/read-document.ts";
import { parseReports } from "../../../lib/report/parse-reports.ts";

async function readReport(lines: readonly string[]) {
  const result = await readDocument(Buffer.from(lines.join("\n")), "copy.txt");
  if (result.status !== "read") throw new Error(result.rejection.code);
  return parseReports(result.document)[0]!;
}

/** A row as a browser copies cells that hold paragraphs; rows are parted by more blank lines. */
const copyRows = (rows: readonly (readonly string[])[]): string[] =>
  rows
    .map((row) => row.map((cell) => cell || "　").join("\n\n\t\n\n"))
    .join("\n\n\n\n\n")
    .split("\n");

const applicants = ["商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"];

test("cells that hold paragraphs: blank cells stay blank, and what follows a table is no cell of it", async () => {
  const report = await readReport([
    "首页",
    "规章\t41",
    "索引号\t000014349/2024-00012\t发布机构\t信息中心",
    "关于2022年度政府信息公开情况的报告",
    "本报告由云岭县林业局编制。",
    "一、总体情况",
    "二、主动公开政府信息情况",
    ...copyRows([
      ["第二十条第（一）项"],
      ["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"],
      ["规章", "0", "", "3"],
      ["行政规范性文件", "4", "5", ""],
    ]),
    "",
    "三、收到和处理政府信息公开申请情况",
    "",
    ...copyRows([
      ["申请人情况"],
      ["自然人", "法人或其他组织", "总计"],
      applicants,
      ["一、本年新收政府信息公开申请数量", "7", "", "1", "", "", "2", "10"],
      ["四、结转下年度继续办理", "1", "0", "0", "0", "0", "0", "1"],
    ]),
    "",
    "五、存在的主要问题及改进情况",
  ]);
  expect(report).toMatchObject({ agency: "云岭县林业局", year: 2022 });
  expect(report.sections.map(({ part }) => part)).toEqual([1, 2, 3, 5]);
  expect(report.statistics.disclosure).toMatchObject({
    regulations: { issued: 0, repealed: null, inForce: 3 },
    normativeDocuments: { issued: 4, repealed: 5, inForce: null },
  });
  expect(report.statistics.applications).toMatchObject({
    newlyReceived: { naturalPerson: 7, commercialEnterprise: null, researchInstitution: 1, total: 10 },
    carriedForward: { naturalPerson: 1, total: 1 },
  });
});

const brokenRows = (first: readonly string[], second: readonly string[]) => [
  "云岭县林业局2020年政府信息公开工作年度报告",
  "一、总体情况",
  "二、主动公开政府信息情况",
  "第二十条第（五）项",
  ...["信息", "内容\t上一", "年项目数量\t本年", "增减\t处理", "决定数量"],
  ...["行政", "许可\t1\t2\t3", "其他", "对外管理服务事项\t4\t5\t6", "第二十条", "第（六）项\t"],
  ...["信息", "内容\t上一", "年项目数量\t本年", "增减\t处理", "决定数量"],
  ...["行政", ...first],
  ...["行政", ...second],
  "三、收到和处理政府信息公开申请情况",
];

test("labels and numbers that are broken over lines between tabs are whole again", async () => {
  const { statistics } = await readReport(brokenRows(["处罚\t12", "0件\t减少", "15\t220"], ["强制\t\t3\t1,5", "00"]));
  expect(statistics.disclosure).toMatchObject({
    penalties: { previousItems: 120, change: -15, decisions: 220 },
    coercion: { previousItems: null, change: 3, decisions: 1500 },
  });
});

test("digits below a row may be its number's or the page's: the cell is told, never read as either", async () => {
  const { statistics } = await readReport(brokenRows(["处罚\t1\t2\t3", "4"], ["强制\t5\t6\t7"]));
  expect(statistics.disclosure).toMatchObject({
    penalties: { previousItems: 1, change: 2, decisions: null },
    coercion: { previousItems: 5, change: 6, decisions: 7 },
  });
});

test("a header whose rows end with a blank cell tells at which side a row's blank cell of no column stands", async () => {
  const block = ["第二十条第（九）项", "信息", "内容\t采购", "项目数量\t采购", "总金额\t", "政府"];
  const head = ["云岭县林业局2020年政府信息公开工作年度报告", "一、总体情况", "二、主动公开政府信息情况"];
  const rest = ["三、收到和处理政府信息公开申请情况"];
  const { statistics } = await readReport([...head, ...block, "集中采购\t\t0.93\t", ...rest]);
  expect(statistics.disclosure?.procurement).toEqual({ items: null, amount: 0.93 });
});

test("a broken label with its only figure is a row", async () => {
  const head = ["云岭县林业局2023年政府信息公开工作年度报告", "一、总体情况", "二、主动公开政府信息情况"];
  const block = (mark: string) => [`第二十条第（${mark}）项`, "信息", " 内容\t本年处 理决定数量"];
  const five = [...block("五"), "行政", "许可\t249"];
  const six = [...block("六"), "行政", "处罚\t4", "行政", "强制\t0"];
  const eight = ["第二十条第（八）项", "信息", " 内容\t本年", "收 费金额", "行政", "事业性收费 \t0"];
  const { statistics } = await readReport([...head, ...five, ...six, ...eight, "三、收到和处理政府信息公开申请情况"]);
  expect(statistics.disclosure).toMatchObject({ licensing: { decisions: 249 }, penalties: { decisions: 4 } });
});

test("placeholders in traditional characters are figures as well: a heading right below is no paragraph of their cell", async () => {
  const { statistics } = await readReport([
    "雲嶺縣林業局2023年政府信息公開工作年度報告",
    "（一）總體情況",
    "（二）主動公開政府信息情況",
    ...copyRows([["第二十條第（八）項"], ["信息內容", "本年收費金額"], ["行政事業性收費", "不適用"]]),
    "",
    "（三）收到和處理政府信息公開申請情況",
    "",
    ...copyRows([["申請人情況"], ["自然人", "法人或其他組織", "總計"], applicants]),
  ]);
  expect(statistics.disclosure?.fees).toEqual({ amount: null });
});

test("a number below a figure in its cell, a page's perhaps, makes it unreadable", async () => {
  const { statistics } = await readReport([
    "云岭县林业局2023年政府信息公开工作年度报告",
    "一、总体情况",
    "二、主动公开政府信息情况",
    ...copyRows([
      ["第二十条第（一）项"],
      ["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"],
      ["规章", "5\n\n3", "1", "4"],
    ]),
    "",
    "三、收到和处理政府信息公开申请情况",
  ]);
  expect(statistics.disclosure?.regulations).toEqual({ issued: null, repealed: 1, inForce: 4 });
});
