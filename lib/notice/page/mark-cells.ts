import type { CellPath } from "../../forms/form.ts";
import type { Severity } from "../../validator/finding.ts";
import type { NumberedFinding } from "./order-findings.ts";

/** What the findings say about one cell (or one whole table). */
export interface CellMark {
  findings: NumberedFinding[];
  /** The gravest of them; findings come in order of weight. */
  severity: Severity;
  /** The count that would mend what is broken, where one is proposed for this very cell. */
  repair?: number;
  /** Findings whose number is printed in the cell; long sums print it at their total only. */
  badges: NumberedFinding[];
}

/** A relation of more cells than this shows its number only at its first cell (the total) and at the cell to repair. */
const smallRelation = 8;

/** Cell path → what is to be marked there. */
export function markCells(findings: readonly NumberedFinding[]): Map<CellPath, CellMark> {
  const marks = new Map<CellPath, CellMark>();
  for (const numbered of findings) {
    const { cells, severity, repair } = numbered.finding;
    const paths = new Set(repair ? [...cells, repair.cell] : cells);
    let first = true;
    for (const path of paths) {
      const mark = marks.get(path) ?? { findings: [], severity, badges: [] };
      marks.set(path, mark);
      mark.findings.push(numbered);
      if (path === repair?.cell) mark.repair = repair.value;
      if (first || paths.size <= smallRelation || path === repair?.cell) mark.badges.push(numbered);
      first = false;
    }
  }
  return marks;
}
