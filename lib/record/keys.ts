import { createHash } from "node:crypto";
import type { ItemKey } from "../ports.ts";
import { shardCount } from "./table.ts";

/** SHA-256 of the texts, parted by a line feed, in hexadecimal. */
export function digestOf(...texts: string[]): string {
  return createHash("sha256").update(texts.join("\n")).digest("hex");
}

/** A number from 0 to 7 that spreads items with one index key over partitions. */
function shardOf(text: string): number {
  return Number.parseInt(digestOf(text).slice(0, 6), 16) % shardCount;
}

/** One agency and one year as they stand in the keys (`UNKNOWN-…`, `UNKNOWN` where the report does not name them). */
export interface Subject {
  agencyKey: string;
  yearKey: string;
}

export const agencyPk = (agencyKey: string) => `AGENCY#${agencyKey}`;

export const reportKey = ({ agencyKey, yearKey }: Subject): ItemKey => ({
  pk: agencyPk(agencyKey),
  sk: `REPORT#${yearKey}`,
});

/** The range of sort keys that begin with `prefix`. */
export const startingWith = (prefix: string): [from: string, to: string] => [prefix, `${prefix}\uffff`];

export const findingPrefix = (yearKey: string) => `FINDING#${yearKey}#`;
export const versionPrefix = (yearKey: string) => `VERSION#${yearKey}#`;

export const documentKey = (sha256: string): ItemKey => ({ pk: `DOCUMENT#${sha256}`, sk: "DOCUMENT" });

/** The id of content that could not be read at all. */
export const unreadId = (file: { bucket: string; key: string; etag: string | null }) =>
  createHash("sha256")
    .update(`${file.bucket}/${file.key}/${file.etag ?? ""}`)
    .digest("hex");

/** The partition that holds what happened to one object of the uploads bucket. */
export const objectPk = (file: { bucket: string; key: string }) => `OBJECT#${digestOf(file.bucket, file.key)}`;

/** Where an assessment page stands in the documents bucket: ASCII, one for each agency and year. */
export const pageKey = ({ agencyKey, yearKey }: Subject) => `pages/${digestOf(agencyKey, yearKey)}.html`;

/** Index keys of a report; a region that is not known has none, since index keys cannot be empty. */
export function reportIndexKeys(subject: Subject, verdict: string, region: string | null): Record<string, string> {
  const { agencyKey, yearKey } = subject;
  return {
    yearKey: `YEAR#${yearKey}#${shardOf(agencyKey)}`,
    yearSort: `${verdict}#${agencyKey}`,
    ...(region ? { regionKey: `REGION#${region}`, regionSort: `${yearKey}#${verdict}#${agencyKey}` } : {}),
  };
}

/** Index keys of a finding. */
export function findingIndexKeys({ agencyKey, yearKey }: Subject, rule: string): Record<string, string> {
  return { ruleKey: `RULE#${rule}#${shardOf(agencyKey)}`, ruleSort: `${yearKey}#${agencyKey}` };
}

/** Index keys of a document; `time` is that of its last change. */
export function documentIndexKeys(sha256: string, status: string, time: string): Record<string, string> {
  return { statusKey: `STATUS#${status}#${shardOf(sha256)}`, statusSort: time };
}
