import type { DocumentNote, Place } from "../document/document.ts";
import type { CellPath, MoneyUnit, TableName, Template } from "../forms/form.ts";

/** A cell's value as the contract defines it: a count, an amount in 万元, or null (blank, placeholder, unreadable). */
export type Value = number | null;
export type TableStatistics = Record<string, Record<string, Value>>;

/** contract.md, part 2. Absent row or table: the report does not have it. */
export interface Statistics {
  disclosure?: TableStatistics;
  applications?: TableStatistics;
  proceedings?: TableStatistics;
  legacy?: Record<string, Value>;
}

/** One cell as it was read: its value, the text in the source, its place, and why the value is null where it is. */
export interface Figure {
  value: Value;
  text: string;
  location: Place;
  state: "number" | "blank" | "placeholder" | "unreadable";
  /** The unit that the cell, its header or a note says, for an amount of money; absent: none is said. */
  unit?: MoneyUnit;
}

/** A piece of text shown as evidence, with its place in the source. */
export interface Evidence {
  text: string;
  location: Place;
  /** Name or key of the file, where two files are involved. */
  source?: string;
}

/**
 * A paragraph of running text outside the tables. `folded` is `text` in simplified characters with full-width forms
 * folded, character by character: both have the same length, so an offset in one is an offset in the other.
 */
export interface Paragraph {
  /** The statutory part it stands in; 0 before part one; null where the report has no parts (legacy). */
  part: number | null;
  text: string;
  folded: string;
  location: Place;
  breaks: readonly (readonly [offset: number, location: Place])[];
}

/** A part's heading as it was found. */
export interface Section {
  part: number;
  heading: Evidence;
}

/** How one of the three tables was found. */
export interface TableReading {
  state: "missing" | "empty" | "present";
  /** Lines that show it: the heading where the table is missing, else its first line(s). */
  evidence: Evidence[];
  /** Keys of the form's rows that the table lacks. */
  missingRows: string[];
  /** Rows the form does not have. */
  unknownRows: Evidence[];
  /** Cells whose second copy says something else (the first is kept). */
  conflicts: { cell: CellPath; first: Figure; second: Figure }[];
  /** Rows whose figures could not be told apart, by row key (their cells are null and `unreadable`). */
  unreadableRows: string[];
}

/** What a report says of itself: each candidate with its place, in the contract's order of precedence. */
export interface Naming {
  from: "title" | "compiler" | "subject" | "period" | "contact" | "metadata";
  value: string;
  evidence: Evidence;
}

/** What the sums of a legacy report need besides its keys. */
export interface LegacyReading {
  /** Keys whose figure stands in a table; the others stand in prose, where figures may be left out. */
  tableKeys: ReadonlySet<string>;
  /** Figures of the tables that have no key: `completed`, `deniedReason` (in order), `deniedOtherReason`, `withinDenied`. */
  details: ReadonlyMap<string, readonly Figure[]>;
}

/** One annual report as it was read. Pure data; `figures` holds every cell of `statistics` by its path. */
export interface Report {
  agency: string | null;
  year: number | null;
  template: Template;
  statistics: Statistics;
  figures: ReadonlyMap<CellPath, Figure>;
  tables: Record<TableName, TableReading>;
  /** The printed line of each row, by `table.row`. */
  rows?: readonly (readonly [row: string, Evidence])[];
  sections: Section[];
  paragraphs: Paragraph[];
  agencyNames: Naming[];
  yearNames: Naming[];
  /** The reporting period as printed (统计期限), with its dates where they can be read. */
  period: { from: string | null; to: string | null; evidence: Evidence } | null;
  /** Pages or passages of the document that could not be read. */
  notes: DocumentNote[];
  /** Of a legacy report only. */
  legacy?: LegacyReading;
}

/** Where the character at `offset` of a paragraph stands. */
export function placeAt(paragraph: Paragraph, offset: number): Place {
  const { breaks } = paragraph;
  let low = 0;
  let high = breaks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (breaks[middle]![0] <= offset) low = middle + 1;
    else high = middle;
  }
  return breaks[low - 1]?.[1] ?? paragraph.location;
}

type Steps = readonly [table: keyof Statistics, row: string, column: string | undefined];

/** Paths taken apart, as many as the forms may have; others are taken apart each time. */
const stepsByPath = new Map<CellPath, Steps>();
const mostPaths = 2_000;

function stepsOf(path: CellPath): Steps {
  const known = stepsByPath.get(path);
  if (known !== undefined) return known;
  const steps = path.split(".") as unknown as Steps;
  if (stepsByPath.size < mostPaths) stepsByPath.set(path, steps);
  return steps;
}

/** The value of a cell by its path; undefined where the report has no such cell. */
export function cellValue(statistics: Statistics, path: CellPath): Value | undefined {
  const [table, row, column] = stepsOf(path);
  if (table === "legacy") return statistics.legacy?.[row];
  return column === undefined ? undefined : statistics[table]?.[row]?.[column];
}
