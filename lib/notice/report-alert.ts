import { changedCells } from "../record/changes.ts";
import type { DerivedReport, ReportFacts } from "../record/report-item.ts";
import type { Told } from "../record/told.ts";
import { type Alert, pickFindings } from "./alert.ts";

// SNS takes 256 KB.
const mostCells = 100;
const mostFindings = 30;

/** The alert about a report's new state; `page` is the address of its assessment page, where there is one. */
export function toReportAlert(
  { item, findings, verdict }: DerivedReport,
  facts: ReportFacts,
  page: string | null,
): Alert {
  return {
    schemaVersion: 1,
    alertId: item.told.alertId,
    type: item.told.withdrawn ? "report.withdrawn" : "report.assessed",
    agency: item.agency,
    year: item.year,
    verdict,
    counts: { error: item.errors, warning: item.warnings, info: item.infos },
    findings: pickFindings(findings),
    rejection: null,
    source: item.source,
    changes: facts.stored && toChanges(facts.stored.told, item.told, facts),
    page,
    eventTime: item.withdrawnAt ?? facts.standing.shown.eventTime,
  };
}

/** What differs between what was told before and what is told now. */
function toChanges(before: Told, now: Told, { versions, standing }: ReportFacts): Alert["changes"] {
  const told =
    before.sha256 === now.sha256 ? undefined : versions.find(({ source }) => source.sha256 === before.sha256);
  const missingFrom = (known: Told) => {
    const ids = new Set(known.findings.map(({ id }) => id));
    return ({ id }: Told["findings"][number]) => !ids.has(id);
  };
  const show = ({ rule, severity, message }: Told["findings"][number]) => ({ rule, severity, message });
  return {
    previous: told?.source ?? null,
    cells: told ? changedCells(told.statistics, standing.shown.statistics).slice(0, mostCells) : [],
    newFindings: now.findings.filter(missingFrom(before)).slice(0, mostFindings).map(show),
    resolvedFindings: before.findings.filter(missingFrom(now)).slice(0, mostFindings).map(show),
  };
}
