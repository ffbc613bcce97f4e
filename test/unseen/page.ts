import { form2021 } from "../../lib/forms/forms.ts";

/** The layout tests' one report: its figures by path, the same in every layout. */
export const figures: Record<string, number> = {};

export const agency = "云岭县石桥镇人民政府";
const title = `${agency}2023年政府信息公开工作年度报告`;

const tables = new Map(form2021.tables.map((table) => [table.name, table]));
const rowsOf = (name: "disclosure" | "applications" | "proceedings") =>
  tables.get(name)!.blocks.flatMap((block) => block.rows.map((row) => ({ row, columns: block.columns, block })));

/** Ten applications of natural persons, four of companies; each outcome has its own number, so that a shift shows. */
function fill(): void {
  for (const name of ["disclosure", "applications", "proceedings"] as const)
    for (const { row, columns } of rowsOf(name))
      for (const { key } of columns) figures[`${name}.${row.key}.${key}`] = 0;
  const set = (row: string, natural: number, company: number) => {
    figures[`applications.${row}.naturalPerson`] = natural;
    figures[`applications.${row}.commercialEnterprise`] = company;
    figures[`applications.${row}.total`] = natural + company;
  };
  set("newlyReceived", 57, 13);
  set("carriedOver", 2, 1);
  set("granted", 21, 4);
  set("deniedLawProhibited", 3, 0);
  set("unavailableNotHeld", 16, 2);
  set("unavailableNeedsCreation", 1, 6);
  set("notProcessedDuplicate", 8, 0);
  set("otherMiscellaneous", 9, 1);
  set("totalHandled", 58, 13);
  set("carriedForward", 1, 1);
  Object.assign(figures, {
    "disclosure.normativeDocuments.issued": 6,
    "disclosure.normativeDocuments.repealed": 2,
    "disclosure.normativeDocuments.inForce": 41,
    "disclosure.licensing.decisions": 1263,
    "disclosure.penalties.decisions": 35,
    "disclosure.fees.amount": 12.5,
    "proceedings.reconsideration.upheld": 3,
    "proceedings.reconsideration.pending": 1,
    "proceedings.reconsideration.total": 4,
    "proceedings.litigationDirect.corrected": 2,
    "proceedings.litigationDirect.total": 2,
    "proceedings.litigationAfterReconsideration.otherOutcome": 5,
    "proceedings.litigationAfterReconsideration.total": 5,
  });
}
fill();

export type Print = (path: string) => string;
export const plain: Print = (path) => String(figures[path]);

export const cell = (text: string, attributes = ""): string => `<td${attributes}>${text}</td>`;
export const line = (...cells: string[]): string => `<tr>${cells.join("")}</tr>`;
const note = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）";
export const applicants = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"];
export const applicantKeys = form2021.tables
  .find(({ name }) => name === "applications")!
  .blocks[0]!.columns.map(({ key }) => key);
export const outcomes = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"];
const outcomeKeys = ["upheld", "corrected", "otherOutcome", "pending", "total"];
export const kinds = ["reconsideration", "litigationDirect", "litigationAfterReconsideration"] as const;
export const kindLabels = ["行政复议", "未经复议直接起诉", "复议后起诉"];

export interface ApplicationRow {
  label: string;
  group: string | undefined;
  values: string[];
}

const numerals = "一二三四五六七";
const groups: [string, RegExp][] = [
  ["（三）不予公开", /^denied/],
  ["（四）无法提供", /^unavailable/],
  ["（五）不予处理", /^notProcessed/],
  ["（六）其他处理", /^other/],
];

/** Part three's rows with the labels of the form, their groups and their figures as printed. */
export function applicationRows(print: Print = plain): ApplicationRow[] {
  return rowsOf("applications").map(({ row }) => ({
    label: row.label,
    group: groups.find(([, keys]) => keys.test(row.key))?.[0],
    values: applicantKeys.map((key) => print(`applications.${row.key}.${key}`)),
  }));
}

export const applicationHead = line(cell(note, " colspan=3 rowspan=3"), cell("申请人情况", " colspan=7")).concat(
  line(cell("自然人", " rowspan=2"), cell("法人或其他组织", " colspan=5"), cell("总计", " rowspan=2")),
  line(...applicants.slice(1, -1).map((text) => cell(text))),
);

/** Part three as the form prints it; `spans` may be off, as by hand they often are. */
export function applicationTable(print: Print = plain, spans: { results?: number; denied?: number } = {}): string {
  const rows = applicationRows(print);
  let previous: string | undefined;
  const body = rows.map(({ label, group, values }, at) => {
    const lead = at === 2 ? [cell("三、本年度办理结果", ` rowspan=${spans.results ?? 22}`)] : [];
    const first = group !== undefined && group !== previous;
    previous = group;
    const outside = at < 2 || at === rows.length - 1;
    const span = rows.filter((row) => row.group === group).length;
    const own = /不予公开/.test(group ?? "") ? (spans.denied ?? span) : span;
    const labels = group
      ? [...(first ? [cell(group, ` rowspan=${own}`)] : []), cell(label)]
      : [cell(label, outside ? " colspan=3" : " colspan=2")];
    return line(...lead, ...labels, ...values.map((value) => cell(value)));
  });
  return `<table>${applicationHead}${body.join("")}</table>`;
}

/** Part two as the form prints it. */
export function disclosureTable(print: Print = plain): string {
  const blocks = tables.get("disclosure")!.blocks;
  const body = blocks.map((block, at) => {
    const wide = block.columns.length === 1 ? " colspan=3" : "";
    const head = `第二十条第（${["一", "五", "六", "八"][at]}）项`;
    return [
      line(cell(head, " colspan=4")),
      line(cell("信息内容"), ...block.columns.map(({ label }) => cell(label, wide))),
      ...block.rows.map((row) =>
        line(cell(row.label), ...block.columns.map(({ key }) => cell(print(`disclosure.${row.key}.${key}`), wide))),
      ),
    ].join("");
  });
  return `<table>${body.join("")}</table>`;
}

export const outcomesOf = (kind: string, print: Print = plain): string[] =>
  outcomeKeys.map((key) => print(`proceedings.${kind}.${key}`));

/** Part four as the form prints it. */
export function proceedingsTable(print: Print = plain): string {
  return `<table>${line(cell("行政复议", " colspan=5"), cell("行政诉讼", " colspan=10"))}${line(
    ...outcomes.map((text) => cell(text, " rowspan=2")),
    ...kindLabels.slice(1).map((text) => cell(text, " colspan=5")),
  )}${line(...[...outcomes, ...outcomes].map((text) => cell(text)))}${line(
    ...kinds.flatMap((kind) => outcomesOf(kind, print).map((text) => cell(text))),
  )}</table>`;
}

export interface Parts {
  disclosure?: string;
  applications?: string;
  proceedings?: string;
  heading?: string;
  above?: string;
  below?: string;
}

/** A whole page; what a test leaves out is printed as the form has it. */
export function page(parts: Parts = {}): string {
  const headings = [
    "总体情况",
    "主动公开政府信息情况",
    "收到和处理政府信息公开申请情况",
    "政府信息公开行政复议、行政诉讼情况",
    "存在的主要问题及改进情况",
    "其他需要报告的事项",
  ].map((text, at) => `<p>${numerals[at]}、${text}</p>`);
  return `<meta charset=utf-8>${parts.above ?? ""}<h1>${parts.heading ?? title}</h1>
<p>本报告由${agency}编制，所列数据的统计期限自2023年1月1日起至2023年12月31日止。</p>${headings[0]}
<p>2023年，${agency}把群众常问的事项整理成册，在便民服务中心公开，方便群众随时查阅。</p>${headings[1]}
${parts.disclosure ?? disclosureTable()}${headings[2]}
${parts.applications ?? applicationTable()}${headings[3]}
${parts.proceedings ?? proceedingsTable()}${headings[4]}
<p>一些栏目更新不及时。下一步将明确专人，按月检查，及时补充群众关心的内容。</p>${headings[5]}
<p>2023年度未收取政府信息公开信息处理费。</p>${parts.below ?? ""}`;
}
