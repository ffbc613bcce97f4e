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

/** What stands in the table, for people who read it by hand. The first three are the contract's. */
export const tableItems: readonly { item: string; pk: string; sk: string; holds: string }[] = [
  {
    item: "a report's current result",
    pk: "AGENCY#<agency>",
    sk: "REPORT#<year>",
    holds:
      "`agency`, `year`, `template`, `verdict`, `errors`, `warnings`, `statistics`, `source`, `assessedAt`, `withdrawnAt`; `agencyFrom` and `yearFrom` (report, metadata or roster), `region`, `page`; `told` (what was last told of it) and `outbox` (an alert that is not yet known to be published)",
  },
  {
    item: "its findings",
    pk: "AGENCY#<agency>",
    sk: "FINDING#<year>#<1 error, 2 warning, 3 info>#<rule>#<id>",
    holds: "the finding",
  },
  {
    item: "what became of a file",
    pk: "DOCUMENT#<sha256>",
    sk: "DOCUMENT",
    holds: "`status`, `rejection`, `reports`, `sources`, `updatedAt`",
  },
  {
    item: "each version of a report that ever came, its files' figures and findings",
    pk: "AGENCY#<agency>",
    sk: "VERSION#<year>#<time>#<file>#<order>#<number in the file>",
    holds:
      "`source`, `eventTime`, `verdict`, `counts`, `statistics`, `retiredAt` (when its file was replaced or deleted); findings and evidence packed in `body`",
  },
  {
    item: "each event of an uploaded object",
    pk: "OBJECT#<digest of bucket and key>",
    sk: "EVENT#<sequencer>#<digest of the etag>",
    holds: "`bucket`, `key`, `eventTime`, `outcome`, `sha256`, `claims` (the reports it brought)",
  },
  {
    item: "what was last told of an object that could not be read",
    pk: "OBJECT#<digest of bucket and key>",
    sk: "CURRENT",
    holds: "`told`, `outbox`",
  },
];
