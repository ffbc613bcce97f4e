import { expect, test } from "vitest";
import { readDocument } from "../../../lib/document/read-document.ts";
import { parseReports } from "../../../lib/report/parse-reports.ts";

/** The statistics that are read of a report with these lines as parts two and three. */
async function read(two: readonly string[], three: readonly string[] = [], four: readonly string[] = []) {
  const head = ["云岭县水务局2023年政府信息公开工作年度报告", "一、总体情况", "全年工作平稳有序。"];
  const lines = [
    ...head,
    "二、主动公开政府信息情况",
    ...two,
    "三、收到和处理政府信息公开申请情况",
    ...three,
    "四、政府信息公开行政复议、行政诉讼情况",
    ...four,
    "五、存在的主要问题及改进情况",
  ];
  const result = await readDocument(Buffer.from(lines.join("\n")), "copy.txt");
  if (result.status !== "read") throw new Error(result.rejection.code);
  return parseReports(result.document)[0]!.statistics;
}

const readFour = (four: readonly string[]) => read([], [], four);

const applicants = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"];
const newly = "一、本年新收政府信息公开申请数量";
const carried = "二、上年结转政府信息公开申请数量";
const header = ["申请人情况", ...applicants];
const block = ["第二十条第（一）项", "信息内容", "本年制发件数", "本年废止件数", "现行有效件数"];

test("cells in their order are read", async () => {
  const { disclosure, applications } = await read(
    [...block, "规章", "1", "2", "3", "行政规范性文件", "4", "5", "6"],
    [...header, newly, ..."1234560", carried, ..."0000011"],
  );
  expect(disclosure).toMatchObject({ regulations: { issued: 1, inForce: 3 }, normativeDocuments: { repealed: 5 } });
  expect(applications?.newlyReceived).toMatchObject({ naturalPerson: 1, otherOrganization: 6, total: 0 });
});

test("figures above their row's label are not the next row's", async () => {
  const { applications } = await read(block, [...header, ..."1234560", newly, ..."0000011", carried]);
  expect(Object.values(applications?.newlyReceived ?? {}).filter((value) => value !== null)).toEqual([]);
});

test("a row's label above the names of its columns and figures right below these: the table's cells are out of order", async () => {
  const [heading, content, ...columns] = block;
  const { disclosure } = await read([
    ...[heading!, content!, "规章", "", columns.join(" "), "7", "", "行政规范性文件", ""],
    ...["8", "9", "", "10", "第二十条第（五）项", "信息内容", "本年处理决定数量", "行政许可", "11"],
  ]);
  expect(disclosure?.normativeDocuments).toEqual({ issued: null, repealed: null, inForce: null });
  expect(disclosure?.licensing).toEqual({ decisions: null });
});

test("fewer names of columns above a row of part two than it has figures: the block's cells are out of order", async () => {
  const { disclosure } = await read([
    ...["信息内容", "第二十条第（一）项", "本年制发件数", "本年废止件数", "规章", "行政规范性文件", "17", "7", "59"],
    ...["第二十条第（五）项", "信息内容", "本年处理决定数量", "行政许可", "11"],
  ]);
  expect(disclosure?.normativeDocuments).toEqual({ issued: null, repealed: null, inForce: null });
  expect(disclosure?.licensing).toEqual({ decisions: 11 });
});

test("a row below one that follows it in the form: the table's cells are out of order", async () => {
  const granted = "（一）予以公开";
  const { applications } = await read(block, [...header, newly, ..."1234560", granted, ..."0000011", carried, ..."1"]);
  const figures = Object.values(applications ?? {}).flatMap((row) => Object.values(row));
  expect(figures.filter((value) => value !== null)).toEqual([]);
});

test("blank lines about a page's number are no blank cells", async () => {
  const { disclosure } = await read([
    ...["第二十条第（八）项", "", "信息内容", "", "上一年项目数量", "", "本年增/减", "", "行政事业性收费"],
    ...["", "5", "", "— 1 —", "", "第二十条第（九）项"],
  ]);
  expect(disclosure?.fees?.previousItems ?? null).toBeNull();
});

test("names of columns and figures on lines of their own are a row only where all columns are there", async () => {
  const names = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"];
  const four = names.slice(0, 4).flatMap((name, at) => [name, `${at}`]);
  const parted = ["复议后起诉", "总计", "6", ...names, ...names, ..."0000000000"];
  const { proceedings } = await readFour(["行政复议", "行政诉讼", "未经复议直接起诉", ...four, ...parted]);
  expect(Object.values(proceedings?.litigationDirect ?? {}).filter((value) => value !== null)).toEqual([]);
  const five = (label: string) => [label, ...names.flatMap((name, at) => [name, `${at}`])];
  const whole = await readFour(["行政复议", "未经复议直接起诉", "复议后起诉"].flatMap(five));
  expect(whole.proceedings?.litigationDirect).toMatchObject({ corrected: 1, total: 4 });
});

test("the name of one column and its figure below a row's label are no row where the form has more columns", async () => {
  const { disclosure } = await read([
    "第二十条第（六）项",
    "信息内容",
    "行政处罚",
    "行政强制",
    "",
    "上一年项目数量",
    "0",
  ]);
  expect(disclosure?.coercion?.previousItems ?? null).toBeNull();
});

test("blank lines that part rows are no blank cells", async () => {
  const { disclosure } = await read([
    ...[...block, "", "规章", "1", "2", "3", "", "行政规范性文件", "4", "5", ""],
    ...["第二十条第（五）项", "", "信息内容", "本年处理决定数量", "", "行政许可", "11", ""],
  ]);
  expect(disclosure?.normativeDocuments).toEqual({ issued: null, repealed: null, inForce: null });
  expect(disclosure?.licensing).toEqual({ decisions: 11 });
  const parted = await read([...block, "规章", "1", "2", "3", "行政规范性文件", "4", "5", "", "第二十条第（五）项"]);
  expect(parted.disclosure?.normativeDocuments).toEqual({ issued: 4, repealed: 5, inForce: null });
});

test("below a header whose cells stand side by side blank lines are no blank cells", async () => {
  const sides = ["行政复议", "行政诉讼", "未经复议直接起诉", "复议后起诉", "结果维持 结果纠正 其他结果 尚未审结 总计"];
  const { proceedings } = await readFour([...sides, ..."12345678901234", "", "", ""]);
  expect(Object.values(proceedings?.reconsideration ?? {}).filter((value) => value !== null)).toEqual([]);
});

test("a subtotal that a line of the header names is a column: seven of its eight figures are told", async () => {
  const sides = ["自然人 法人或其他组织 总计", "商业企业 科研机构 社会公益组织 法律服务机构 其他 小计"];
  const rows = [newly, ..."5829577", carried, ..."12000023"];
  const { applications } = await read(block, ["申请人情况", ...sides, ...rows]);
  expect(Object.values(applications?.newlyReceived ?? {}).filter((value) => value !== null)).toEqual([]);
  expect(applications?.carriedOver).toMatchObject({ naturalPerson: 1, otherOrganization: 0, total: 3 });
});

test("cells joined by as many spaces everywhere have no columns: rows with blanks are told", async () => {
  const { disclosure } = await read([
    ...["第二十条第（一）项", "信息内容   本年制发件数   本年废止件数   现行有效件数"],
    ...["规章   ８１", "行政规范性文件   １８１"],
  ]);
  expect(disclosure?.regulations?.issued ?? null).toBeNull();
  expect(disclosure?.normativeDocuments?.issued ?? null).toBeNull();
});

test("a row's label with a number is no column's name", async () => {
  const blanks = ["商业企业", "", "科研机构", "", "社会公益组织", "", "法律服务机构", "", "其他", "", "总计"];
  const { applications } = await read(block, [
    ...["申请人情况", "2.未按收费通知缴费自然人", "", ...blanks, "184"],
    ...["3.其他", "自然人", "5", ...blanks, "5", "（七）总计", "自然人", "7", ...blanks, "7"],
  ]);
  expect(applications?.otherMiscellaneous).toMatchObject({ naturalPerson: 5, total: 5 });
});

test("the number of a list on a line of its own is no figure of the row above", async () => {
  const { applications } = await read(block, [
    ...[...header, "1", ".", ..."属于国家秘密", ..."123456", "2", ".", ..."其他法律行政法规禁止公开", ..."0000011"],
  ]);
  expect(Object.values(applications?.deniedStateSecret ?? {}).filter((value) => value !== null)).toEqual([]);
  expect(applications?.deniedLawProhibited).toMatchObject({ otherOrganization: 1, total: 1 });
});

test("figures in the midst of a label are not followed by another row's", async () => {
  const granted = ["（一）予以公开", ..."0000000"];
  const { applications } = await read(block, [
    ...[...header, newly, ..."1234560", ...granted, "3.要", "求提", "供公 5 6", "开出", "版物", ..."7000007"],
  ]);
  expect(Object.values(applications?.notProcessedPublication ?? {}).filter((value) => value !== null)).toEqual([]);
});

test("a row that a page's number cuts has no blanks to count", async () => {
  const rows = ["规章", "1", "2", "3", "行政规范性文件", "4", "", "— 2 —", "", "6", "第二十条第（五）项"];
  const { disclosure } = await read([...block, ...rows]);
  expect(disclosure?.normativeDocuments).toEqual({ issued: null, repealed: null, inForce: null });
  expect(disclosure?.regulations).toMatchObject({ issued: 1, inForce: 3 });
});

test("lines of which some follow one another and some stand apart may be pieces of numbers", async () => {
  const cells = ["74", "82", "", "27", "", "1", "3", "9", "", "2"];
  const { applications } = await read(block, [...header, newly, "", ...cells, "", carried, "", ..."0000011"]);
  expect(Object.values(applications?.newlyReceived ?? {}).filter((value) => value !== null)).toEqual([]);
});

test("a row parted by spaces whose blank cell left no trace is not read by its order", async () => {
  const { disclosure } = await read([
    ...["第二十条第（一）项", "信息内容 本年制发件数 本年废止件数 现行有效件数"],
    ...["规章 73331 73331", "行政规范性文件 67 40610 1509"],
  ]);
  expect(disclosure?.regulations).toEqual({ issued: null, repealed: null, inForce: null });
  expect(disclosure?.normativeDocuments).toEqual({ issued: 67, repealed: 40610, inForce: 1509 });
});

test("a page whose last columns were cut off: blank cells of the label are no figures' columns", async () => {
  const row = (cells: readonly string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`;
  const cut = applicants.slice(0, 5);
  const html = `<h1>云岭县水务局2023年政府信息公开工作年度报告</h1><p>一、总体情况</p><p>二、主动公开政府信息情况</p>
<p>三、收到和处理政府信息公开申请情况</p><table>${row(["申请人情况", "", "", ...cut])}${row([newly, "", "", ..."12345"])}
${row([carried, "", "", ..."00001"])}</table><p>四、复议诉讼情况</p>`;
  const result = await readDocument(Buffer.from(html), "page.html");
  if (result.status !== "read") throw new Error(result.rejection.code);
  const { applications } = parseReports(result.document)[0]!.statistics;
  expect(Object.values(applications?.newlyReceived ?? {}).filter((value) => value !== null)).toEqual([]);
});
