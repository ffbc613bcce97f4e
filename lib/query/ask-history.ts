import { type CellChange, changedCells } from "../record/changes.ts";
import { nameFindings } from "../record/finding-item.ts";
import { compareVersions, standingOf } from "../record/register.ts";
import { toVersion, type Version } from "../record/version.ts";
import { keyConditions } from "./key-conditions.ts";
import { type RegisterReader, readAll } from "./register-reader.ts";

/** One version of an agency's report on one year, and what changed since the version before. */
export interface HistoryRow {
  agency: string | null;
  year: number | null;
  /** When the file was written: ISO 8601, UTC. */
  eventTime: string;
  file: string;
  verdict: string;
  state: "current" | "rival" | "replaced" | "withdrawn" | "moved";
  /** When another version took its place, or its file was deleted. */
  retiredAt: string | null;
  changes: CellChange[];
  /** Messages of findings that the version before did not have, and of those that it had and this one has not. */
  brought: string[];
  resolved: string[];
}

/** Every version of an agency's reports, year by year, oldest first. */
export async function askHistory(reader: RegisterReader, agency: string, year?: number): Promise<HistoryRow[]> {
  const items = await readAll(reader, keyConditions.versionsOfAgency(agency, year));
  const versions = items.map(toVersion).sort(compareVersions);
  const years = [...Map.groupBy(versions, (version) => version.sk.split("#")[1]!)].sort(([a], [b]) => (a < b ? -1 : 1));
  return years.flatMap(([, ofYear]) => ofYear.map((version, at) => toRow(version, ofYear[at - 1], ofYear)));
}

function toRow(version: Version, before: Version | undefined, all: readonly Version[]): HistoryRow {
  const own = new Map(nameFindings(version.open().findings).map(({ id, finding }) => [id, finding.message]));
  const old = new Map(
    before ? nameFindings(before.open().findings).map(({ id, finding }) => [id, finding.message]) : [],
  );
  const without = (from: Map<string, string>, other: Map<string, string>) =>
    [...from].filter(([id]) => !other.has(id)).map(([, message]) => message);
  return {
    agency: version.agency,
    year: version.year,
    eventTime: version.eventTime,
    file: `s3://${version.source.bucket}/${version.source.key}`,
    verdict: version.verdict,
    state: stateOf(version, all),
    retiredAt: version.retiredAt ?? null,
    changes: before ? changedCells(before.statistics, version.statistics) : [],
    brought: before ? without(own, old) : [...own.values()],
    resolved: without(old, own),
  };
}

function stateOf(version: Version, all: readonly Version[]): HistoryRow["state"] {
  if (version.dropped) return "moved";
  const standing = standingOf(all);
  if (standing?.shown.sk === version.sk) return standing.withdrawnAt === null ? "current" : "withdrawn";
  return version.retiredAt === undefined ? "rival" : "replaced";
}
