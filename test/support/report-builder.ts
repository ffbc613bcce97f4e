import { fold } from "../../lib/chinese/fold.ts";
import type { Template } from "../../lib/forms/form.ts";
import type { Evidence, Naming, Paragraph, Report, Section, Statistics, Value } from "../../lib/report/report.ts";

/** What a test says of a report; everything else is filled in. A paragraph is its text (part one) or [part, text]. */
export interface ReportSketch {
  agency?: string | null;
  year?: number | null;
  template?: Template;
  prose?: readonly (string | readonly [part: number | null, text: string])[];
  sections?: readonly number[];
  /** Cells by path. */
  cells?: Readonly<Record<string, Value>>;
  period?: Report["period"];
  agencyNames?: readonly [from: Naming["from"], value: string][];
  yearNames?: readonly [from: Naming["from"], value: string][];
}

const evidenceOf = (text: string, line: number): Evidence => ({ text, location: { line } });

/** A Report as `parseReports` would make it, one paragraph a line from line 10 on. */
export function buildReport(sketch: ReportSketch = {}): Report {
  const statistics: Statistics = {};
  for (const [path, value] of Object.entries(sketch.cells ?? {})) {
    const [table, row, column] = path.split(".") as ["disclosure" | "applications" | "proceedings", string, string];
    const rows = statistics[table] ?? {};
    rows[row] = { ...rows[row], [column]: value };
    statistics[table] = rows;
  }
  const paragraphs: Paragraph[] = (sketch.prose ?? []).map((entry, index) => {
    const [part, text] = typeof entry === "string" ? [1, entry] : entry;
    return { part, text, folded: fold(text), location: { line: index + 10 }, breaks: [] };
  });
  const sections: Section[] = (sketch.sections ?? []).map((part) => ({
    part,
    heading: evidenceOf(`第${part}部分`, part),
  }));
  const naming = ([from, value]: readonly [Naming["from"], string], index: number): Naming => ({
    from,
    value,
    evidence: evidenceOf(value, index + 1),
  });
  const table = {
    state: "present" as const,
    evidence: [],
    missingRows: [],
    unknownRows: [],
    conflicts: [],
    unreadableRows: [],
  };
  return {
    agency: sketch.agency === undefined ? "云岭县教育局" : sketch.agency,
    year: sketch.year === undefined ? 2022 : sketch.year,
    template: sketch.template ?? "2021",
    statistics,
    figures: new Map(
      Object.entries(sketch.cells ?? {}).map(([path, value]) => [
        path,
        {
          value,
          text: value === null ? "" : String(value),
          location: { line: 1 },
          state: value === null ? "blank" : "number",
        },
      ]),
    ),
    tables: { disclosure: table, applications: table, proceedings: table },
    sections,
    paragraphs,
    agencyNames: (sketch.agencyNames ?? []).map(naming),
    yearNames: (sketch.yearNames ?? []).map(naming),
    period: sketch.period ?? null,
    notes: [],
  };
}
