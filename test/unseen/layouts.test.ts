import { describe, expect, it } from "vitest";
import { assess } from "../../lib/assess.ts";
import { readDocument } from "../../lib/document/read-document.ts";
import {
  agency,
  applicantKeys,
  applicants,
  applicationHead,
  applicationRows,
  applicationTable,
  cell,
  disclosureTable,
  figures,
  kindLabels,
  kinds,
  line,
  outcomes,
  outcomesOf,
  type Print,
  page,
  plain,
  proceedingsTable,
} from "./page.ts";

const flat = (html: string): string[] =>
  [...html.matchAll(/<td[^>]*>(.*?)<\/td>/g)].map((match) => match[1]!.replace(/<[^>]*>/g, ""));

/** A page's paragraphs and cells as lines of a text; `cells` tells how the cells of one table are printed. */
const toText = (html: string, cells: (texts: string[]) => string): string =>
  html
    .replace(/<meta[^>]*>/, "")
    .replace(/<table>.*?<\/table>/gs, (table) => `\n${cells(flat(table))}\n`)
    .replace(/<\/?(?:p|h1)>/g, "\n");

const turned = `<table>${line(cell("结果"), ...kindLabels.map((text) => cell(text)))}${outcomes
  .map((text, at) => line(cell(text), ...kinds.map((kind) => cell(outcomesOf(kind)[at]!))))
  .join("")}</table>`;

const turnedApplications = `<table>${line(
  cell("申请人"),
  ...applicationRows().map(({ label, group }) => cell((group ?? "") + label)),
)}${applicants
  .map((text, at) => line(cell(text), ...applicationRows().map(({ values }) => cell(values[at]!))))
  .join("")}</table>`;

const inPieces = [[kinds[0]], kinds.slice(1)]
  .map(
    (some) =>
      `<table>${line(...some.flatMap(() => outcomes.map((text) => cell(text))))}${line(
        ...some.flatMap((kind) => outcomesOf(kind).map((text) => cell(text))),
      )}</table>`,
  )
  .join("");

const numbered = `<table>${line(cell("序号"), cell("项目"), ...applicants.map((text) => cell(text)))}${applicationRows()
  .map(({ label, group, values }, at) =>
    line(cell(String(at + 1)), cell((group ?? "") + label), ...values.map((text) => cell(text))),
  )
  .join("")}</table>`;

const grouped = `<table>${line(cell("项目"), ...applicants.map((text) => cell(text)))}${applicationRows()
  .map(({ label, group, values }, at, rows) => {
    const heads = group && group !== rows[at - 1]?.group ? line(cell(group), ...values.map(() => cell(""))) : "";
    return heads + line(cell(label), ...values.map((text) => cell(text)));
  })
  .join("")}</table>`;

/** The third figure of every row bears a mark. */
const marked =
  (mark: string): Print =>
  (path) =>
    plain(path) + (path.endsWith(".naturalPerson") ? mark : "");

const oneTable = page().replace(/<p>([二三四]、[^<]*)<\/p>\s*<table>/g, `<table>${line(cell("$1", " colspan=15"))}`);

const spaced = (table: string): string =>
  table.replaceAll("</tr>", "<td></td></tr>").replaceAll("<table>", `<table>${line(cell(""), cell(""))}`);

const neighbours = ["青禾县民政局2022年", "云岭县人民政府2023年", "云岭县青山乡人民政府2021年"]
  .map((name) => `<p><a>${name}政府信息公开工作年度报告</a></p>`)
  .join("");

const layouts: Record<string, string> = {
  "as the form prints it.html": page(),
  "part four turned.html": page({ proceedings: turned }),
  "part three turned.html": page({ applications: turnedApplications }),
  "part four in two tables.html": page({ proceedings: inPieces }),
  "numbered rows, groups in the labels.html": page({ applications: numbered }),
  "groups as rows of blanks.html": page({ applications: grouped }),
  "a note raised after figures.html": page({ applications: applicationTable(marked("<sup>1</sup>")) }),
  "a note in brackets.html": page({ applications: applicationTable(marked("[2]")) }),
  "a note in a circle.html": page({ applications: applicationTable(marked("①")) }),
  "row span of the results too long.html": page({ applications: applicationTable(plain, { results: 23 }) }),
  "row span of the results too short.html": page({ applications: applicationTable(plain, { results: 19 }) }),
  "row span of a group too long.html": page({ applications: applicationTable(plain, { denied: 9 }) }),
  "one table for three parts.html": oneTable,
  "blank columns and rows.html": page({
    disclosure: spaced(disclosureTable()),
    applications: spaced(applicationTable()),
    proceedings: spaced(proceedingsTable()),
  }),
  "header in a table of its own.html": page({
    applications: applicationTable().replace(applicationHead, `${applicationHead}</table><table>`),
  }),
  "other bodies' reports around.html": page({ above: neighbours, below: neighbours }),
  "printed again for telephones.html": page({ below: `<div>${page()}</div>` }),
  "title in three lines.html": page({ heading: "云岭县石桥镇人民政府<br>二〇二三年政府信息公开工作<br>年度报告" }),
  "a cell a line.txt": toText(page(), (texts) => texts.join("\n")),
  "a cell every third line.txt": toText(page(), (texts) => texts.join("\n\n\n")),
  "all cells on one line.txt": toText(page(), (texts) => texts.join(" ")),
  "everything on one line.txt": toText(page(), (texts) => texts.join(" ")).replace(/\s+/g, " "),
  "page numbers among the cells.txt": toText(page(), (texts) =>
    texts.flatMap((text, at) => (at % 40 === 39 ? [text, "", `- ${at} -`, ""] : [text])).join("\n"),
  ),
  "entities left.txt": toText(page(), (texts) => texts.map((text) => `${text}&nbsp;`).join("\n")),
  "after a notice.txt": `关于做好防汛工作的通知\n各村：\n一、提高认识。2022年共收到申请99件。\n二、加强值守。\n${toText(
    page(),
    (texts) => texts.join("\n"),
  )}`,
};

const read = async (name: string, content: string) => {
  const answer = await readDocument(Buffer.from(content), name);
  if (answer.status !== "read") throw new Error(answer.rejection.code);
  return assess(answer.document);
};

describe("layouts that nobody designed", () => {
  it.each(Object.entries(layouts))("%s", async (name, content) => {
    const { reports } = await read(name, content);
    expect(reports.map(({ report }) => [report.agency, report.year, report.template])).toEqual([
      [agency, 2023, "2021"],
    ]);
    const { statistics } = reports[0]!.report;
    const found = Object.fromEntries(
      Object.entries(statistics).flatMap(([table, rows]) =>
        Object.entries(rows as Record<string, Record<string, number | null>>).flatMap(([row, values]) =>
          Object.entries(values).map(([column, value]) => [`${table}.${row}.${column}`, value]),
        ),
      ),
    );
    expect(found).toEqual(figures);
    expect(reports[0]!.findings.map(({ rule }) => rule)).toEqual([]);
  });
});

const first =
  (path: string, text: string): Print =>
  (asked) =>
    asked === path ? text : plain(asked);
const granted = "applications.granted.naturalPerson";
const dropRow = (label: string) => page().replace(new RegExp(`<tr>(?:(?!<tr>).)*${label}(?:(?!<tr>).)*</tr>`, "s"), "");

const faults: Record<string, [content: string, rules: string[]]> = {
  "a wrong cell": [
    page({ applications: applicationTable(first(granted, "22")) }),
    ["applications/outcome-sum", "applications/applicant-sum"],
  ],
  "a blank": [page({ applications: applicationTable(first(granted, "")) }), ["structure/cell-missing"]],
  "a slash": [page({ applications: applicationTable(first(granted, "/")) }), ["value/placeholder"]],
  "a word": [page({ applications: applicationTable(first(granted, "若干")) }), ["structure/cell-unreadable"]],
  "a fraction": [
    page({ applications: applicationTable(first(granted, "21.5")) }),
    ["value/not-integer", "applications/outcome-sum", "applications/applicant-sum"],
  ],
  "a row left out": [dropRow("重复申请"), ["structure/row-missing"]],
  "part four a picture": [page({ proceedings: "<img src=a.jpg width=800 height=600>" }), ["structure/table-missing"]],
  "all figures blank": [page({ proceedings: proceedingsTable(() => "") }), ["structure/table-empty"]],
  "a second copy that differs": [page({ below: applicationTable(first(granted, "20")) }), ["structure/copy-conflict"]],
  "a period of another year": [
    page().replace("自2023年1月1日起至2023年", "自2022年1月1日起至2022年"),
    ["structure/year-conflict"],
  ],
  "no word on fees": [
    page().replace("2023年度未收取政府信息公开信息处理费。", "无。"),
    ["narrative/fee-statement-missing"],
  ],
};

describe("faults, each with its finding and no other", () => {
  it.each(Object.entries(faults))("%s", async (_, [content, rules]) => {
    const { reports } = await read("report.html", content);
    expect(reports.flatMap(({ findings }) => findings.map(({ rule }) => rule)).sort()).toEqual([...rules].sort());
  });

  it("never takes a raised note for a digit", async () => {
    const { reports } = await read("report.html", layouts["a note raised after figures.html"]!);
    expect(reports[0]!.report.statistics.applications!.granted![applicantKeys[0]!]).toBe(21);
  });
});

describe("blanks that a copy has dropped", () => {
  it.each(["upheld", "pending"])("are not put at the end of part four (%s)", async (column) => {
    const path = `proceedings.reconsideration.${column}`;
    const dropped = (asked: string) => (asked === path ? "" : plain(asked));
    const content = toText(page({ proceedings: proceedingsTable(dropped) }), (texts) => {
      const printed = texts.filter((text) => text !== "");
      const at = printed.findIndex((text, index) => index > 3 && /^\d/.test(text));
      return [...printed.slice(0, at), printed.slice(at).join(" ")].join("\n");
    });
    const { reports } = await read("report.txt", content);
    const found = reports[0]!.report.statistics.proceedings ?? {};
    for (const [row, values] of Object.entries(found))
      for (const [key, value] of Object.entries(values))
        expect([null, figures[`proceedings.${row}.${key}`]]).toContain(value);
  });
});

describe("what is no annual report", () => {
  it.each([
    [
      "figures for half a year",
      page({ heading: "云岭县2023年上半年政府信息公开数据统计" }).replace(/<p>[\s\S]*?<table>/, "<table>"),
    ],
    ["a list of reports", `${neighbours}${neighbours}`],
    [
      "a notice on writing reports",
      "<p>关于做好2023年政府信息公开工作年度报告编制工作的通知</p><p>一、总体情况部分包括主动公开、依申请公开等内容。</p><p>二、主动公开政府信息情况以表格报告。</p><p>三、收到和处理政府信息公开申请情况以表格报告。</p>",
    ],
  ])("%s", async (_, content) => {
    const { reports, rejection } = await read("page.html", content);
    expect([reports.length, rejection?.code]).toEqual([0, "no-report"]);
  });
});
