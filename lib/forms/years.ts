import type { CellPath, TableName, Template } from "./form.ts";

/**
 * What must hold between the reports of two consecutive years: this year's `is` = last year's `earlier` + this year's `plus` − `minus`.
 * `per: "column"`: they are rows and it holds in every column; `per: "row"`: they are columns and it holds in every row that has them.
 */
export interface YearRelation {
  rule: string;
  table: TableName;
  per: "column" | "row";
  /** Templates on which both reports must be, since the columns of others count other things; absent: any. */
  templates?: readonly Template[];
  is: YearTerm;
  earlier: readonly YearTerm[];
  plus: readonly YearTerm[];
  minus: readonly YearTerm[];
}

/** A row (or column) of the relation and how messages call it. */
export interface YearTerm {
  key: string;
  short: string;
}

const term = (key: string, short: string): YearTerm => ({ key, short });

/** Relations between years, declared once. Order of the rules is that in which findings are told. */
export const yearRelations: readonly YearRelation[] = [
  {
    rule: "history/carry-over",
    table: "applications",
    per: "column",
    is: term("carriedOver", "上年结转"),
    earlier: [term("carriedForward", "结转下年度")],
    plus: [],
    minus: [],
  },
  {
    // 对外公开总数量 of 2020 and 现行有效件数 of 2021 are two counts: only 2021 and later.
    rule: "history/in-force-balance",
    table: "disclosure",
    per: "row",
    templates: ["2021"],
    is: term("inForce", "现行有效件数"),
    earlier: [term("inForce", "现行有效件数")],
    plus: [term("issued", "本年制发件数")],
    minus: [term("repealed", "本年废止件数")],
  },
  {
    rule: "history/items-balance",
    table: "disclosure",
    per: "row",
    templates: ["2019"],
    is: term("previousItems", "上一年项目数量"),
    earlier: [term("previousItems", "上一年项目数量"), term("change", "本年增/减")],
    plus: [],
    minus: [],
  },
];

/** The path of a term's cell in one column (or row). */
export function yearCell({ table, per }: YearRelation, { key }: YearTerm, subject: string): CellPath {
  return per === "column" ? `${table}.${key}.${subject}` : `${table}.${subject}.${key}`;
}
