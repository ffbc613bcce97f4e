import type { CellPath } from "../../../forms/form.ts";

/** The total of a row of part three, by the row's key. */
export function applicationsTotal(row: string): CellPath {
  return `applications.${row}.total`;
}
