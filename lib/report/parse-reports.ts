import type { Block, Document, TextBlock } from "../document/document.ts";
import type { Template } from "../forms/form.ts";
import { cellNumbers, formOf, forms, templateInForce } from "../forms/forms.ts";
import type { Heading } from "./find-headings.ts";
import type { FoldedDocument } from "./folded-document.ts";
import { FormFigures } from "./form-figures.ts";
import { readLegacy } from "./legacy/read-legacy.ts";
import { readLegacyTables } from "./legacy/read-legacy-tables.ts";
import { liftText } from "./lift-text.ts";
import { nameReport, type TitleLine } from "./name-report.ts";
import type {
  Evidence,
  Figure,
  LegacyReading,
  Paragraph,
  Report,
  Section,
  Statistics,
  TableReading,
} from "./report.ts";
import { type ReportSegments, type Segment, splitDocument } from "./split-document.ts";
import { assembleTable } from "./tables/assemble-table.ts";
import { scanTables, type TablesFound } from "./tables/scan-tables.ts";

/** The template by the columns of the tables (part two's first, then part three's), else by the year reported on. */
function decideTemplate(found: TablesFound, year: number | null, headings: readonly Heading[]): Template {
  for (const votes of [found.votes.disclosure, found.votes.applications]) {
    const best = forms.map((form) => ({ form, count: votes[form.template] })).sort((a, b) => b.count - a.count);
    if (best[0]!.count > (best[1]?.count ?? 0)) return best[0]!.form.template;
  }
  if (year !== null) return templateInForce(year);
  const parts = new Set(headings.map((heading) => heading.part));
  return found.tables > 0 || (parts.has(3) && parts.has(4)) ? forms.at(-1)!.template : "legacy";
}

function toSections(document: Document, segments: readonly Segment[]): Section[] {
  const sections = new Map<number, Section>();
  for (const segment of segments) {
    for (const heading of segment.headings) {
      const block = document.blocks[heading.block] as TextBlock;
      const text = block.text.slice(0, heading.length).trim();
      if (!sections.has(heading.part))
        sections.set(heading.part, { part: heading.part, heading: { text, location: block.location } });
    }
  }
  return [...sections.values()].sort((a, b) => a.part - b.part);
}

/** The running text of a report with its parts: all text blocks but headings, titles and lines of the tables. */
function toParagraphs(
  document: FoldedDocument,
  segment: Segment,
  titlesAbove: readonly TitleLine[],
  consumed: ReadonlySet<number>,
): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  const headings = new Map(segment.headings.map((heading) => [heading.block, heading]));
  const titles = new Set(segment.titles.map((title) => (title as TitleLine & { block: number }).block));
  // What stands above the title is the site's, or another document's.
  const title = (titlesAbove.at(-1) as (TitleLine & { block: number }) | undefined)?.block ?? -1;
  let part: number | null = null;
  for (let index = segment.start; index < segment.end; index++) {
    const block = document.blocks[index]!;
    if (block.kind !== "text") continue;
    const heading = headings.get(index);
    if (heading) part = heading.part;
    else if (part === null && index > title && segment.headings.length > 0) part = 0;
    if (consumed.has(index) || titles.has(index)) continue;
    const from = heading?.length ?? 0;
    if (from >= block.text.length) continue;
    paragraphs.push(toParagraph(block, document.folded[index]!, from, part));
  }
  return paragraphs;
}

const unbroken: Paragraph["breaks"] = [];

function toParagraph(block: TextBlock, whole: string, from: number, part: number | null): Paragraph {
  const text = block.text.slice(from);
  const folded = whole.slice(from);
  if (!block.breaks) return { part, text, folded, location: block.location, breaks: unbroken };
  const breaks = block.breaks.map(([offset, location]) => [offset - from, location] as const);
  const location = breaks.findLast(([offset]) => offset <= 0)?.[1] ?? block.location;
  return { part, text, folded, location, breaks: breaks.filter(([offset]) => offset > 0) };
}

/** Titles that stand above the body; those below are links and attachments. */
function headTitles(document: Document, segment: Segment): TitleLine[] {
  let body = segment.headings[0]?.block ?? -1;
  for (let index = segment.start; body < 0 && index < segment.end; index++) {
    const block = document.blocks[index]!;
    if (block.kind === "text" && block.text.length >= 80) body = index;
  }
  const above = segment.titles.filter((title) => body < 0 || (title as TitleLine & { block: number }).block < body);
  return above;
}

/** Where a table that is missing should stand: its part's heading, and the pictures in that part. */
function missingEvidence(document: Document, segments: readonly Segment[], part: number): Evidence[] {
  const evidence: Evidence[] = [];
  for (const segment of segments) {
    const at = segment.headings.findIndex((heading) => heading.part === part);
    if (at < 0) continue;
    const from = segment.headings[at]!.block;
    const to = segment.headings[at + 1]?.block ?? segment.end;
    const heading = document.blocks[from] as TextBlock;
    evidence.push({ text: heading.text.slice(0, 200), location: heading.location });
    for (const block of document.blocks.slice(from, to)) {
      if (block.kind === "image") evidence.push({ text: `[图片]${block.alt}`, location: block.location });
    }
  }
  return evidence;
}

const absent = (): TableReading => ({
  state: "missing",
  evidence: [],
  missingRows: [],
  unknownRows: [],
  conflicts: [],
  unreadableRows: [],
});

const moneyNote = /单位\s*(?:均?[为是])?\s*:?\s*(?:人民币)?\(?(亿元|万元|元)/;

/** Money notes (单位：万元) that stand in part two outside its table. */
function moneyNotes({ folded }: FoldedDocument, { headings, end }: Segment): string[] {
  const at = headings.findIndex(({ part }) => part === 2);
  if (at < 0) return [];
  const part = folded.slice(headings[at]!.block + 1, headings[at + 1]?.block ?? end);
  return part.flatMap((text) => (text.includes("单位") ? (moneyNote.exec(text)?.[1] ?? []) : []));
}

function readReport(document: FoldedDocument, { segments }: ReportSegments): Report | null {
  const primary = segments[0]!;
  const found = scanTables(document, segments);
  const titles = headTitles(document, primary);
  const paragraphs = toParagraphs(document, primary, titles, found.consumed);
  const named = nameReport(titles, paragraphs);
  const headings = segments.flatMap((segment) => segment.headings);
  if (!isReport(document, primary, found, titles, headings, paragraphs)) return null;
  const template = decideTemplate(found, named.year, headings);
  const form = formOf(template);
  const statistics: Statistics = {};
  let figures: Report["figures"];
  const rows: (readonly [row: string, Evidence])[] = [];
  const tables = { disclosure: absent(), applications: absent(), proceedings: absent() };
  let legacy: LegacyReading | undefined;
  if (form) {
    const notes = moneyNotes(document, primary);
    const numbers = cellNumbers(template);
    const list = new Array<Figure | undefined>(numbers.paths.length).fill(undefined);
    for (const table of form.tables) {
      const read = assembleTable(table, form.template, found.copies, notes);
      if (read.statistics) statistics[table.name] = read.statistics;
      const first = numbers.places.get(read.paths[0] ?? "") ?? 0;
      for (let at = 0; at < read.figures.length; at++) list[first + at] = read.figures[at];
      for (const row of read.rows) rows.push(row);
      const evidence =
        read.reading.state === "missing" ? missingEvidence(document, segments, table.part) : read.reading.evidence;
      tables[table.name] = { ...read.reading, evidence };
    }
    figures = new FormFigures(numbers, list);
  } else {
    const blocks: Block[] = document.blocks.slice(primary.start, primary.end);
    const read = readLegacy(blocks, paragraphs, named.year);
    statistics.legacy = read.statistics;
    figures = read.figures;
    legacy = read.reading;
  }
  const sections = toSections(document, segments);
  return { ...named, template, statistics, figures, tables, rows, sections, paragraphs, notes: document.notes, legacy };
}

const leastProse = 150;
/** Titles of figures for a part of a year, and of papers that ask for reports or say how to write them. */
const partOfYear =
  /^.{0,40}(?:上半年|下半年|半年度?|[一二三四1-4]季度|(?<!\d)\d{1,2}月份?).{0,16}公开.{0,16}(?:报告|统计|情况|数据)表?$/;
const notice = /^关于.{2,60}公开.{0,30}(?:通知|意见|方案|办法|指南|的函)$/;
const linesAbove = 6;

/** What the title-like line nearest above the body of a segment without a title says it is, if that is no annual report. */
function otherTitle(
  document: FoldedDocument,
  segment: Segment,
  headings: readonly Heading[],
): "statistics" | "notice" | undefined {
  const at = document.blocks.findIndex(({ kind }, index) => index >= segment.start && kind === "table");
  const ends = [headings[0]?.block, at < 0 ? undefined : at, segment.end].filter((end) => end !== undefined);
  const body = Math.min(...ends);
  for (const text of document.folded.slice(Math.max(segment.start, body - linesAbove), body).reverse()) {
    if (text.length > 80) continue;
    const line = text.replace(/\s+/g, "");
    if (partOfYear.test(line)) return "statistics";
    if (notice.test(line)) return "notice";
  }
  return undefined;
}

/** So many figures of a legacy table are no accident. */
const leastLegacy = 5;

/** Whether a segment holds the statistics of a report on 2018 or earlier, be its text as short as it may. */
const holdsLegacyTable = (document: Document, { start, end }: Segment): boolean =>
  readLegacyTables(document.blocks.slice(start, end), null).figures.size >= leastLegacy;

/** Whether a segment is an annual report: tables of the form, most of its parts, or a title with a text about disclosure below it. */
function isReport(
  document: FoldedDocument,
  segment: Segment,
  found: TablesFound,
  titles: readonly TitleLine[],
  headings: readonly Heading[],
  paragraphs: readonly Paragraph[],
): boolean {
  const other = titles.length > 0 ? undefined : otherTitle(document, segment, headings);
  if (other === "statistics") return false;
  if (found.rows >= 3) return true;
  if (other === "notice") return false;
  const parts = new Set(headings.map((heading) => heading.part));
  if (parts.size >= 3 && (parts.has(2) || parts.has(3) || parts.has(4))) return true;
  if (titles.length === 0) return false;
  return speaksOfDisclosure(paragraphs) || holdsLegacyTable(document, segment);
}

function speaksOfDisclosure(paragraphs: readonly Paragraph[]): boolean {
  const prose = paragraphs.filter((paragraph) => paragraph.text.length >= 30);
  return (
    prose.reduce((sum, paragraph) => sum + paragraph.text.length, 0) >= leastProse &&
    prose.some((paragraph) => paragraph.folded.includes("公开"))
  );
}

/** The same report printed again under its own title says the same of everything. */
const contentOf = ({ template, statistics }: Report): string => JSON.stringify([template, statistics]);

/** Tells of each report whether one of the same name before it said the same; a report without namesakes is not looked into. */
function createTwinFinder(): (report: Report) => boolean {
  const byName = new Map<string, { first: Report; contents?: Set<string> }>();
  return (report) => {
    const name = `${report.year} ${report.agency}`;
    const namesakes = byName.get(name);
    if (namesakes === undefined) {
      byName.set(name, { first: report });
      return false;
    }
    namesakes.contents ??= new Set([contentOf(namesakes.first)]);
    const content = contentOf(report);
    if (report.agency !== null && namesakes.contents.has(content)) return true;
    namesakes.contents.add(content);
    return false;
  };
}

/** Splits a document into its annual reports and reads each; the same report printed twice is one. */
export function parseReports(extracted: Document): Report[] {
  const document = liftText(extracted);
  const isTwin = createTwinFinder();
  return splitDocument(document)
    .map((segments) => readReport(document, segments))
    .filter((report) => report !== null)
    .filter((report) => !isTwin(report));
}
