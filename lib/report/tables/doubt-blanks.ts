import { toLabelKey } from "./match-label.ts";
import type { ScannedRow, ScannedTable } from "./table-scan.ts";

const isBlank = ({ values }: ScannedRow): boolean => values?.every(({ text }) => text.trim() === "") ?? false;

/**
 * A copy of a table with the rows whose blanks are doubtful given up (`values` null): those right above figures without a
 * label, which may be theirs.
 */
export function doubtBlanks(copy: ScannedTable): ScannedTable {
  const doubted = new Set<number>();
  for (const { label, values, at } of copy.unknown) {
    const above = copy.rows[at - 1];
    const figures = values.some(({ text }) => text.trim() !== "");
    if (above && figures && toLabelKey(label) === "" && !above.stream && isBlank(above)) doubted.add(at - 1);
  }
  if (doubted.size === 0) return copy;
  return { ...copy, rows: copy.rows.map((row, at) => (doubted.has(at) ? { ...row, values: null } : row)) };
}
