import type { TableBlock, TableCell } from "../document.ts";

/** The cells of one line. */
export interface DelimitedRow {
  texts: readonly string[];
  line: number;
}

/**
 * Drops the empty text after the last delimiter where delimiters end cells rather than part them, as most rows of the table
 * tell: they end with one.
 */
export function dropClosing(rows: readonly DelimitedRow[]): DelimitedRow[] {
  const closed = ({ texts }: DelimitedRow) => texts.length > 1 && texts.at(-1) === "";
  if (rows.filter(closed).length * 2 <= rows.length) return [...rows];
  return rows.map((row) => (closed(row) ? { ...row, texts: row.texts.slice(0, -1) } : row));
}

/** Makes a delimited table of rows of cell texts; each row stands on its own source line. */
export function toDelimitedTable(rows: readonly DelimitedRow[]): TableBlock {
  const cells: TableCell[] = [];
  let columns = 0;
  rows.forEach(({ texts, line }, row) => {
    columns = Math.max(columns, texts.length);
    texts.forEach((text, column) => {
      cells.push({ text, row, column, rowSpan: 1, columnSpan: 1, location: { line } });
    });
  });
  const line = rows[0]?.line ?? 1;
  return { kind: "table", grid: "delimited", rows: rows.length, columns, cells, location: { line } };
}
