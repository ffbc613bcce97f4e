import type { TableName } from "./form.ts";

/**
 * What must hold between the reports of two consecutive years, cell by cell of `columns` (or rows).
 * `equal`: this year's `later` cell is last year's `earlier` cell.
 */
export interface YearRelation {
  rule: string;
  table: TableName;
  kind: "equal";
  /** Row of last year's report. */
  earlier: { row: string; short: string };
  /** Row of this year's report. */
  later: { row: string; short: string };
}

/** Relations between years, declared once; they hold in every column of the two rows. */
export const yearRelations: readonly YearRelation[] = [
  {
    rule: "history/carry-over",
    table: "applications",
    kind: "equal",
    earlier: { row: "carriedForward", short: "结转下年度" },
    later: { row: "carriedOver", short: "上年结转" },
  },
];
