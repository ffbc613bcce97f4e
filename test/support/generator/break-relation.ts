import type { Statistics, Value } from "../../../lib/report/report.ts";

/** A copy of the statistics with one cell set to `value`. */
export function setCell(statistics: Statistics, cell: string, value: Value): Statistics {
  const copy = structuredClone(statistics);
  const [table, row, column] = cell.split(".") as ["disclosure" | "applications" | "proceedings", string, string];
  copy[table]![row]![column] = value;
  return copy;
}

/** A copy with `delta` added to one cell: every relation that the cell stands in breaks. */
export function breakRelation(statistics: Statistics, cell: string, delta: number): Statistics {
  const [table, row, column] = cell.split(".") as ["disclosure" | "applications" | "proceedings", string, string];
  return setCell(statistics, cell, (statistics[table]![row]![column] ?? 0) + delta);
}
