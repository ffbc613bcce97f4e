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
export function dropClosing(rows: readonly DelimitedRow[]): readonly DelimitedRow[] {
  const closed = rows.filter(isClosed);
  if (closed.length * 2 <= rows.length) return rows;
  const usual = findUsualLength(closed);
  if (usual > 2 && rows.some((row) => row.texts.length === usual && !isClosed(row))) return rows;
  return rows.map((row) => (isClosed(row) ? withoutLast(row) : row));
}

/** The same for marks that stand in sentences as well: they end cells only where every row ends with one. */
export function dropEveryClosing(rows: readonly DelimitedRow[]): readonly DelimitedRow[] {
  return rows.every(isClosed) ? rows.map(withoutLast) : rows;
}

const isClosed = ({ texts }: DelimitedRow): boolean => texts.length > 1 && texts[texts.length - 1] === "";

const withoutLast = ({ texts, line }: DelimitedRow): DelimitedRow => ({ texts: texts.slice(0, -1), line });

/** The length that most rows have. */
function findUsualLength(rows: readonly DelimitedRow[]): number {
  const counts = new Map<number, number>();
  for (const { texts } of rows) counts.set(texts.length, (counts.get(texts.length) ?? 0) + 1);
  let usual = 0;
  let most = 0;
  for (const [length, count] of counts) {
    if (count > most) {
      usual = length;
      most = count;
    }
  }
  return usual;
}

/** Makes a delimited table of rows of cell texts; each row stands on its own source line. */
export function toDelimitedTable(rows: readonly DelimitedRow[]): TableBlock {
  const cells: TableCell[] = [];
  let columns = 0;
  for (let row = 0; row < rows.length; row++) {
    const { texts, line } = rows[row]!;
    const location = { line };
    if (texts.length > columns) columns = texts.length;
    for (let column = 0; column < texts.length; column++)
      cells.push({ text: texts[column]!, row, column, rowSpan: 1, columnSpan: 1, location });
  }
  const line = rows[0]?.line ?? 1;
  return { kind: "table", grid: "delimited", rows: rows.length, columns, cells, location: { line } };
}
