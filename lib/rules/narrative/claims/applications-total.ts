import type { CellPath } from "../../../forms/form.ts";

const known = new Map<string, CellPath>();

/** The total of a row of part three, by the row's key; put together once, since cells are looked up by it. */
export function applicationsTotal(row: string): CellPath {
  const path = known.get(row);
  if (path !== undefined) return path;
  const added = `applications.${row}.total`;
  known.set(row, added);
  return added;
}
