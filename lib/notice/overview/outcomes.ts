import { tableRows } from "../../forms/form.ts";
import { formOf, forms } from "../../forms/forms.ts";
import { outcomeColumns } from "../../forms/proceedings.ts";
import type { TableStatistics, Value } from "../../report/report.ts";
import type { OverviewRecord } from "./overview-record.ts";

/** A sum over the reports that state all its figures; a blank is unknown, so a report with one is left out and counted. */
export interface Sum {
  value: number;
  stated: number;
}

/** Rows of each group of outcomes (予以公开 … 其他处理), by template, as the forms declare them. */
const outcomeRows = new Map(
  forms.map((form) => {
    const sum = form.relations.find(({ rule }) => rule === "applications/outcome-sum")!;
    const table = form.tables.find(({ name }) => name === sum.table)!;
    const groups = new Map<string, string[]>();
    for (const { row } of tableRows(table)) {
      if (!sum.right.includes(row.key)) continue;
      const group = row.group ?? row.short;
      groups.set(group, [...(groups.get(group) ?? []), row.key]);
    }
    return [form.template, groups] as const;
  }),
);

/** The groups of outcomes in the form's order. */
export const outcomeGroups: readonly string[] = [...outcomeRows.get(forms.at(-1)!.template)!.keys()];
/** The outcomes of proceedings: the columns without their total. */
export const proceedingOutcomes = outcomeColumns.filter(({ key }) => key !== "total");

const total = (table: TableStatistics | undefined, row: string): Value | undefined => table?.[row]?.["total"];

function addUp(values: readonly (Value | undefined)[]): number | null {
  let sum = 0;
  for (const value of values) {
    if (typeof value !== "number") return null;
    sum += value;
  }
  return sum;
}

/** Applications newly received; null where the report does not state them. */
export function applicationsOf({ statistics }: OverviewRecord): number | null {
  return total(statistics.applications, "newlyReceived") ?? statistics.legacy?.["applications"] ?? null;
}

/** Outcomes by group; null where some figure is not stated. */
export function outcomesOf({ statistics, template }: OverviewRecord): number[] | null {
  const rows = formOf(template) && outcomeRows.get(template as "2019" | "2021");
  if (!rows) return null;
  const sums = outcomeGroups.map((group) =>
    addUp((rows.get(group) ?? []).map((row) => total(statistics.applications, row))),
  );
  return sums.every((sum) => sum !== null) ? sums : null;
}

/** Outcomes of reconsideration or of litigation (both ways to court together); null where some figure is not stated. */
export function proceedingsOf({ statistics }: OverviewRecord, kind: "reconsideration" | "litigation"): number[] | null {
  const rows =
    kind === "reconsideration" ? ["reconsideration"] : ["litigationDirect", "litigationAfterReconsideration"];
  const sums = proceedingOutcomes.map(({ key }) => addUp(rows.map((row) => statistics.proceedings?.[row]?.[key])));
  return sums.every((sum) => sum !== null) ? sums : null;
}
