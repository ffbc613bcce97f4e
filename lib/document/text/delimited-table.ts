import type { TableBlock, TableCell } from "../document.ts";

/** Makes a delimited table of rows of cell texts; each row stands on its own source line. */
export function toDelimitedTable(rows: readonly { texts: readonly string[]; line: number }[]): TableBlock {
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
