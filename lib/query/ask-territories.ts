import type { Template } from "../forms/form.ts";
import type { Roster } from "../record/roster.ts";
import { hierarchySum, territoriesOf } from "../rules/hierarchy/sum.ts";
import type { ReportForHistory } from "../rules/history/report-for-history.ts";
import type { Draft } from "../validator/finding.ts";
import { readStatistics } from "./ask-cells.ts";
import { askReports } from "./ask-reports.ts";
import type { RegisterReader } from "./register-reader.ts";

/** A territory of the roster with a report of its own: which of its bodies have not reported, and where its report is not their sum. */
export interface TerritoryRow {
  agency: string;
  year: number;
  bodies: number;
  missing: string[];
  /** `hierarchy/sum`; none while a body is missing. */
  findings: Draft[];
}

/** Every territory of the roster that has reported on a year, in the order of the roster's names. */
export async function askTerritories(reader: RegisterReader, roster: Roster, year: number): Promise<TerritoryRow[]> {
  const standing = (await askReports(reader, { year }, year)).filter(({ withdrawnAt }) => !withdrawnAt);
  const statistics = await readStatistics(reader, standing);
  const reports = standing.map((row): ReportForHistory => {
    const agency = (row.agency !== null && roster.find(row.agency)?.agency) || row.agency;
    const template = row.template as Template;
    const figures = statistics.get(`${row.pk}\n${row.sk}`) ?? {};
    return {
      agency,
      year,
      template,
      statistics: figures,
      source: row.source.key,
      places: {},
      sentences: [],
      fingerprint: [],
      proseLength: 0,
    };
  });
  return territoriesOf(roster.entries, reports).map((territory) => ({
    agency: territory.whole.agency!,
    year,
    bodies: territory.bodies.length + territory.missing.length,
    missing: territory.missing,
    findings: [...hierarchySum.check(territory)],
  }));
}
