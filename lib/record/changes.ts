import type { CellPath } from "../forms/form.ts";
import type { Statistics, Value } from "../report/report.ts";

/** A cell whose figure differs between two versions; null: blank, or the report does not have the cell. */
export interface CellChange {
  cell: CellPath;
  from: Value;
  to: Value;
}

/** The cells in which two versions of a report differ, in the order of the newer one. */
export function changedCells(before: Statistics, after: Statistics): CellChange[] {
  const old = flatten(before);
  const now = flatten(after);
  const cells = new Set([...now.keys(), ...old.keys()]);
  return [...cells]
    .map((cell) => ({ cell, from: old.get(cell) ?? null, to: now.get(cell) ?? null }))
    .filter(({ from, to }) => from !== to);
}

function flatten(statistics: Statistics): Map<CellPath, Value> {
  const cells = new Map<CellPath, Value>();
  const { legacy, ...tables } = statistics;
  for (const [table, rows] of Object.entries(tables)) {
    for (const [row, columns] of Object.entries(rows ?? {})) {
      for (const [column, value] of Object.entries(columns)) cells.set(`${table}.${row}.${column}`, value);
    }
  }
  for (const [key, value] of Object.entries(legacy ?? {})) cells.set(`legacy.${key}`, value);
  return cells;
}
