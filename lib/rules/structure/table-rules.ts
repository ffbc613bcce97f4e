import type { CellPath, TableName } from "../../forms/form.ts";
import { tableRows } from "../../forms/form.ts";
import { formOf } from "../../forms/forms.ts";
import type { Evidence, Figure, Report } from "../../report/report.ts";
import type { Draft, Rule } from "../../validator/finding.ts";
import { cellName, listCells, tableNames, tableTitle, tableTitleEnglish } from "../cell-names.ts";
import { linesOf } from "../relation-rule.ts";
import { surveyFigures } from "../survey-figures.ts";

/** The gravest thing that is wrong with how a table is filled in; only this one is raised for it. */
type TableFault = "missing" | "empty" | "rows" | "cells" | undefined;

/** The cells of one table that are in a given state, in the form's order. */
function cellsIn(report: Report, table: TableName, state: Exclude<Figure["state"], "number">): CellPath[] {
  const prefix = `${table}.`;
  return surveyFigures(report).unfilled.flatMap(([path, figure]) =>
    figure.state === state && path.startsWith(prefix) ? [path] : [],
  );
}

function faultOf(report: Report, table: TableName): TableFault {
  const reading = report.tables[table];
  if (reading.state !== "present") return reading.state;
  if (reading.missingRows.length > 0) return "rows";
  const prefix = `${table}.`;
  const { unfilled } = surveyFigures(report);
  return unfilled.some(([path, { state }]) => state === "blank" && path.startsWith(prefix)) ? "cells" : undefined;
}

/** Where a table is, or should be: its own lines, else the nearest thing the report has. */
function tableEvidence(report: Report, table: TableName): Evidence[] {
  const { evidence } = report.tables[table];
  if (evidence.length > 0) return evidence;
  const heading = report.sections.at(-1)?.heading ?? report.agencyNames[0]?.evidence;
  const [first] = report.paragraphs;
  if (heading) return [heading];
  return first ? [{ text: first.text.slice(0, 60), location: first.location }] : [];
}

const none: readonly Draft[] = [];

/** Makes a rule that looks at each table of the report's form in turn. */
function tableRule(
  meta: Omit<Rule, "check">,
  check: (report: Report, table: TableName) => Draft | readonly Draft[] | undefined,
): Rule {
  return {
    ...meta,
    check(report) {
      return report.template === "legacy" ? none : tableNames.flatMap((table) => check(report, table) ?? none);
    },
  };
}

export const tableMissing = tableRule(
  {
    id: "structure/table-missing",
    severity: "error",
    description: { zh: "第二、三、四部分都有表格。", en: "The tables of parts two, three and four are there." },
  },
  (report, table) => {
    if (faultOf(report, table) !== "missing") return undefined;
    const evidence = tableEvidence(report, table);
    const picture = evidence.some((line) => line.text.startsWith("[图片]"));
    return {
      message: {
        zh: `${tableTitle(table)}没有表格${picture ? "（此处是图片，图片里的数字无法读取），请改用文字表格" : "，请按格式补上"}`,
        en: `${tableTitleEnglish(table)} is missing${picture ? " (a picture stands there; its figures cannot be read)" : ""}`,
      },
      cells: [table],
      evidence,
    };
  },
);

export const tableEmpty = tableRule(
  {
    id: "structure/table-empty",
    severity: "error",
    description: { zh: "表格里有数字。", en: "A table that is there has figures in it." },
  },
  (report, table) => {
    if (faultOf(report, table) !== "empty") return undefined;
    return {
      message: {
        zh: `${tableTitle(table)}的表格里没有数字，请填写；没有的填0`,
        en: `${tableTitleEnglish(table)} has no figures in it`,
      },
      cells: [table],
      evidence: tableEvidence(report, table),
    };
  },
);

export const rowMissing = tableRule(
  {
    id: "structure/row-missing",
    severity: "error",
    description: { zh: "格式规定的各行齐全。", en: "Every row of the template is there." },
  },
  (report, table) => {
    if (faultOf(report, table) !== "rows") return undefined;
    const form = formOf(report.template)!.tables.find((candidate) => candidate.name === table)!;
    const { missingRows } = report.tables[table];
    const rows = tableRows(form).filter(({ row }) => missingRows.includes(row.key));
    const names = rows.map(({ row }) => row.short);
    const listed = names.slice(0, 8).join("、") + (names.length > 8 ? "等" : "");
    // A row whose name was written otherwise is missing and unknown at once: its name is what to mend.
    const unknown = report.tables[table].unknownRows.length;
    const advice = unknown > 0 ? `表格里有${unknown}行的名称认不出，请核对行名` : "请按格式补上，没有的填0";
    return {
      message: {
        zh: `${tableTitle(table)}的表格缺少${rows.length}行：${listed}；${advice}`,
        en: `${tableTitleEnglish(table)} lacks ${rows.length} rows: ${missingRows.join(", ")}`,
      },
      cells: rows.flatMap(({ row, columns }) => columns.map((column) => `${table}.${row.key}.${column.key}`)),
      evidence: tableEvidence(report, table),
    };
  },
);

export const cellMissing = tableRule(
  {
    id: "structure/cell-missing",
    severity: "warning",
    description: { zh: "单元格不为空白。", en: "A cell is not blank." },
  },
  (report, table) => {
    if (faultOf(report, table) !== "cells") return undefined;
    const cells = cellsIn(report, table, "blank");
    return {
      message: {
        zh: `${tableTitle(table)}的表格有${cells.length}个空白单元格：${listCells(report.template, cells)}；没有的请填0`,
        en: `${tableTitleEnglish(table)} has ${cells.length} blank cells; write 0 for none`,
      },
      cells,
      evidence: linesOf(report, cells),
    };
  },
);

export const placeholder = tableRule(
  {
    id: "value/placeholder",
    severity: "warning",
    description: { zh: "单元格里是数字，不是“/”“-”“无”等符号。", en: "A cell holds a number, not “/”, “-” or “无”." },
  },
  (report, table) => {
    const cells = cellsIn(report, table, "placeholder");
    if (cells.length === 0) return undefined;
    const marks = [...new Set(cells.map((path) => `“${report.figures.get(path)!.text}”`))].slice(0, 5).join("");
    return {
      message: {
        zh: `${tableTitle(table)}的表格有${cells.length}个单元格填了${marks}：${listCells(report.template, cells)}；没有的请填0`,
        en: `${tableTitleEnglish(table)} has ${cells.length} cells with ${marks} instead of a number`,
      },
      cells,
      evidence: linesOf(report, cells),
    };
  },
);

export const cellUnreadable = tableRule(
  {
    id: "structure/cell-unreadable",
    severity: "error",
    description: {
      zh: "单元格里的内容是数字（或空白、占位符号）。",
      en: "What stands in a cell is a number, a placeholder or nothing.",
    },
  },
  (report, table) => {
    const unreadable = cellsIn(report, table, "unreadable");
    if (unreadable.length === 0) return undefined;
    const rows = new Set(report.tables[table].unreadableRows);
    const cells = unreadable.filter((path) => !rows.has(rowOf(path)));
    const damaged = cells.filter((path) => isDamaged(report, path));
    return [
      ...[...rows].map((row) =>
        describeRow(
          report,
          row,
          unreadable.filter((path) => rowOf(path) === row),
        ),
      ),
      ...(damaged.length > 0 ? [describeDamage(report, table, damaged)] : []),
      ...cells.filter((path) => !isDamaged(report, path)).map((path) => describeCell(report, path)),
    ];
  },
);

const rowOf = (path: CellPath): string => path.split(".")[1]!;

/** A row whose figures cannot be told apart. */
function describeRow(report: Report, row: string, cells: readonly CellPath[]): Draft {
  const figure = report.figures.get(cells[0]!)!;
  return {
    message: {
      zh: `${cellName(report.template, cells[0]!).row}：无法确定这一行的数字各属哪一列；请检查这一行有没有缺少、多出或错误合并的单元格`,
      en: `${row}: it cannot be told which figure belongs to which column; look for missing, added or wrongly merged cells`,
    },
    cells,
    evidence: [{ text: figure.text, location: figure.location }],
  };
}

/** A cell that holds something else than a number. */
function describeCell(report: Report, path: CellPath): Draft {
  const figure = report.figures.get(path)!;
  const { row, column } = cellName(report.template, path);
  return {
    message: {
      zh: `${row}（${column}）填的是“${figure.text.slice(0, 40)}”，不是一个数字，请改填数字`,
      en: `${path} does not hold a number`,
    },
    cells: [path],
    evidence: linesOf(report, [path]),
  };
}

/** Whether a character of the cell was lost by the file's damage or cut off at the page's edge. */
const isDamaged = (report: Report, path: CellPath): boolean => report.figures.get(path)!.text.includes("\uFFFD");

/** One finding a table for all cells that damage has hit: they are told together, since one new export mends them all. */
function describeDamage(report: Report, table: TableName, cells: readonly CellPath[]): Draft {
  return {
    message: {
      zh: `${tableTitle(table)}的表格有${cells.length}个单元格的文字损坏或被页边截断，读不完整：${listCells(report.template, cells)}；请重新导出文件`,
      en: `${tableTitleEnglish(table)}: ${cells.length} cells are damaged or cut off at the page's edge; export the file again`,
    },
    cells,
    evidence: linesOf(report, cells),
  };
}

export const copyConflict = tableRule(
  {
    id: "structure/copy-conflict",
    severity: "error",
    description: {
      zh: "同一张表印了两遍的，两遍一致。",
      en: "Where the same table is printed twice, the copies agree.",
    },
  },
  (report, table) => {
    const { conflicts } = report.tables[table];
    const [first] = conflicts;
    if (!first) return undefined;
    const { row, column } = cellName(report.template, first.cell);
    const shown = (figure: Figure) => figure.text || "空白";
    return {
      message: {
        zh: `${tableTitle(table)}的表格印了两遍，有${conflicts.length}处不一致，如${row}（${column}）先写${shown(first.first)}，后写${shown(first.second)}`,
        en: `${tableTitleEnglish(table)} is printed twice and the copies differ in ${conflicts.length} cells`,
      },
      cells: [...new Set(conflicts.map((conflict) => conflict.cell))],
      expected: conflicts.length === 1 ? first.first.value : null,
      actual: conflicts.length === 1 ? first.second.value : null,
      evidence: conflicts
        .slice(0, 10)
        .flatMap((conflict) =>
          [conflict.first, conflict.second].map(({ text, location }) => ({ text: text || "（空白）", location })),
        ),
    };
  },
);

export const rowUnknown = tableRule(
  {
    id: "structure/row-unknown",
    severity: "info",
    description: {
      zh: "格式里没有的行不计入统计数据。",
      en: "A row that the form does not have was left out of the statistics.",
    },
  },
  (report, table) =>
    report.tables[table].unknownRows.map((row) => ({
      message: {
        zh: `${tableTitle(table)}的表格里有一行不属于规定格式，未计入统计：${row.text.slice(0, 60)}`,
        en: `${tableTitleEnglish(table)} has a row that the form does not have; it was left out of the statistics`,
      },
      evidence: [row],
    })),
);
