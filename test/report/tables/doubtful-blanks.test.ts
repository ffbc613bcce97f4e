import { expect, test } from "vitest";
import { readDocument } from "../../../lib/document/read-document.ts";
import { applicantColumns } from "../../../lib/forms/applications.ts";
import { parseReports } from "../../../lib/report/parse-reports.ts";
import type { TableReading } from "../../../lib/report/report.ts";
import { dropSpacers } from "../../../lib/report/tables/align-values.ts";
import type { ScannedRow } from "../../../lib/report/tables/table-scan.ts";

/** The rows of part three that could not be read, in a report with these lines there. */
async function findUnreadable(lines: readonly string[]): Promise<TableReading["unreadableRows"]> {
  const head = ["云岭县水务局2023年政府信息公开工作年度报告", "一、总体情况", "三、收到和处理政府信息公开申请情况"];
  const result = await readDocument(Buffer.from([...head, ...lines, "五、存在的主要问题"].join("\n")), "copy.txt");
  if (result.status !== "read") throw new Error(result.rejection.code);
  return parseReports(result.document)[0]!.tables.applications!.unreadableRows;
}

const header = "申请人情况 | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计";
const newly = "一、本年新收政府信息公开申请数量";
const carried = "二、上年结转政府信息公开申请数量";

test("a row of blanks above figures without a label is told, not taken for blank", async () => {
  const lost = [
    header,
    `${newly} | | | | | | | `,
    " | 1 | 2 | 3 | 4 | 5 | 6 | 21",
    `${carried} | 0 | 0 | 0 | 0 | 0 | 0 | 0`,
  ];
  expect(await findUnreadable(lost)).toEqual(["newlyReceived"]);
  const blank = [header, `${newly} | | | | | | | `, `${carried} | 0 | 0 | 0 | 0 | 0 | 0 | 0`];
  expect(await findUnreadable(blank)).toEqual([]);
});

test("one cell a line: beside rows that cannot be read a label without figures need not be a row of blanks", async () => {
  const names = ["申请人情况", "自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"];
  const granted = "（一）予以公开";
  expect(await findUnreadable([...names, newly, carried, "1", "2", "3", granted, ..."0000000"])).toEqual(
    expect.arrayContaining(["newlyReceived", "carriedOver"]),
  );
  expect(await findUnreadable([...names, newly, carried, ..."0000000", granted, ..."0000000"])).toEqual([]);
});

test("a row of another form that could not be read breaks nothing", () => {
  const evidence = { text: "", location: { line: 1 } };
  const row = (values: ScannedRow["values"]): ScannedRow => ({
    key: "other",
    values,
    headers: [],
    label: "",
    evidence,
  });
  const values = applicantColumns.map(({ key }) => ({
    text: "0",
    location: { line: 1 },
    headers: [key, "total"],
    ruled: true,
  }));
  const rows = [row(null), row(values)];
  expect(dropSpacers(rows, applicantColumns, [0, applicantColumns.length])).toHaveLength(rows.length);
});
