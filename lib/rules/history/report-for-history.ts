import * as z from "zod/mini";
import type { CellPath } from "../../forms/form.ts";
import type { Report } from "../../report/report.ts";

const placeSchema = z.object({ page: z.optional(z.int()), line: z.int() });
const rowsSchema = z.record(z.string(), z.record(z.string(), z.nullable(z.number())));
export const statisticsSchema = z.object({
  disclosure: z.optional(rowsSchema),
  applications: z.optional(rowsSchema),
  proceedings: z.optional(rowsSchema),
  legacy: z.optional(z.record(z.string(), z.nullable(z.number()))),
});

/** What the rules between years need of a report; small enough to be stored with it and read back without its file. */
export const reportForHistorySchema = z.object({
  agency: z.nullable(z.string()),
  year: z.nullable(z.int()),
  template: z.enum(["legacy", "2019", "2021"]),
  statistics: statisticsSchema,
  /** Name or key of the file, as evidence shows it. */
  source: z.string(),
  /** Every figure as it stands in the source, by its path. */
  places: z.record(z.string(), z.object({ text: z.string(), location: placeSchema })),
  /** Sentences that speak of last year or of growth, as printed and folded (same length), with their places. */
  sentences: z.array(
    z.object({ part: z.nullable(z.int()), text: z.string(), folded: z.string(), location: placeSchema }),
  ),
  /** Least hashes of the prose's 8-character pieces, numbers left out: two equal shares of them are two equal texts. */
  fingerprint: z.array(z.int()),
  /** Length of the prose in characters, numbers and spaces left out. */
  proseLength: z.int(),
});

export type ReportForHistory = z.infer<typeof reportForHistorySchema>;

const aboutLastYear = /上年|上一年|去年|同比|增长|下降|上升|减少|增加|回落|比20|较20/;
const mostSentences = 60;
const fingerprintSize = 64;
const pieceLength = 8;

/** The part of a report that the rules between years need. */
export function toReportForHistory(report: Report, source: string): ReportForHistory {
  const prose = report.paragraphs.map(({ folded }) => folded.replace(/[\d\s]+/g, "")).join("");
  const places: Record<CellPath, { text: string; location: { page?: number; line: number } }> = {};
  for (const [path, { text, location }] of report.figures) places[path] = { text: text.slice(0, 60), location };
  return {
    agency: report.agency,
    year: report.year,
    template: report.template,
    statistics: report.statistics,
    source,
    places,
    sentences: pickSentences(report),
    fingerprint: fingerprintOf(prose),
    proseLength: prose.length,
  };
}

function pickSentences(report: Report): ReportForHistory["sentences"] {
  const sentences: ReportForHistory["sentences"] = [];
  for (const paragraph of report.paragraphs) {
    const { part, text, folded, location } = paragraph;
    for (const match of folded.matchAll(/[^。;!?\n]+[。;!?]?/g)) {
      if (sentences.length === mostSentences) return sentences;
      if (match[0].length > 1000 || !aboutLastYear.test(match[0])) continue;
      const end = match.index + match[0].length;
      sentences.push({
        part,
        text: text.slice(match.index, end),
        folded: match[0],
        location: at(paragraph, match.index) ?? location,
      });
    }
  }
  return sentences;
}

function at({ breaks }: Report["paragraphs"][number], offset: number) {
  return breaks.findLast(([start]) => start <= offset)?.[1];
}

/** The least hashes of all pieces: a sample of the text that does not depend on where something was inserted. */
function fingerprintOf(prose: string): number[] {
  const least: number[] = [];
  // FNV-1a over each piece; 200,000 characters are enough to tell two texts apart.
  for (let start = 0; start + pieceLength <= Math.min(prose.length, 200_000); start++) {
    let hash = 0x811c9dc5;
    for (let i = start; i < start + pieceLength; i++) hash = Math.imul(hash ^ prose.charCodeAt(i), 0x01000193);
    keepLeast(least, hash >>> 0);
  }
  return least;
}

/** Puts a hash in its place among the least ones, unless it is there or too great. */
function keepLeast(least: number[], hash: number): void {
  let at = least.length;
  if (at === fingerprintSize && hash >= least[at - 1]!) return;
  while (at > 0 && least[at - 1]! > hash) at--;
  if (at > 0 && least[at - 1] === hash) return;
  least.splice(at, 0, hash);
  if (least.length > fingerprintSize) least.pop();
}
