import type { CellPath, CellRelation } from "../forms/form.ts";
import type { Evidence, Report } from "../report/report.ts";
import { brokenRelations, type RelationState } from "../validator/check-relation.ts";
import type { Draft, Rule } from "../validator/finding.ts";
import { cellName } from "./cell-names.ts";

/** The lines on which a relation's cells stand, each line once. */
export function linesOf(report: Report, cells: readonly CellPath[]): Evidence[] {
  const lines = new Map<string, Evidence[]>();
  for (const path of cells) {
    const figure = report.figures.get(path);
    if (!figure) continue;
    const { row, column } = cellName(report.template, path);
    const key = `${figure.location.page ?? 0}:${figure.location.line}:${row}`;
    lines.set(key, [
      ...(lines.get(key) ?? []),
      { text: `${row}·${column} ${figure.text || "（空白）"}`, location: figure.location },
    ]);
  }
  return [...lines.values()].map((own) => ({
    text: own.map((one) => one.text).join("；"),
    location: own[0]!.location,
  }));
}

/** Makes the rule that checks every relation a form declares under `id`. */
export function relationRule(
  meta: Omit<Rule, "check">,
  message: (report: Report, relation: CellRelation, state: RelationState) => Draft["message"],
): Rule {
  return {
    ...meta,
    *check(report) {
      for (const { relation, state } of brokenRelations(report)) {
        if (relation.rule !== meta.id) continue;
        yield {
          message: message(report, relation, state),
          cells: relation.cells,
          expected: state.expected,
          actual: state.actual,
          evidence: linesOf(report, relation.cells),
        };
      }
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
