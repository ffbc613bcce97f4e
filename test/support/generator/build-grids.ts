import type { FormBlock, FormColumn, FormRow, FormTable } from "../../../lib/forms/form.ts";
import type { Statistics } from "../../../lib/report/report.ts";
import { type FigureStyle, unitOf, writeFigure } from "./figure-text.ts";
import type { Grid, GridCell, Role } from "./grid.ts";
import type { Labels } from "./label-variants.ts";

/** How a report shapes its tables. */
export interface GridStyle {
  /** Part two: one table, or one for each block of the form. */
  disclosure: "one" | "several";
  /** Part three's labels: merged cells as in the official form; `flat`: one label column, group headings on rows of their own. */
  applications: "official" | "flat";
  /** 总计 in the third header row instead of the second. */
  lowTotal: boolean;
  /** A column 小计 after the five kinds of organisation. */
  subtotal: boolean;
  /** Brackets of the list numbers: （一） or (一). */
  brackets: "full-width" | "ascii";
  /** A row that the form does not have, in part two. */
  unknownRow: boolean;
}

export const officialGrids: GridStyle = {
  disclosure: "one",
  applications: "official",
  lowTotal: false,
  subtotal: false,
  brackets: "full-width",
  unknownRow: false,
};

export interface GridInput {
  statistics: Statistics;
  labels: Labels;
  figures: FigureStyle;
  style: GridStyle;
}

const han = "一二三四五六七八九十";
const bracketed = (index: number, style: GridStyle) =>
  style.brackets === "ascii" ? `(${han[index]})` : `（${han[index]}）`;
const bracket = (text: string, style: GridStyle) =>
  style.brackets === "ascii" ? text.replaceAll("（", "(").replaceAll("）", ")") : text;

/** Collects the cells of a grid. */
function drawer() {
  const cells: GridCell[] = [];
  const put = (row: number, column: number, text: string, role: Role, columnSpan = 1, rowSpan = 1, path?: string) => {
    cells.push({ text, row, column, rowSpan, columnSpan, role, ...(path ? { path } : {}) });
  };
  return { cells, put };
}

type Put = ReturnType<typeof drawer>["put"];

function putFigure(
  put: Put,
  at: [number, number, number],
  table: FormTable,
  row: FormRow,
  column: FormColumn,
  input: GridInput,
) {
  const value = input.statistics[table.name]?.[row.key]?.[column.key] ?? null;
  const text = writeFigure(value, column, table.part === 2, input.figures);
  put(at[0], at[1], text, "figure", at[2], 1, `${table.name}.${row.key}.${column.key}`);
}

function headerOf(column: FormColumn, { labels, figures }: GridInput): string {
  const label = labels.column(column);
  if (column.kind !== "amount" || figures.money === "official") return label;
  const bare = label.replace(/（单位：.*?）/, "");
  return figures.money === "header" ? `${bare}（单位：${unitOf(column, figures)}）` : bare;
}

function putBlock(put: Put, top: number, table: FormTable, block: FormBlock, input: GridInput): number {
  const width = 4;
  let at = top;
  put(at++, 0, bracket(block.heading!, input.style), "heading", width);
  // A single column fills the grid's three; of two columns the last grid cell stays empty, as in the official form.
  const span = block.columns.length === 1 ? width - 1 : 1;
  put(at, 0, "信息内容", "header");
  block.columns.forEach((column, i) => {
    put(at, 1 + i, headerOf(column, input), "header", span);
  });
  const isShort = block.columns.length === 2;
  if (isShort) put(at, 3, "", "filler");
  at++;
  for (const row of block.rows) {
    put(at, 0, input.labels.row(row), "label");
    block.columns.forEach((column, i) => {
      putFigure(put, [at, 1 + i, span], table, row, column, input);
    });
    if (isShort) put(at, 3, "", "filler");
    at++;
  }
  if (input.style.unknownRow && block === table.blocks[0]) {
    put(at, 0, "其他主动公开文件", "label");
    ["58", "23", ""].forEach((text, i) => {
      put(at, 1 + i, text, "filler");
    });
    at++;
  }
  return at;
}

/** Part two as one table or as one for each block. */
export function buildDisclosure(table: FormTable, input: GridInput): Grid[] {
  const make = (blocks: readonly FormBlock[]): Grid => {
    const { cells, put } = drawer();
    const rows = blocks.reduce((at, block) => putBlock(put, at, table, block, input), 0);
    return { table: table.name, rows, columns: 4, headerRows: 0, labelColumns: 1, cells };
  };
  return input.style.disclosure === "one" ? [make(table.blocks)] : table.blocks.map((block) => make([block]));
}

const relationNote = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）";

/** Which rows stand below 三、本年度办理结果: all between the two that come in and the one that is carried on. */
const isResult = (row: FormRow) => !["newlyReceived", "carriedOver", "carriedForward"].includes(row.key);

function putApplicantHeader(put: Put, labelColumns: number, columns: readonly FormColumn[], input: GridInput): number {
  const { style, labels } = input;
  const first = labelColumns;
  const extra = style.subtotal ? 1 : 0;
  put(0, 0, bracket(relationNote, style), "note", labelColumns, 3);
  put(0, first, "申请人情况", "header", columns.length + extra);
  put(1, first, labels.column(columns[0]!), "header", 1, 2);
  put(1, first + 1, "法人或其他组织", "header", columns.length - 2 + extra);
  columns.slice(1, -1).forEach((column, i) => {
    put(2, first + 1 + i, labels.column(column), "header");
  });
  if (extra) put(2, first + columns.length - 1, "小计", "header");
  const last = first + columns.length - 1 + extra;
  if (style.lowTotal) put(1, last, "", "filler");
  put(style.lowTotal ? 2 : 1, last, labels.column(columns.at(-1)!), "header", 1, style.lowTotal ? 1 : 2);
  return 3;
}

function putCounts(put: Put, at: number, first: number, table: FormTable, row: FormRow, input: GridInput): void {
  const { columns } = table.blocks[0]!;
  columns.slice(0, -1).forEach((column, i) => {
    putFigure(put, [at, first + i, 1], table, row, column, input);
  });
  let last = first + columns.length - 1;
  if (input.style.subtotal) {
    const values = columns.slice(1, -1).map((column) => input.statistics[table.name]?.[row.key]?.[column.key] ?? null);
    const subtotal = values.includes(null) ? null : values.reduce<number>((sum, value) => sum + value!, 0);
    const shown = subtotal === 0 ? input.figures.zero : String(subtotal ?? input.figures.blank);
    put(at, last++, shown, "filler");
  }
  putFigure(put, [at, last, 1], table, row, columns.at(-1)!, input);
}

/** Part three. Numbers of rows and groups are counted, not stored: the form gives order and groups. */
export function buildApplications(table: FormTable, input: GridInput): Grid {
  const { rows, columns } = table.blocks[0]!;
  const isFlat = input.style.applications === "flat";
  const labelColumns = isFlat ? 1 : 3;
  const { cells, put } = drawer();
  let at = putApplicantHeader(put, labelColumns, columns, input);
  const results = rows.filter(isResult);
  const groups = [...new Set(results.map((row) => row.group ?? row.key))];
  const width = labelColumns + columns.length + (input.style.subtotal ? 1 : 0);
  const heading = (text: string) => {
    put(at, 0, text, "label");
    for (let c = 1; c < width; c++) put(at, c, "", "filler");
    at++;
  };
  let top = 0;
  for (const row of rows) {
    const label = input.labels.row(row);
    if (!isResult(row)) {
      put(at, 0, `${han[top++]}、${label}`, "label", labelColumns);
    } else {
      if (row === results[0]) {
        const text = `${han[top++]}、本年度办理结果`;
        if (isFlat) heading(text);
        else put(at, 0, text, "group", 1, results.length);
      }
      const number = bracketed(groups.indexOf(row.group ?? row.key), input.style);
      const members = results.filter((other) => row.group !== undefined && other.group === row.group);
      if (members[0] === row) {
        if (isFlat) heading(`${number}${row.group}`);
        else put(at, 1, `${number}${row.group}`, "group", 1, members.length);
      }
      const text = members.length > 0 ? `${members.indexOf(row) + 1}.${label}` : `${number}${label}`;
      if (isFlat) put(at, 0, text, "label");
      else put(at, members.length > 0 ? 2 : 1, text, "label", members.length > 0 ? 1 : 2);
    }
    putCounts(put, at++, labelColumns, table, row, input);
  }
  return { table: table.name, rows: at, columns: width, headerRows: 3, labelColumns, cells };
}

/** Part four: three heading rows and one line of figures. */
export function buildProceedings(table: FormTable, input: GridInput): Grid {
  const { rows, columns } = table.blocks[0]!;
  const { cells, put } = drawer();
  const n = columns.length;
  put(0, 0, rows[0]!.label, "header", n);
  put(0, n, rows[1]!.group!, "header", n * (rows.length - 1));
  rows.forEach((row, r) => {
    if (r > 0) put(1, r * n, input.labels.row(row), "header", n);
    columns.forEach((column, c) => {
      put(r === 0 ? 1 : 2, r * n + c, input.labels.column(column), "header", 1, r === 0 ? 2 : 1);
      putFigure(put, [3, r * n + c, 1], table, row, column, input);
    });
  });
  return { table: table.name, rows: 4, columns: n * rows.length, headerRows: 3, labelColumns: 0, cells };
}
