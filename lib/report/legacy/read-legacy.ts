import type { Block } from "../../document/document.ts";
import { legacyOrder } from "../../forms/legacy.ts";
import type { Figure, LegacyReading, Paragraph, Value } from "../report.ts";
import { readLegacyProse } from "./read-legacy-prose.ts";
import { readLegacyTables } from "./read-legacy-tables.ts";

/** The keys in the form's order, each with its cell's path. */
const paths = legacyOrder.map((key) => [key, `legacy.${key}`] as const);

/**
 * Reads the figures of a report on 2018 or earlier: `blocks` of the report in order, its running text as `paragraphs`,
 * `year` where it is known. `statistics` is by key, `figures` by path (`legacy.key`); where a table and the prose state
 * one figure the table's is kept. Only what the report states is there.
 */
export function readLegacy(
  blocks: readonly Block[],
  paragraphs: readonly Paragraph[],
  year: number | null = null,
): { statistics: Record<string, Value>; figures: Map<string, Figure>; reading: LegacyReading } {
  const reported = year ?? commonestYear(paragraphs);
  const tables = readLegacyTables(blocks, reported);
  const prose = readLegacyProse(paragraphs, reported);
  const statistics: Record<string, Value> = {};
  const figures = new Map<string, Figure>();
  for (const [key, path] of paths) {
    const figure = tables.figures.get(key) ?? prose.get(key);
    if (!figure) continue;
    statistics[key] = figure.value;
    figures.set(path, figure);
  }
  return { statistics, figures, reading: { tableKeys: new Set(tables.figures.keys()), details: tables.details } };
}

/** The year that the prose names most often; null where it names none. */
function commonestYear(paragraphs: readonly Paragraph[]): number | null {
  const counts = new Map<number, number>();
  for (const { folded } of paragraphs) {
    for (const [, year] of folded.matchAll(/((?:19|20)\d\d)年/g))
      counts.set(Number(year), (counts.get(Number(year)) ?? 0) + 1);
  }
  let best: number | null = null;
  for (const [year, count] of counts) if (best === null || count > counts.get(best)!) best = year;
  return best;
}
