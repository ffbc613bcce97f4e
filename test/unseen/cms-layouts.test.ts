import { describe, expect, it } from "vitest";
import { assess } from "../../lib/assess.ts";
import { readDocument } from "../../lib/document/read-document.ts";
import {
  agency,
  applicants,
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

const read = async (content: string) => {
  const answer = await readDocument(Buffer.from(content), "report.html");
  if (answer.status !== "read") throw new Error(answer.rejection.code);
  return assess(answer.document).reports;
};

const cellsOf = (statistics: object): Record<string, number | null> =>
  Object.fromEntries(
    Object.entries(statistics).flatMap(([table, rows]) =>
      Object.entries(rows as Record<string, Record<string, number | null>>).flatMap(([row, values]) =>
        Object.entries(values).map(([column, value]) => [`${table}.${row}.${column}`, value]),
      ),
    ),
  );

/** Figures of part four are blank where they are zero. */
const blankZeros: Print = (path) => (path.startsWith("proceedings.") && figures[path] === 0 ? "" : plain(path));
const blankKind: Print = (path) => (path.startsWith("proceedings.litigationDirect.") ? "" : plain(path));

const inRows = (print: Print): string =>
  `<table>${line(cell(""), ...outcomes.map((text) => cell(text)))}${kinds
    .map((kind, at) => line(cell(kindLabels[at]!), ...outcomesOf(kind, print).map((text) => cell(text))))
    .join("")}</table>`;

const below = (print: Print, end = "", label = (at: number) => kindLabels[at]!): string =>
  `<table>${kinds
    .map((kind, at) =>
      [
        line(cell(label(at), " colspan=5")),
        line(...outcomes.map((text) => cell(text))),
        line(...outcomesOf(kind, print).map((text) => cell(text)), end),
      ].join(""),
    )
    .join("")}</table>`;

const glued = (print: Print): string =>
  `<table>${line(...kindLabels.flatMap((kind) => outcomes.map((text) => cell(kind + text))))}${line(
    ...kinds.flatMap((kind) => outcomesOf(kind, print).map((text) => cell(text))),
    cell(""),
  )}</table>`;

const withRemarks = `<table>${line(cell("项目"), ...applicants.map((text) => cell(text)), cell("备注"))}${applicationRows()
  .map(({ label, group, values }, at) =>
    line(cell((group ?? "") + label), ...values.map((text) => cell(text)), cell(at === 0 ? "含网上申请" : "")),
  )
  .join("")}</table>`;

const withUnits = disclosureTable()
  .replaceAll("<td>信息内容</td>", "<td>信息内容</td><td>计量单位</td>")
  .replace(/(<td>(?:规章|行政规范性文件|行政许可|行政处罚|行政强制|行政事业性收费)<\/td>)/g, "$1<td>件</td>");

const remarkOfAnotherRow = withRemarks.replace("含网上申请", "其中重复申请2件");

const oddLabels = page()
  .replace("无正当理由大量反复申请", "无正当理由大量反覆申请")
  .replace("<td>其他</td><td>9</td>", "<td>（六）其他处理③其它</td><td>9</td>");

/** Every line of the page's text in a row of one table, its parts without numbers. */
const wholeTable = page()
  .replace(/<table>|<\/table>/g, "")
  .replace(/<(?:p|h1)>(?:[一二三四五六]、)?(.*?)<\/(?:p|h1)>/g, (_, text) => line(cell(text, " colspan=15")))
  .replace(/<tr>.*<\/tr>/s, (rows) => `<table>${rows}</table>`);

const categories = `<p>分类情况见下表。</p><table>${line(cell("类别"), cell("数量"))}${[
  "机构职能",
  "规范性文件",
  "行政许可",
  "行政处罚",
  "其他",
  "合计",
]
  .map((text, at) => line(cell(text), cell(String(90 + at))))
  .join("")}</table>`;

/** Each part's text and table in the second cell of a row whose first is a margin. */
const inMargins = page()
  .split(/(?=<p>[一二三四五六]、)/)
  .map((part) => `<tr><td width=20>&nbsp;</td><td>${part}</td></tr>`)
  .join("");

const struck: Print = (path) => (path.endsWith(".naturalPerson") ? `<s>9</s>${plain(path)}` : plain(path));
const other: Print = (path) => (path.endsWith(".naturalPerson") ? "77" : plain(path));

const withComparison = `<table>${line(cell("项目"), ...[...applicants, "其中：网络申请", "同比增减"].map((text) => cell(text)))}${applicationRows()
  .map(({ label, group, values }, at) =>
    line(cell((group ?? "") + label), ...values.map((text) => cell(text)), cell(String(at)), cell("-5%")),
  )
  .join("")}</table>`;

/** Each block of part two in a table of its own, its rows printed as columns. */
const turnedBlocks = disclosureTable()
  .replace(/^<table>|<\/table>$/g, "")
  .split(/(?=<tr><td colspan=4>)/)
  .map((block) => {
    const [, ...rows] = block.split("<tr>").filter((row) => row !== "");
    const cells = rows.map((row) => [...row.matchAll(/<td[^>]*>(.*?)<\/td>/g)].map((match) => match[1]!));
    return `<table>${cells[0]!.map((_, at) => line(...cells.map((row) => cell(row[at]!)))).join("")}</table>`;
  })
  .join("");

const raised: Print = (path) =>
  plain(path) + (path.endsWith(".total") ? '<span style="vertical-align: super">注2</span>' : "");

const exact: Record<string, string> = {
  "remarks beside part three": page({ applications: withRemarks }),
  "a remark in the words of another row": page({ applications: remarkOfAnotherRow }),
  "units beside part two": page({ disclosure: withUnits }),
  "labels of other conversions": oddLabels,
  "part four below its kinds": page({ proceedings: below(plain) }),
  "part four below its kinds, a blank cell more": page({ proceedings: below(plain, cell("")) }),
  "part four below kinds in brackets": page({
    proceedings: below(plain, "", (at) => (at === 0 ? "行政复议" : `行政诉讼（${kindLabels[at]}）`)),
  }),
  "part four under headers of one line": page({ proceedings: glued(plain) }),
  "a whole report in one table": wholeTable,
  "numbers in tables of their own": page({
    applications: applicationTable((path) => `<table><tr><td>${plain(path)}</table>`),
  }),
  "a block of part two printed twice": page({
    disclosure: disclosureTable().replace(/<tr><td colspan=4>第二十条第（五）项/, (next) => {
      const [first] = disclosureTable().split(next);
      return `</table>${first}</table><table>${next}`;
    }),
  }),
  "a table of categories in part one": page().replace(/(<p>2023年，云岭县)/, `${categories}$1`),
  "parts between margins": `<meta charset=utf-8><table>${inMargins.replace("<meta charset=utf-8>", "")}</table>`,
  "figures struck out": page({ applications: applicationTable(struck) }),
  "a copy outside the screen": page({
    applications: `<div style="position:absolute;left:-9999px">${applicationTable(other)}</div>${applicationTable()}`,
  }),
  "counted rows": page().replace("予以公开</td>", "予以公开件数</td>").replace("属于国家秘密", "属于国家秘密的数量"),
  "columns for comparison behind part three": page({ applications: withComparison }),
  "turned blocks of part two": page({ disclosure: turnedBlocks }),
  "marks raised by their style": page({ applications: applicationTable(raised) }),
  "a note after a unit": page({
    disclosure: disclosureTable((path) => (path.endsWith(".decisions") ? `${plain(path)}件[1]` : plain(path))),
  }),
};

/** The page's tables made of other elements; what spans covered is blank. */
function withoutTables(row: string, cellName: string): string {
  const grid = (table: string) =>
    table.replace(/<tr>(.*?)<\/tr>/g, (_, cells: string) => {
      const spread = cells.replace(/<td([^>]*)>(.*?)<\/td>/g, (_, attributes: string, text: string) => {
        const span = Number(/colspan=(\d+)/.exec(attributes)?.[1] ?? 1);
        return `<${cellName}>${text}</${cellName}>\n${`<${cellName}></${cellName}>\n`.repeat(span - 1)}`;
      });
      return `<${row}>${spread}</${row}>\n`;
    });
  const applications = `<table>${line(cell(""), ...applicants.map((text) => cell(text)))}${applicationRows()
    .map(({ label, group, values }) => line(cell((group ?? "") + label), ...values.map((text) => cell(text))))
    .join("")}</table>`;
  return grid(page({ applications, proceedings: inRows(plain) })).replace(/<\/?table>/g, "");
}

for (const [row, cellName] of [
  ["div", "div"],
  ["div", "span"],
  ["ul", "li"],
  ["dl", "dd"],
  ["v-row", "v-cell"],
])
  exact[`tables made of ${row} and ${cellName}`] = withoutTables(row!, cellName!);

describe("layouts of content management systems", () => {
  it.each(Object.entries(exact))("%s", async (_, content) => {
    const reports = await read(content);
    expect(reports.map(({ report }) => [report.agency, report.year, report.template])).toEqual([
      [agency, 2023, "2021"],
    ]);
    expect(cellsOf(reports[0]!.report.statistics)).toEqual(figures);
    expect(reports[0]!.findings.filter(({ severity }) => severity !== "info").map(({ rule }) => rule)).toEqual([]);
  });
});

describe("part four that cannot be read whole", () => {
  const odd: Print = (path) => (path === "proceedings.reconsideration.corrected" ? "约3" : plain(path));
  const shifted = `<table>${line(cell("结果", " rowspan=2"), cell("行政复议", " rowspan=2"), cell("行政诉讼", " colspan=2"))}<tr></tr>${line(
    ...kindLabels.slice(1).map((text) => cell(text)),
  )}${outcomes.map((text, at) => line(cell(text), ...kinds.map((kind) => cell(outcomesOf(kind)[at]!)))).join("")}</table>`;
  it("tells one cell of words and reads the others", async () => {
    for (const print of [proceedingsTable, glued, below, inRows]) {
      const [only] = await read(page({ proceedings: print(odd) }));
      expect(cellsOf(only!.report.statistics)).toEqual({ ...figures, "proceedings.reconsideration.corrected": null });
      expect(only!.findings.map(({ rule }) => rule)).toEqual(["structure/cell-unreadable"]);
    }
  });

  it("gives no figures to kinds whose names stand over one another", async () => {
    const [only] = await read(page({ proceedings: shifted }));
    for (const row of Object.values(only!.report.statistics.proceedings ?? {}))
      expect(Object.values(row).every((value) => value === null)).toBe(true);
    const told = only!.findings.filter(({ severity }) => severity === "error").flatMap(({ cells }) => cells);
    for (const kind of kinds) expect(told.some((path) => path.startsWith(`proceedings.${kind}`))).toBe(true);
  });

  it("gives no figures to a turned part three whose header is shifted", async () => {
    const rows = applicationRows();
    const top = rows.flatMap(({ label, group }, at) => {
      if (group === undefined) return [cell(label, " rowspan=2")];
      const span = rows.filter((row) => row.group === group).length;
      return group === rows[at - 1]?.group ? [] : [cell(group, ` colspan=${span}`)];
    });
    const labels = rows.filter(({ group }) => group !== undefined).map(({ label }) => cell(label));
    const turned = (between: string) =>
      `<table>${line(cell("申请人", " rowspan=2"), ...top)}${between}${line(...labels)}${applicants
        .map((text, at) => line(cell(text), ...rows.map(({ values }) => cell(values[at]!))))
        .join("")}</table>`;
    const [sound] = await read(page({ applications: turned("") }));
    expect(cellsOf(sound!.report.statistics)).toEqual(figures);
    const [shifted] = await read(page({ applications: turned("<tr></tr>") }));
    for (const row of Object.values(shifted!.report.statistics.applications ?? {}))
      expect(Object.values(row).every((value) => value === null)).toBe(true);
    expect(shifted!.verdict).toBe("incomplete");
  });

  it("is not called empty where figures stand in rows without a name", async () => {
    const nameless = `<table>${line(...[1, 2, 3].map(() => cell("结果")))}${line(cell("行政复议"), cell("办理"), cell("7"))}</table>`;
    const [only] = await read(page({ proceedings: nameless }));
    expect(only!.findings.map(({ rule }) => rule)).not.toContain("structure/table-empty");
  });
});

describe("tables whose spans or cells went wrong", () => {
  const filled = applicationTable();
  const headers: Record<string, string> = {
    "a column too few": filled.replace("colspan=5>法人", "colspan=4>法人"),
    "a column too many": filled.replace("colspan=5>法人", "colspan=6>法人"),
    "no spans": filled.replace("<td colspan=5>法人", "<td>法人"),
    "a header that is lost": filled.replace("<td>科研机构</td>", ""),
    "a label without its span": filled.replace("<td colspan=3>本年新收", "<td>本年新收"),
  };
  it.each(Object.entries(headers))("reads the figures by their number and sums: %s", async (_, applications) => {
    const [only] = await read(page({ applications }));
    expect(cellsOf(only!.report.statistics)).toEqual(figures);
  });

  const granted = applicationRows().find(({ label }) => label === "予以公开")!;
  const numbers = granted.values.map((text) => cell(text));
  const inRow = (change: (cells: string[]) => string[]) =>
    filled.replace(numbers.join(""), change(numbers.slice()).join(""));
  const rows: Record<string, string> = {
    "a cell lost in the middle": inRow((cells) => cells.toSpliced(1, 1)),
    "the first cell lost": inRow((cells) => cells.slice(1)),
    "a cell doubled": inRow((cells) => cells.toSpliced(0, 0, cells[0]!)),
  };
  it.each(Object.entries(rows))("tells the row and reads the others: %s", async (_, applications) => {
    const [only] = await read(page({ applications }));
    const found = cellsOf(only!.report.statistics);
    for (const [path, value] of Object.entries(figures))
      expect([path, found[path]]).toEqual([path, path.startsWith("applications.granted.") ? null : value]);
    expect(only!.findings.map(({ rule, cells }) => [rule, cells.length])).toEqual([["structure/cell-unreadable", 7]]);
  });

  const turned = [["申请人", ...applicationRows().map(({ label, group }) => (group ?? "") + label)]].concat(
    applicants.map((text, at) => [text, ...applicationRows().map(({ values }) => values[at]!)]),
  );
  const totalFirst = [["项目", "总计", ...applicants.slice(0, -1)]].concat(
    applicationRows().map(({ label, group, values }) => [
      (group ?? "") + label,
      values.at(-1)!,
      ...values.slice(0, -1),
    ]),
  );
  const lines = (rows: string[][], change: (row: string[], at: number) => string[]) =>
    `<table>${rows.map((row, at) => line(...change(row, at).map((text) => cell(text)))).join("")}</table>`;
  const broken: Record<string, string> = {
    "a turned table without one of its cells": lines(turned, (row, at) => (at === 3 ? row.toSpliced(5, 1) : row)),
    "totals in front, and a header too few": lines(totalFirst, (row, at) => (at === 0 ? row.toSpliced(4, 1) : row)),
    "totals in front, and a header doubled": lines(totalFirst, (row, at) =>
      at === 0 ? row.toSpliced(3, 0, "自然人") : row,
    ),
  };
  it.each(Object.entries(broken))("guesses nothing: %s", async (_, applications) => {
    const [only] = await read(page({ applications }));
    for (const [path, value] of Object.entries(cellsOf(only!.report.statistics)))
      expect([null, figures[path]]).toContain(value);
    expect(only!.findings.map(({ rule }) => rule)).toContain("structure/cell-unreadable");
  });

  it.each([0, 6, 11])("tells part four where its cell %i is lost", async (at) => {
    const all = kinds.flatMap((kind) => outcomesOf(kind).map((text) => cell(text)));
    const proceedings = proceedingsTable().replace(all.join(""), all.toSpliced(at, 1).join(""));
    const [only] = await read(page({ proceedings }));
    for (const row of Object.values(only!.report.statistics.proceedings ?? {}))
      expect(Object.values(row).every((value) => value === null)).toBe(true);
    expect(only!.findings.map(({ rule }) => rule)).toContain("structure/cell-unreadable");
  });
});

it.each(["<td>58", "<td><p>58</p><spa", "<td><span>5</span><span>8</"])(
  "does not believe the last number of a page that breaks off in it: %s",
  async (end) => {
    const whole = page();
    const at = whole.indexOf("<td>58</td>");
    const [only] = await read(whole.slice(0, at) + end);
    expect(only!.report.statistics.applications!.totalHandled?.naturalPerson ?? null).toBe(null);
    expect(only!.report.notes).toEqual([{ code: "truncated", pages: [] }]);
    expect(only!.findings.map(({ rule }) => rule)).toContain("structure/page-unreadable");
  },
);

it("knows a report on 2018 and earlier by its statistics where its text is short", async () => {
  const rows = [
    ["主动公开政府信息数", 120],
    ["收到申请数", 7],
    ["网络申请数", 5],
    ["信函申请数", 2],
    ["申请答复数", 7],
  ];
  const table = `<table>${rows.map(([label, value]) => line(cell(`${label}`), cell("件"), cell(`${value}`))).join("")}</table>`;
  const [only] = await read(`<meta charset=utf-8><h1>云岭县水务局2016年政府信息公开工作年度报告</h1>${table}`);
  expect(only!.report).toMatchObject({ agency: "云岭县水务局", year: 2016, template: "legacy" });
  expect(only!.report.statistics.legacy).toMatchObject({ activeDisclosure: 120, applications: 7, replies: 7 });
});

it("reads reports in one page that number their parts in different ways", async () => {
  const other = page().replaceAll(agency, "云岭县水务局");
  for (const number of ["（$1）", ""]) {
    const reports = await read(page() + other.replace(/<p>([一二三四五六])、/g, `<p>${number}`));
    expect(reports.map(({ report, findings }) => [report.agency, findings.map(({ rule }) => rule)])).toEqual([
      [agency, []],
      ["云岭县水务局", []],
    ]);
  }
});

describe("blank kinds of proceedings", () => {
  const printed: Record<string, (print: Print) => string> = {
    "in rows": inRows,
    "below their names": (print) => below(print),
    "as the form prints them": proceedingsTable,
    "under headers of one line": glued,
  };
  it.each(Object.entries(printed))("%s", async (_, print) => {
    for (const blank of [blankZeros, blankKind]) {
      const [only] = await read(page({ proceedings: print(blank) }));
      const expected = Object.entries(figures).map(([path]) => [path, blank(path) === "" ? null : figures[path]]);
      expect(cellsOf(only!.report.statistics)).toEqual(Object.fromEntries(expected));
      expect(only!.findings.map(({ rule }) => rule)).toEqual(["structure/cell-missing"]);
    }
  });
});
