import type { Place } from "../document/document.ts";
import type { CellPath, CellRelation } from "../forms/form.ts";
import { remember } from "../report/remember.ts";
import type { Evidence, Report } from "../report/report.ts";
import { brokenRelations, type RelationState } from "../validator/check-relation.ts";
import type { Draft, Rule } from "../validator/finding.ts";
import { cellName } from "./cell-names.ts";

const sameLine = (a: Place, b: Place): boolean => a.line === b.line && a.page === b.page;

const printedRows = remember((report: Report) => new Map(report.rows));

/** The lines on which cells stand, each once: the row as printed, or where every cell has its own line the cells with their names. */
export function linesOf(report: Report, cells: readonly CellPath[]): Evidence[] {
  const lines = new Map<string, Evidence>();
  for (const path of cells) {
    const figure = report.figures.get(path);
    if (!figure) continue;
    const rowPath = path.slice(0, path.lastIndexOf("."));
    const printed = printedRows(report).get(rowPath);
    const { page = 0, line } = figure.location;
    const key = `${page}:${line}:${rowPath}`;
    if (printed && sameLine(printed.location, figure.location)) {
      lines.set(key, { text: printed.text, location: printed.location });
      continue;
    }
    const { row, column } = cellName(report.template, path);
    const own = `${row}·${column} ${figure.text || "（空白）"}`;
    const before = lines.get(key);
    lines.set(key, { text: before ? `${before.text}；${own}` : own, location: figure.location });
  }
  return [...lines.values()];
}

/** Makes the rule that checks every relation a form declares under `id`. */
export function relationRule(
  meta: Omit<Rule, "check">,
  message: (report: Report, relation: CellRelation, state: RelationState) => Draft["message"],
): Rule {
  return {
    ...meta,
    check(report) {
      const broken = brokenRelations(report).filter(({ relation }) => relation.rule === meta.id);
      return broken.map(({ relation, state }) => ({
        message: message(report, relation, state),
        cells: relation.cells,
        expected: state.expected,
        actual: state.actual,
        evidence: linesOf(report, relation.cells),
      }));
    },
  };
}

/** “新收 68” for each cell, blanks said as such. */
export function spell(report: Report, cells: readonly CellPath[], by: "row" | "column"): string[] {
  return cells.map((path) => {
    const name = cellName(report.template, path)[by];
    const value = report.figures.get(path)?.value;
    return `${name} ${value ?? "（空白）"}`;
  });
}
