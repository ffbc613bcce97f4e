/** The forms of the annual report as data. Labels are the official ones; `aliases` are other spellings, all in simplified characters. */

export type Template = "legacy" | "2019" | "2021";
export type TableName = "disclosure" | "applications" | "proceedings";
/** The path of a cell in `statistics`: `table.row.column`, or `legacy.key`. */
export type CellPath = string;
export type MoneyUnit = "元" | "万元" | "亿元";

export interface FormColumn {
  key: string;
  label: string;
  aliases?: readonly string[];
  /** What a value of this column is: a count (whole, not negative), a signed change, or an amount of money in 万元. */
  kind: "count" | "change" | "amount";
  /** The unit that the official label itself prints, for an amount. */
  unit?: MoneyUnit;
}

export interface FormRow {
  key: string;
  /** The official label without its number. */
  label: string;
  /** How messages call it. */
  short: string;
  /** The group heading it stands below, for example 三（三）不予公开. */
  group?: string;
  /** Other spellings of the whole label. */
  aliases?: readonly string[];
  /** Words that no other row of the form holds: a label that contains one is this row. */
  marks?: readonly string[];
}

/** Rows that share one header: the whole of parts three and four, one of the five (four) blocks of part two. */
export interface FormBlock {
  /** The block's own heading (第二十条第（一）项), absent where the table has none. */
  heading?: string;
  columns: readonly FormColumn[];
  rows: readonly FormRow[];
}

export interface FormTable {
  name: TableName;
  /** The statutory part that holds it. */
  part: 2 | 3 | 4;
  blocks: readonly FormBlock[];
}

/**
 * A relation between cells of one table. `equal`: the left cells add up to the right ones (for a sum the left one is the whole).
 * `at-least`: the single left cell is not less than the right ones, the `minus` ones subtracted.
 * `per: "column"`: cells are rows and the relation holds in each column; `per: "row"`: cells are columns and it holds in each row.
 */
export interface Relation {
  rule: string;
  table: TableName;
  kind: "equal" | "at-least";
  per: "column" | "row";
  left: readonly string[];
  right: readonly string[];
  minus?: readonly string[];
  /** Rows it holds in, with `per: "row"`; absent: all. */
  rows?: readonly string[];
}

/** One relation in one column or row: paths of its cells. */
export interface CellRelation {
  rule: string;
  kind: "equal" | "at-least";
  table: TableName;
  /** The column (or row) it holds in. */
  subject: FormColumn | FormRow;
  left: readonly CellPath[];
  right: readonly CellPath[];
  minus: readonly CellPath[];
  cells: readonly CellPath[];
}

export interface Form {
  template: Exclude<Template, "legacy">;
  /** Years reported on for which the form is in force; `to` absent: still in force. */
  inForce: { from: number; to?: number };
  /** The notice that prescribes it. */
  source: string;
  tables: readonly FormTable[];
  relations: readonly Relation[];
}

/** The rows of a form's table with their columns, in the form's order. */
export function tableRows(table: FormTable): { row: FormRow; columns: readonly FormColumn[]; block: FormBlock }[] {
  return table.blocks.flatMap((block) => block.rows.map((row) => ({ row, columns: block.columns, block })));
}

/** Every cell of a form, in the form's order. */
export function formCells(form: Form): { path: CellPath; table: FormTable; row: FormRow; column: FormColumn }[] {
  return form.tables.flatMap((table) =>
    tableRows(table).flatMap(({ row, columns }) =>
      columns.map((column) => ({ path: `${table.name}.${row.key}.${column.key}`, table, row, column })),
    ),
  );
}

/** A form's relations, one for each column or row in which they hold. */
export function cellRelations(form: Form): CellRelation[] {
  return form.relations.flatMap((relation) => {
    const table = form.tables.find((candidate) => candidate.name === relation.table)!;
    const rows = tableRows(table);
    const subjects =
      relation.per === "column"
        ? rows[0]!.columns.map((subject) => ({ subject, path: (row: string) => `${table.name}.${row}.${subject.key}` }))
        : rows
            .filter(({ row }) => !relation.rows || relation.rows.includes(row.key))
            .map(({ row }) => ({ subject: row, path: (column: string) => `${table.name}.${row.key}.${column}` }));
    return subjects.map(({ subject, path }) => {
      const left = relation.left.map(path);
      const right = relation.right.map(path);
      const minus = (relation.minus ?? []).map(path);
      const { rule, kind } = relation;
      return { rule, kind, table: table.name, subject, left, right, minus, cells: [...left, ...right, ...minus] };
    });
  });
}
