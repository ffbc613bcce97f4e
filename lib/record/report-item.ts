import * as z from "zod/mini";
import type { Item } from "../ports.ts";
import { statisticsSchema } from "../rules/history/report-for-history.ts";
import type { Finding, Language, Verdict } from "../validator/finding.ts";
import { nameFindings } from "./finding-item.ts";
import { digestOf, pageKey, reportIndexKeys, reportKey, type Subject } from "./keys.ts";
import { type CheckPair, findingsOf, type Standing } from "./register.ts";
import { tellNext, toldSchema } from "./told.ts";
import type { Version } from "./version.ts";

export const fileSchema = z.object({ bucket: z.string(), key: z.string(), sha256: z.string() });

/** A report's current result as it stands in the table (contract.md, part 5). */
export const reportItemSchema = z.looseObject({
  pk: z.string(),
  sk: z.string(),
  agency: z.nullable(z.string()),
  year: z.nullable(z.int()),
  template: z.enum(["legacy", "2019", "2021"]),
  verdict: z.enum(["consistent", "inconsistent", "incomplete"]),
  errors: z.int(),
  warnings: z.int(),
  infos: z.int(),
  statistics: statisticsSchema,
  source: fileSchema,
  assessedAt: z.string(),
  withdrawnAt: z.optional(z.string()),
  /** Counts the writes of this item: a writer that saw another revision is refused. */
  revision: z.int(),
  /** Digest of all facts that the item follows from. */
  basis: z.string(),
  told: toldSchema,
  /** The alert about this state, as long as it is not known to be published. */
  outbox: z.optional(z.unknown()),
});

export type ReportItem = z.infer<typeof reportItemSchema>;

export function parseReportItem(item: Item): ReportItem {
  return reportItemSchema.parse(item);
}

export interface ReportFacts {
  subject: Subject;
  /** All versions of this year, in any order. */
  versions: readonly Version[];
  standing: Standing;
  lastYear: Standing | null;
  /** The item as it stands; null when there is none yet. */
  stored: ReportItem | null;
}

export interface DerivedReport {
  item: ReportItem;
  findings: Finding[];
  verdict: Verdict;
}

/** The item that follows from the facts, one revision on; `told.alertId` differs from the stored one's when something is new. */
export function deriveReport(facts: ReportFacts, checkPair: CheckPair, language: Language, now: string): DerivedReport {
  const { subject, standing, lastYear, stored } = facts;
  const { shown, withdrawnAt } = standing;
  const { findings, verdict, counts } = findingsOf(standing, lastYear, checkPair, language);
  const key = reportKey(subject);
  const told = tellNext(stored?.told, key, { sha256: shown.source.sha256, withdrawn: withdrawnAt !== null, findings });
  const isNew = told.alertId !== stored?.told.alertId;
  const { agency, year, agencyFrom, yearFrom, region, template, statistics, source, eventTime } = shown;
  const item: ReportItem = {
    ...key,
    agency,
    year,
    agencyFrom,
    yearFrom,
    ...(region ? { region } : {}),
    template,
    verdict,
    errors: counts.error,
    warnings: counts.warning,
    infos: counts.info,
    statistics,
    source,
    eventTime,
    extraction: shown.extraction,
    page: pageKey(subject),
    assessedAt: isNew || !stored ? now : stored.assessedAt,
    ...(withdrawnAt ? { withdrawnAt } : {}),
    revision: (stored?.revision ?? 0) + 1,
    basis: basisOf(facts, findings),
    told,
    ...reportIndexKeys(subject, verdict, region),
  };
  return { item, findings, verdict };
}

/** All that the item follows from. Another fact gives another basis even where the item would look the same: then a slower writer is refused. */
function basisOf({ versions, lastYear }: ReportFacts, findings: readonly Finding[]): string {
  const facts = versions.map(({ sk, digest, dropped, retiredAt }) => [sk, digest, dropped, retiredAt ?? null]);
  const neighbour = lastYear && [lastYear.shown.sk, lastYear.shown.digest, lastYear.withdrawnAt];
  return digestOf(JSON.stringify([facts.sort(), neighbour, nameFindings(findings).map(({ id }) => id)]));
}
