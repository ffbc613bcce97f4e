import * as z from "zod/mini";
import type { Item } from "../ports.ts";
import { type Filter, yearKeysUntil } from "./filter.ts";
import type { KeyCondition } from "./key-condition.ts";
import { keyConditions } from "./key-conditions.ts";
import { type RegisterReader, readAll } from "./register-reader.ts";

const rowSchema = z.looseObject({
  pk: z.string(),
  sk: z.string(),
  agency: z.nullable(z.string()),
  year: z.nullable(z.int()),
  template: z.string(),
  verdict: z.enum(["consistent", "inconsistent", "incomplete"]),
  errors: z.int(),
  warnings: z.int(),
  region: z.optional(z.string()),
  source: z.object({ bucket: z.string(), key: z.string(), sha256: z.string() }),
  assessedAt: z.string(),
  withdrawnAt: z.optional(z.string()),
});

/** A report's current result, without its statistics. */
export type ReportRow = z.infer<typeof rowSchema>;

/** The conditions that read the fewest partitions for a question about reports. */
export function reportConditions({ agency, region, year, verdict }: Filter, thisYear: number): KeyCondition[] {
  if (agency !== undefined) {
    return year === undefined ? keyConditions.reportsOfAgency(agency) : keyConditions.reportOfAgency(agency, year);
  }
  if (region !== undefined) return keyConditions.reportsOfRegion(region, year, verdict);
  const years = year === undefined ? yearKeysUntil(thisYear) : [year];
  return years.flatMap((each) => keyConditions.reportsOfYear(each, verdict));
}

/** The reports that a filter means (its rule left aside), by year and agency. `thisYear` bounds the years asked for where none is given. */
export async function askReports(reader: RegisterReader, filter: Filter, thisYear: number): Promise<ReportRow[]> {
  const items = await readAll(reader, reportConditions(filter, thisYear));
  const rows = items.map((item) => rowSchema.parse(item)).filter((row) => fits(row, filter));
  return rows.sort(byYearAndAgency);
}

function fits(row: ReportRow, { region, year, verdict, severity }: Filter): boolean {
  if (region !== undefined && row.region !== region) return false;
  if (year !== undefined && row.year !== year) return false;
  if (severity === "error" && row.errors === 0) return false;
  if (severity === "warning" && row.warnings === 0) return false;
  return verdict === undefined || row.verdict === verdict;
}

/** The newest year first, agencies in the order of their names. */
export function byYearAndAgency(a: Pick<Item, "pk"> & { year: number | null }, b: typeof a): number {
  return (b.year ?? 0) - (a.year ?? 0) || (a.pk < b.pk ? -1 : a.pk > b.pk ? 1 : 0);
}
