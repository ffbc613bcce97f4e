import type { Severity, Verdict } from "../../validator/finding.ts";
import { applicationsOf, outcomeGroups, outcomesOf, proceedingOutcomes, proceedingsOf } from "./outcomes.ts";
import type { ExpectedAgency, OverviewRecord } from "./overview-record.ts";

/** One report in the matrix. `copies`: how many reports of this agency and year were given (the worst is shown). */
export interface Entry {
  verdict: Verdict;
  errors: number;
  warnings: number;
  page: string | null;
  withdrawn: boolean;
  copies: number;
}

export interface AgencyRow {
  agency: string;
  region: string | null;
  /** Year (0: not known) → its report. */
  entries: Map<number, Entry>;
  /** Whether the roster lists it. */
  expected: boolean;
}

export interface RuleCount {
  rule: string;
  severity: Severity;
  findings: number;
  reports: { agency: string; year: number | null; page: string | null }[];
}

/** Sums of one year over the reports that state the figures. */
export interface YearTrend {
  year: number;
  verdicts: Record<Verdict, number>;
  applications: { sum: number; stated: number };
  outcomes: { sums: number[]; stated: number };
  reconsideration: { sums: number[]; stated: number };
  litigation: { sums: number[]; stated: number };
}

/** Everything the pages of the overview show. */
export interface Register {
  agencies: AgencyRow[];
  /** Years reported on, ascending. */
  years: number[];
  reports: number;
  verdicts: Record<Verdict, number>;
  rules: RuleCount[];
  /** How many reports said which rules they break; the others are not in `rules`. */
  reportsWithRules: number;
  trends: YearTrend[];
  rostered: boolean;
}

const noVerdicts = (): Record<Verdict, number> => ({ consistent: 0, inconsistent: 0, incomplete: 0 });
const badness: Record<Verdict, number> = { inconsistent: 2, incomplete: 1, consistent: 0 };
const collator = new Intl.Collator("zh-CN-u-co-pinyin");

function addSums(to: { sums: number[]; stated: number }, values: number[] | null): void {
  if (!values) return;
  to.stated++;
  values.forEach((value, index) => {
    to.sums[index] = to.sums[index]! + value;
  });
}

function startTrend(year: number): YearTrend {
  const zeros = (length: number) => ({ sums: Array<number>(length).fill(0), stated: 0 });
  return {
    year,
    verdicts: noVerdicts(),
    applications: { sum: 0, stated: 0 },
    outcomes: zeros(outcomeGroups.length),
    reconsideration: zeros(proceedingOutcomes.length),
    litigation: zeros(proceedingOutcomes.length),
  };
}

function addTrend(trend: YearTrend, record: OverviewRecord): void {
  trend.verdicts[record.verdict]++;
  const applications = applicationsOf(record);
  if (applications !== null) {
    trend.applications.sum += applications;
    trend.applications.stated++;
  }
  addSums(trend.outcomes, outcomesOf(record));
  addSums(trend.reconsideration, proceedingsOf(record, "reconsideration"));
  addSums(trend.litigation, proceedingsOf(record, "litigation"));
}

/** Gathers the records of the register; a withdrawn report shows in the matrix and counts nowhere else. */
export async function collectRegister(
  records: AsyncIterable<OverviewRecord> | Iterable<OverviewRecord>,
  expected: readonly ExpectedAgency[] = [],
): Promise<Register> {
  const agencies = new Map<string, AgencyRow>();
  const trends = new Map<number, YearTrend>();
  const rules = new Map<string, RuleCount>();
  const verdicts = noVerdicts();
  let reports = 0;
  let reportsWithRules = 0;
  const rowOf = (agency: string, region: string | null) => {
    const row: AgencyRow = agencies.get(agency) ?? { agency, region, entries: new Map(), expected: false };
    row.region ??= region;
    agencies.set(agency, row);
    return row;
  };
  for (const { agency, region } of expected) rowOf(agency, region).expected = true;
  for await (const record of records) {
    const agency = record.agency ?? `（${record.source ?? "?"}）`;
    const { verdict, errors, warnings, page = null, withdrawn = false } = record;
    const { entries } = rowOf(agency, record.region ?? null);
    const earlier = entries.get(record.year ?? 0);
    const worse: Omit<Entry, "copies"> =
      earlier && badness[earlier.verdict] > badness[verdict] ? earlier : { verdict, errors, warnings, page, withdrawn };
    entries.set(record.year ?? 0, { ...worse, copies: (earlier?.copies ?? 0) + 1 });
    if (withdrawn) continue;
    reports++;
    verdicts[verdict]++;
    if (record.year !== null) {
      const trend = trends.get(record.year) ?? startTrend(record.year);
      trends.set(record.year, trend);
      addTrend(trend, record);
    }
    if (record.rules) reportsWithRules++;
    for (const { rule, severity, findings } of record.rules ?? []) {
      const count = rules.get(rule) ?? { rule, severity, findings: 0, reports: [] };
      rules.set(rule, count);
      count.findings += findings;
      count.reports.push({ agency, year: record.year, page });
    }
  }
  const rows = [...agencies.values()];
  return {
    agencies: rows.sort(
      (a, b) => collator.compare(a.region ?? "\uffff", b.region ?? "\uffff") || collator.compare(a.agency, b.agency),
    ),
    years: [...new Set(rows.flatMap(({ entries }) => [...entries.keys()]))]
      .filter((year) => year > 0)
      .sort((a, b) => a - b),
    reports,
    verdicts,
    rules: [...rules.values()].sort((a, b) => b.reports.length - a.reports.length || b.findings - a.findings),
    reportsWithRules,
    trends: [...trends.values()].sort((a, b) => a.year - b.year),
    rostered: expected.length > 0,
  };
}

/** Reports that should be there and are not: by the roster, else the gaps between an agency's first year and the last of all. */
export function missingReports({
  agencies,
  years,
  rostered,
}: Register): { agency: string; region: string | null; years: number[] }[] {
  return agencies.flatMap(({ agency, region, entries, expected }) => {
    if (rostered && !expected) return [];
    const first = Math.min(...[...entries.keys()].filter((year) => year > 0));
    const known = (year: number) => entries.has(year) && !entries.get(year)!.withdrawn;
    const gaps = years.filter((year) => !known(year) && (rostered || year > first));
    return gaps.length > 0 ? [{ agency, region, years: gaps }] : [];
  });
}
