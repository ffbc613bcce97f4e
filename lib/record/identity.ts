import { fold, stripFormat } from "../chinese/fold.ts";
import type { Subject } from "./keys.ts";
import type { Roster } from "./roster.ts";

/** Who and which year a report is about, how that is known, and where it stands in the table. */
export interface Identity extends Subject {
  agency: string | null;
  year: number | null;
  region: string | null;
  /** `roster`: the report prints another name of a body on the roster. */
  agencyFrom: "report" | "metadata" | "roster" | null;
  yearFrom: "report" | "metadata" | null;
}

export interface Named {
  agency: string | null;
  year: number | null;
}

// Hostile titles may be of any length; a key takes 2,048 bytes.
const longestName = 120;

/**
 * Identities of a file's reports, in order. The uploader's metadata only fills what a report does not name: the year only
 * where the file holds one report. The roster settles which name a body goes by; nothing is guessed.
 */
export function identify(reports: readonly Named[], metadata: Named, sha256: string, roster: Roster): Identity[] {
  let unknownYears = 0;
  return reports.map((report) => {
    const printed = cleanName(report.agency) ?? cleanName(metadata.agency);
    const entry = printed ? roster.find(printed) : undefined;
    const agency = entry?.agency ?? printed;
    const year = report.year ?? (reports.length === 1 ? metadata.year : null);
    if (year === null) unknownYears++;
    return {
      agency,
      year,
      region: entry?.region ?? null,
      agencyFrom: !printed ? null : agency !== printed ? "roster" : cleanName(report.agency) ? "report" : "metadata",
      yearFrom: year === null ? null : report.year === null ? "metadata" : "report",
      agencyKey: agency ?? `UNKNOWN-${sha256.slice(0, 12)}`,
      yearKey: year !== null ? String(year) : unknownYears === 1 ? "UNKNOWN" : `UNKNOWN-${unknownYears}`,
    };
  });
}

function cleanName(name: string | null): string | null {
  const clean = name === null ? "" : fold(stripFormat(name)).replace(/[\s\p{C}]+/gu, "");
  return clean === "" || clean.length > longestName ? null : clean;
}
