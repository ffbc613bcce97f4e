import type { CellPath, TableName, Template } from "../forms/form.ts";
import { formCells } from "../forms/form.ts";
import { forms } from "../forms/forms.ts";
import { legacyKeys } from "../forms/legacy.ts";
import { statutoryParts } from "../forms/parts.ts";

/** How messages call a cell: its row and its column. */
export interface CellName {
  row: string;
  column: string;
}

const names = new Map<string, CellName>([
  ...forms.flatMap((form) =>
    formCells(form).map(({ path, row, column }): [string, CellName] => [
      `${form.template}:${path}`,
      { row: row.short, column: column.label.replace(/（.*）$/, "") },
    ]),
  ),
  ...legacyKeys.map(({ key, label }): [string, CellName] => [`legacy:legacy.${key}`, { row: label, column: "" }]),
]);

/** The name of a cell in the words of the report's form; its path where the form has no such cell. */
export function cellName(template: Template, path: CellPath): CellName {
  return names.get(`${template}:${path}`) ?? { row: path, column: "" };
}

/** “row（column, column）” lists, for messages that name many cells; at most `most` rows are listed. */
export function listCells(template: Template, paths: readonly CellPath[], most = 6): string {
  const rows = new Map<string, string[]>();
  for (const path of paths) {
    const { row, column } = cellName(template, path);
    rows.set(row, [...(rows.get(row) ?? []), ...(column ? [column] : [])]);
  }
  const listed = [...rows]
    .slice(0, most)
    .map(([row, columns]) => (columns.length > 0 ? `${row}（${columns.join("、")}）` : row));
  return listed.join("、") + (rows.size > most ? `等${rows.size}行` : "");
}

const parts: Record<TableName, { ordinal: string; part: number }> = {
  disclosure: { ordinal: "二", part: 2 },
  applications: { ordinal: "三", part: 3 },
  proceedings: { ordinal: "四", part: 4 },
};

/** “第三部分“收到和处理政府信息公开申请情况””, the part that holds a table. */
export function tableTitle(table: TableName): string {
  const { ordinal, part } = parts[table];
  return `第${ordinal}部分“${statutoryParts.find((candidate) => candidate.part === part)!.heading}”`;
}

/** The same for English messages. */
export function tableTitleEnglish(table: TableName): string {
  return `the table of part ${{ disclosure: "two", applications: "three", proceedings: "four" }[table]}`;
}

export const tableNames: readonly TableName[] = ["disclosure", "applications", "proceedings"];
