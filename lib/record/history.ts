import type { Finding } from "../validator/finding.ts";
import { type CellChange, changedCells } from "./changes.ts";
import { nameFindings } from "./finding-item.ts";
import { compareVersions, standingOf } from "./register.ts";
import type { Version } from "./version.ts";

/** One version of a report and what it changed; findings are those of the report alone, without its neighbours' years. */
export interface HistoryEntry {
  source: Version["source"];
  /** When the file came: ISO 8601, UTC. */
  eventTime: string;
  agencyFrom: Version["agencyFrom"];
  verdict: Version["verdict"];
  /** When the file was replaced or deleted; null while it is there. */
  retiredAt: string | null;
  current: boolean;
  /** Against the version before; empty for the first. */
  cells: CellChange[];
  newFindings: Finding[];
  resolvedFindings: Finding[];
}

/** The versions of one agency and year from the oldest on, each against the one before; the same content again is left out. */
export function toHistory(versions: readonly Version[]): HistoryEntry[] {
  const known = versions.filter(({ dropped }) => !dropped).sort(compareVersions);
  const standing = standingOf(known);
  const current = standing?.withdrawnAt === null ? standing.shown : null;
  const told = known.filter(
    (version, at) => version.source.sha256 !== known[at - 1]?.source.sha256 || version === current,
  );
  return told.map((version, at) => {
    const before = told[at - 1];
    const { source, eventTime, agencyFrom, verdict, retiredAt = null } = version;
    return {
      source,
      eventTime,
      agencyFrom,
      verdict,
      retiredAt,
      current: version === current,
      cells: before ? changedCells(before.statistics, version.statistics) : [],
      newFindings: missingFrom(before, version),
      resolvedFindings: before ? missingFrom(version, before) : [],
    };
  });
}

/** Findings of `version` that `other` does not have. */
function missingFrom(other: Version | undefined, version: Version): Finding[] {
  if (!other) return [];
  const ids = new Set(nameFindings(other.open().findings).map(({ id }) => id));
  return nameFindings(version.open().findings)
    .filter(({ id }) => !ids.has(id))
    .map(({ finding }) => finding);
}
