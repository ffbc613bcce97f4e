import { type FormColumn, type FormRow, type FormTable, tableRows } from "../../forms/form.ts";

/** The rows of a form's table with their columns, prepared once: cells are numbered in the form's order. */
export interface Layout {
  order: readonly string[];
  rows: readonly { row: FormRow; columns: readonly FormColumn[]; paths: readonly string[]; firstCell: number }[];
  byKey: ReadonlyMap<string, number>;
  /** The path of each cell. */
  paths: readonly string[];
}

const layouts = new Map<FormTable, Layout>();

function layOut(table: FormTable): Layout {
  let firstCell = 0;
  const rows = tableRows(table).map(({ row, columns }) => {
    const paths = columns.map((column) => `${table.name}.${row.key}.${column.key}`);
    const own = { row, columns, paths, firstCell };
    firstCell += columns.length;
    return own;
  });
  const order = rows.map(({ row }) => row.key);
  const byKey = new Map(order.map((key, at) => [key, at]));
  return { order, rows, byKey, paths: rows.flatMap(({ paths }) => paths) };
}

/** The layout of a form's table, prepared at its first use. */
export function layoutOf(table: FormTable): Layout {
  const known = layouts.get(table);
  if (known !== undefined) return known;
  const layout = layOut(table);
  layouts.set(table, layout);
  return layout;
}
