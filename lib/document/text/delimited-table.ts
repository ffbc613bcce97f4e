import type { TableBlock, TableCell } from "../document.ts";

/** The cells of one line. */
export interface DelimitedRow {
  texts: readonly string[];
  line: number;
}

/**
 * Drops the empty text after the last delimiter where delimiters end cells rather than part them, as most rows of the table
 * tell: they end with one. A row that ends with a text and is as long as those shows that theirs is a blank cell.
 */
export function dropClosing(rows: readonly DelimitedRow[]): DelimitedRow[] {
  const closed = rows.filter(isClosed);
  if (closed.length * 2 <= rows.length) return [...rows];
  const usual = findUsualLength(closed);
  if (usual > 2 && rows.some((row) => row.texts.length === usual && !isClosed(row))) return [...rows];
  return rows.map((row) => (isClosed(row) ? { ...row, texts: row.texts.slice(0, -1) } : row));
}

/** The same for marks that stand in sentences as well: they end cells only where every row ends with one. */
export function dropEveryClosing(rows: readonly DelimitedRow[]): DelimitedRow[] {
  return rows.every(isClosed) ? rows.map((row) => ({ ...row, texts: row.texts.slice(0, -1) })) : [...rows];
}

const isClosed = ({ texts }: DelimitedRow): boolean => texts.length > 1 && texts.at(-1) === "";

function findUsualLength(rows: readonly DelimitedRow[]): number {
  const counts = new Map<number, number>();
  for (const { texts } of rows) counts.set(texts.length, (counts.get(texts.length) ?? 0) + 1);
  return [...counts].reduce((best, entry) => (entry[1] > best[1] ? entry : best), [0, 0] as [number, number])[0];
}

/** Makes a delimited table of rows of cell texts; each row stands on its own source line. */
export function toDelimitedTable(rows: readonly DelimitedRow[]): TableBlock {
  const cells: TableCell[] = [];
  let columns = 0;
  rows.forEach(({ texts, line }, row) => {
    columns = Math.max(columns, texts.length);
    const location = { line };
    texts.forEach((text, column) => {
      cells.push({ text, row, column, rowSpan: 1, columnSpan: 1, location });
    });
  });
  const line = rows[0]?.line ?? 1;
  return { kind: "table", grid: "delimited", rows: rows.length, columns, cells, location: { line } };
}
