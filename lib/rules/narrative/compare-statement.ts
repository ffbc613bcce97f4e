import type { CellPath } from "../../forms/form.ts";
import { formCells } from "../../forms/form.ts";
import { forms } from "../../forms/forms.ts";
import { cellValue, type Report } from "../../report/report.ts";
import type { Statement } from "./read-statement.ts";

/** The cells that a figure is said to be of, and what they hold. */
export interface Difference {
  cells: CellPath[];
  expected: number;
}

/** Cells of each template: a row that the form has and the report lacks is unknown, one the form lacks is no part of the sum. */
const inForm = new Map(
  forms.map((form) => [form.template as string, new Set(formCells(form).map(({ path }) => path))]),
);

/** The sum of the cells; null where one is unknown and the known ones do not exceed `told` already. */
function sumOf(report: Report, cells: readonly CellPath[], told: number): number | null {
  const form = inForm.get(report.template);
  let known = 0;
  let unknown = true;
  let counted = 0;
  for (const cell of cells) {
    const value = cellValue(report.statistics, cell);
    if (value === undefined && !form?.has(cell)) continue;
    if (counted++ === 0) unknown = false;
    if (typeof value === "number") known += value;
    else unknown = true;
  }
  return unknown && known <= told ? null : known;
}

function present(report: Report, cells: readonly CellPath[]): CellPath[] {
  return cells.filter((cell) => cellValue(report.statistics, cell) !== undefined);
}

/** The plainest cells and their sum where the figure is none of the cells' it may be; null where it is, or where blanks leave it open. */
export function compareStatement(report: Report, { claim, mention }: Statement): Difference | null {
  let plainest: Difference | null = null;
  for (const accepted of claim.accepts) {
    const sum = sumOf(report, accepted, mention.value);
    if (sum === null || sum === mention.value) return null;
    plainest ??= { cells: present(report, accepted), expected: sum };
  }
  return plainest;
}
