import type { Form, FormRow } from "../../forms/form.ts";
import type { ScannedRow, ScannedTable } from "./table-scan.ts";

/** Joins printed pieces of one table (page breaks, tables cut in two) whose rows follow one another without overlap. */
export function joinPieces(copies: readonly ScannedTable[], order: readonly string[]): ScannedTable[] {
  const joined: ScannedTable[] = [];
  const places = ({ rows }: ScannedTable) => rows.map((row) => order.indexOf(row.key));
  for (const copy of copies) {
    if (copy.rows.length === 0 && copy.unknown.length === 0) continue;
    const previous = joined.at(-1);
    const follows = previous && Math.max(-1, ...places(previous)) < Math.min(order.length, ...places(copy));
    if (!follows) {
      joined.push({ ...copy, rows: [...copy.rows], unknown: [...copy.unknown] });
      continue;
    }
    previous.unknown.push(...copy.unknown.map((row) => ({ ...row, at: row.at + previous.rows.length })));
    previous.rows.push(...copy.rows);
  }
  return joined.length === 1 ? joined : dropStrays(joined);
}

/**
 * Drops rows without a header of which a fuller copy has its own: a link of the site with its count (规章 41), a table of
 * categories with their counts.
 */
function dropStrays(copies: readonly ScannedTable[]): ScannedTable[] {
  const fuller = new Set(copies.flatMap(({ rows }) => (rows.length > 1 ? rows.map(({ key }) => key) : [])));
  const headed = new Set(
    copies.flatMap(({ rows }) => rows.flatMap(({ key, headers }) => (headers.length > 0 ? [key] : []))),
  );
  return copies.filter(({ rows, unknown }) => {
    if (rows.some(({ headers }) => headers.length > 0)) return true;
    if (rows.length === 1) return unknown.length > 0 || !fuller.has(rows[0]!.key);
    return rows.length === 0 || !rows.every(({ key }) => headed.has(key));
  });
}

/** The 2019 form's single row of other outcomes may be printed with the 2021 form's last label, and the reverse is told as missing rows. */
export function renameOther(rows: ScannedRow[], template: Form["template"]): ScannedRow[] {
  const has = (key: string) => rows.some((row) => row.key === key);
  if (template !== "2019" || has("other") || !has("otherMiscellaneous")) return rows;
  return rows.map((row) => (row.key === "otherMiscellaneous" ? { ...row, key: "other" } : row));
}

/** Han characters that may be left of a label that was lost. */
const mostGarbled = 3;

/** Gives rows without a readable label their place when the table has exactly as many rows as the form and the others stand where they should. */
export function placeByPosition(table: ScannedTable, form: readonly { row: FormRow }[]): ScannedTable {
  if (table.unknown.length === 0 || table.rows.length + table.unknown.length !== form.length) return table;
  // A label that can be read and is none of the form's names a row of its own.
  if (table.unknown.some(({ label }) => (label.match(/\p{Script=Han}/gu)?.length ?? 0) > mostGarbled)) return table;
  const rows: (ScannedRow | undefined)[] = [];
  table.rows.forEach((row, index) => {
    for (const unknown of table.unknown) if (unknown.at === index) rows.push(undefined);
    rows.push(row);
  });
  while (rows.length < form.length) rows.push(undefined);
  if (!rows.every((row, index) => row === undefined || row.key === form[index]!.row.key)) return table;
  let next = 0;
  const placed = rows.map((row, index): ScannedRow => {
    if (row) return row;
    const { values, evidence, label } = table.unknown[next++]!;
    return { key: form[index]!.row.key, values, headers: [], label, evidence };
  });
  return { ...table, rows: placed, unknown: [] };
}
