import * as z from "zod/mini";
import { versionConflict } from "../rules/collection/version-conflict.ts";
import { hierarchySum } from "../rules/hierarchy/sum.ts";
import { pairRules } from "../rules/history/rules.ts";
import { rules } from "../rules/rules.ts";
import { findingSchema } from "../validator/finding-schema.ts";
import { askReports, byYearAndAgency } from "./ask-reports.ts";
import type { Filter } from "./filter.ts";
import type { KeyCondition } from "./key-condition.ts";
import { keyConditions } from "./key-conditions.ts";
import { type RegisterReader, readAll } from "./register-reader.ts";

// The index of findings does not hold their evidence.
const rowSchema = z.extend(z.omit(findingSchema, { evidence: true, repair: true }), {
  pk: z.string(),
  sk: z.string(),
  agency: z.nullable(z.string()),
  year: z.nullable(z.int()),
  region: z.optional(z.string()),
});

/** A finding of a report that stands; `reportKey` names the report's item. */
export type FindingRow = z.infer<typeof rowSchema> & { reportKey: string };

/** Ids of every rule whose findings are in the table. */
export const ruleIds: readonly string[] = [...rules, ...pairRules, versionConflict, hierarchySum].map(({ id }) => id);

const ranks = { error: 0, warning: 1, info: 2 };

function findingConditions({ agency, year, rule, severity }: Filter): KeyCondition[] {
  if (agency !== undefined) return keyConditions.findingsOfAgency(agency, year, severity);
  const asked = rule === undefined ? ruleIds : [rule];
  return asked.flatMap((id) => keyConditions.findingsOfRule(id, year));
}

/** The findings that a filter means: by year and agency, the worst of a report first. */
export async function askFindings(reader: RegisterReader, filter: Filter, thisYear: number): Promise<FindingRow[]> {
  const items = await readAll(reader, findingConditions(filter));
  const rows = items
    .map((item) => rowSchema.parse(item))
    .filter((row) => fits(row, filter))
    .map((row) => ({ ...row, reportKey: `${row.pk}\nREPORT#${row.sk.split("#")[1]}` }));
  const kept = await keepStanding(reader, rows, filter, thisYear);
  return kept.sort((a, b) => byYearAndAgency(a, b) || ranks[a.severity] - ranks[b.severity] || (a.sk < b.sk ? -1 : 1));
}

function fits(row: z.infer<typeof rowSchema>, { region, year, rule, severity }: Filter): boolean {
  if (region !== undefined && row.region !== region) return false;
  if (year !== undefined && row.year !== year) return false;
  return (rule === undefined || row.rule === rule) && (severity === undefined || row.severity === severity);
}

/** An agency's partition still holds the findings of withdrawn reports; verdicts stand with the reports. */
async function keepStanding(reader: RegisterReader, rows: FindingRow[], filter: Filter, thisYear: number) {
  if (filter.verdict === undefined && filter.agency === undefined) return rows;
  const { agency, region, year, verdict } = filter;
  const reports = await askReports(reader, { agency, region, year, verdict }, thisYear);
  const standing = new Set(reports.filter(({ withdrawnAt }) => !withdrawnAt).map(({ pk, sk }) => `${pk}\n${sk}`));
  return rows.filter(({ reportKey }) => standing.has(reportKey));
}
