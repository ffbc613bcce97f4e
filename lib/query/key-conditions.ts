import { agencyPk, findingPrefix, versionPrefix } from "../record/keys.ts";
import { resultsTable, shardCount } from "../record/table.ts";
import type { Severity, Verdict } from "../validator/finding.ts";
import type { KeyCondition } from "./key-condition.ts";

/** A year reported on, or `UNKNOWN` for reports that name none. */
export type YearKey = number | string;

const severityRank: Record<Severity, string> = { error: "1", warning: "2", info: "3" };

/** A condition on an index of table.ts; without `prefix` its whole partition. */
function onIndex(name: string, partition: string, prefix = ""): KeyCondition {
  const index = resultsTable.indexes.find((candidate) => candidate.name === name);
  if (!index) throw new Error(`the results table has no index ${name}`);
  const sort = prefix === "" ? {} : { sort: { attribute: index.sortKey, beginsWith: prefix } };
  return { index: name, partition: [index.partitionKey, partition], ...sort };
}

const inAgency = (agency: string, beginsWith: string): KeyCondition => ({
  index: null,
  partition: [resultsTable.partitionKey, agencyPk(agency)],
  sort: { attribute: resultsTable.sortKey, beginsWith },
});

/** One condition for each shard of an index partition. */
const onShards = (make: (shard: number) => KeyCondition): KeyCondition[] =>
  Array.from({ length: shardCount }, (_, shard) => make(shard));

/** How each question is put to the results table; the documentation shows the same conditions. */
export const keyConditions = {
  reportsOfAgency: (agency: string): KeyCondition[] => [inAgency(agency, "REPORT#")],
  reportOfAgency: (agency: string, year: YearKey): KeyCondition[] => [
    { ...inAgency(agency, ""), sort: { attribute: resultsTable.sortKey, equals: `REPORT#${year}` } },
  ],
  reportsOfYear: (year: YearKey, verdict?: Verdict): KeyCondition[] =>
    onShards((shard) => onIndex("reports-by-year", `YEAR#${year}#${shard}`, verdict ? `${verdict}#` : "")),
  reportsOfRegion: (region: string, year?: YearKey, verdict?: Verdict): KeyCondition[] => [
    onIndex(
      "reports-by-region",
      `REGION#${region}`,
      year === undefined ? "" : `${year}#${verdict ? `${verdict}#` : ""}`,
    ),
  ],
  findingsOfAgency: (agency: string, year?: YearKey, severity?: Severity): KeyCondition[] => [
    inAgency(
      agency,
      year === undefined ? "FINDING#" : `${findingPrefix(String(year))}${severity ? `${severityRank[severity]}#` : ""}`,
    ),
  ],
  findingsOfRule: (rule: string, year?: YearKey): KeyCondition[] =>
    onShards((shard) => onIndex("findings-by-rule", `RULE#${rule}#${shard}`, year === undefined ? "" : `${year}#`)),
  versionsOfAgency: (agency: string, year?: YearKey): KeyCondition[] => [
    inAgency(agency, year === undefined ? "VERSION#" : versionPrefix(String(year))),
  ],
  documentsOfStatus: (status: "assessed" | "rejected" | "failed"): KeyCondition[] =>
    onShards((shard) => onIndex("documents-by-status", `STATUS#${status}#${shard}`)),
} as const;
