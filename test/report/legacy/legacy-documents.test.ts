import { describe, expect, it } from "vitest";
import { assess } from "../../../lib/assess.ts";
import { readDocument } from "../../../lib/document/read-document.ts";
import { expected, form2013, form2014, type Row } from "./legacy-forms.ts";

const prose = (year: number) => `云岭县人民政府${year}年政府信息公开工作年度报告
本报告根据《中华人民共和国政府信息公开条例》编制，由概述、主动公开、依申请公开等部分组成。
一、概述
${year}年，云岭县按照上级部署推进政府信息公开，健全制度，充实力量，更新栏目，群众查阅更加方便，各部门各乡镇都明确了分管领导和经办人员，并且开展了培训。
二、主动公开政府信息情况
全县各单位都在网站上更新了目录。
三、存在的主要问题和改进措施
一是目录更新不够及时；二是人员变动频繁。${year + 1}年，我县将组织培训100人次。
附件：政府信息公开情况统计表
`;
const cells = (rows: readonly Row[]) => [
  ["统计指标", "单位", "统计数"],
  ...rows.map(([label, unit, value]) => [label, unit, value]),
];
const escapeHtml = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

const carriers: Record<string, (rows: string[][], text: string) => string> = {
  "bars.txt": (rows, text) => text + rows.map((row) => `${row.join(" | ")} |`).join("\n"),
  "bar-a-cell.txt": (rows, text) =>
    text +
    rows
      .flat()
      .map((cell) => `${cell} |`)
      .join("\n"),
  "tabs.txt": (rows, text) => text + rows.map((row) => row.join("\t")).join("\n"),
  "cell-a-line.txt": (rows, text) =>
    text +
    rows
      .flat()
      .filter((cell) => cell !== "")
      .join("\n"),
  "spaces.txt": (rows, text) => text + rows.map((row) => row.join("  ")).join("\n"),
  "padded.txt": (rows, text) =>
    text +
    rows.map(([label, unit, value]) => label!.padEnd(60, "　") + unit!.padEnd(6) + value!.padStart(8)).join("\n"),
  "page.html": (rows, text) =>
    `<meta charset="utf-8">${text
      .split("\n")
      .map((line) => `<p>${escapeHtml(line)}</p>`)
      .join(
        "",
      )}<table>${rows.map((row) => `<tr>${row.map((cell) => `<td><p>${escapeHtml(cell)}</p></td>`).join("")}</tr>`).join("")}</table>`,
};

describe.each([
  [2016, form2014],
  [2013, form2013],
])("a report on %i through the whole of gouji", (year, form) => {
  it.each(Object.entries(carriers))("%s", async (name, write) => {
    const read = await readDocument(Buffer.from(write(cells(form), prose(year))), name);
    if (read.status !== "read") throw new Error(read.rejection.code);
    const { reports } = assess(read.document);
    expect(reports.map(({ report }) => [report.agency, report.year, report.template])).toEqual([
      ["云岭县人民政府", year, "legacy"],
    ]);
    expect(reports[0]!.report.statistics).toEqual({ legacy: expected(form) });
    expect(reports[0]!.findings).toEqual([]);
  });
});
