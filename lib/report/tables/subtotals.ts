import { parseFigure } from "../parse-figure.ts";
import type { ScannedRow } from "./table-scan.ts";
import { wordOf } from "./word.ts";

/** A figure that is a plain count; null for anything else. */
const countIn = (text: string | undefined): number | null => parseFigure(text ?? "", { line: 1 }).value;

/** In so many rows at least the kinds must add up. */
const leastProofs = 3;

/** Whether nearly all rows of eight figures add the five kinds of organisation up before the total: a 小计 whose header was lost. */
function addsSubtotal(rows: readonly ScannedRow[]): boolean {
  const wide = rows.map((row) => row.stream?.figures ?? row.values ?? []).filter(({ length }) => length === 8);
  // Mostly the eighth is a blank cell behind the row, and no total.
  if (wide.filter((values) => values[7]!.text !== "").length < leastProofs) return false;
  const eight = wide
    .map((values) => values.map(({ text }) => countIn(text)))
    .filter((values) => values.some((value) => value !== 0));
  const sound = eight.filter(([natural, ...rest]) => {
    const kinds = rest.slice(0, 5).reduce<number>((sum, value) => sum + (value ?? 0), 0);
    return rest[5] === kinds && rest[6] === kinds + (natural ?? 0) && kinds > 0;
  });
  return sound.length >= leastProofs && sound.length * 2 > eight.length;
}

/** Rows that prove their 小计, with the header that it lost. */
export function nameSubtotals(rows: readonly ScannedRow[]): readonly ScannedRow[] {
  if (!addsSubtotal(rows) || rows.some((row) => hasSubtotal(row, 7))) return rows;
  const named = new Map<readonly string[], readonly string[]>();
  return rows.map((row) => {
    const headers = named.get(row.headers) ?? [...row.headers, "小计"];
    named.set(row.headers, headers);
    return { ...row, headers };
  });
}

const lastColumns = /小计(?:总计|合计)?$/;

/** Whether a header's cell, or line of cells, ends with the subtotal's name, or with the total's after it. */
export const isSubtotal = (text: string): boolean => lastColumns.test(wordOf(text).key);

/** Headers asked for last: the rows of a block share theirs. */
let asked: { headers: readonly string[]; found: boolean } = { headers: [], found: false };

/** Some reports add a 小计 of the five kinds of organisation before 总计; the form has no such column. */
export function hasSubtotal({ headers }: ScannedRow, columns: number): boolean {
  if (columns !== 7) return false;
  if (asked.headers !== headers) asked = { headers, found: headers.some(isSubtotal) };
  return asked.found;
}
