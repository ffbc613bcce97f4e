/** One index of the results table: sparse, so that only the items that carry its keys stand in it. */
export interface TableIndex {
  name: string;
  partitionKey: string;
  sortKey: string;
  /** Attributes that the index holds besides the keys. */
  projected: readonly string[];
  /** What its keys hold, for people who query it by hand. */
  holds: string;
}

const report = [
  "agency",
  "year",
  "template",
  "verdict",
  "errors",
  "warnings",
  "region",
  "source",
  "assessedAt",
  "withdrawnAt",
] as const;

/** How many partitions of an index share the reports of one year: one partition takes 1,000 writes a second. */
export const shardCount = 8;

/** The results table's keys and indexes: the stack makes them, the handlers and the local stack read them. */
export const resultsTable: { partitionKey: string; sortKey: string; indexes: readonly TableIndex[] } = {
  partitionKey: "pk",
  sortKey: "sk",
  indexes: [
    {
      name: "reports-by-year",
      partitionKey: "yearKey",
      sortKey: "yearSort",
      projected: report,
      holds: "YEAR#<year>#<shard 0-7> / <verdict>#<agency>",
    },
    {
      name: "reports-by-region",
      partitionKey: "regionKey",
      sortKey: "regionSort",
      projected: report,
      holds: "REGION#<region> / <year>#<verdict>#<agency>",
    },
    {
      name: "findings-by-rule",
      partitionKey: "ruleKey",
      sortKey: "ruleSort",
      projected: ["agency", "year", "region", "rule", "severity", "message", "cells", "expected", "actual"],
      holds: "RULE#<rule>#<shard 0-7> / <year>#<agency>",
    },
    {
      name: "documents-by-status",
      partitionKey: "statusKey",
      sortKey: "statusSort",
      projected: ["status", "rejection", "reports", "sources", "updatedAt"],
      holds: "STATUS#<assessed|rejected|failed>#<shard 0-7> / <time of the last change, ISO 8601>",
    },
  ],
};
