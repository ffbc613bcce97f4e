import type { Roster, RosterEntry } from "../record/roster.ts";
import { askReports } from "./ask-reports.ts";
import type { RegisterReader } from "./register-reader.ts";

/** A body of the roster without a standing report on the year. */
export type MissingRow = Omit<RosterEntry, "aliases"> & { year: number };

/** Who of the roster (of a region, if one is given) has not filed for a year, in the roster's order. */
export async function askMissing(
  reader: RegisterReader,
  roster: Roster,
  year: number,
  region?: string,
): Promise<MissingRow[]> {
  // By year, not by region: a report whose agency was on no roster when it came has no region.
  const reports = await askReports(reader, { year }, year);
  const filed = new Set(
    reports
      .filter(({ withdrawnAt, agency }) => !withdrawnAt && agency !== null)
      .map(({ agency }) => roster.find(agency!)?.agency ?? agency),
  );
  return roster.entries
    .filter((entry) => (region === undefined || entry.region === region) && !filed.has(entry.agency))
    .map(({ agency, parent, region: of, code }) => ({ agency, parent, region: of, code, year }));
}
