import type { TableBlock } from "../../document.ts";
import type { SourceLine } from "../split-lines.ts";
import { findRuns } from "./find-runs.ts";
import { gatherLabels } from "./gather-labels.ts";
import { partTables, type TableLines } from "./part-tables.ts";
import { readStretch } from "./read-stretch.ts";
import { toAlignedTable } from "./to-aligned-table.ts";

/** A table and the lines (indices, `to` excluded) that it takes the place of. */
export interface AlignedTable {
  block: TableBlock;
  from: number;
  to: number;
}

/** Null where lines of bare numbers in no layout say nothing of a table: they stay text. */
function readTableLines({ header, stretches }: TableLines): AlignedTable | null {
  const top = header.map(({ laid }) => laid);
  const lines = stretches.map((stretch) => stretch.map(({ laid }) => laid));
  const rows = gatherLabels(lines);
  const bands = lines.flatMap((stretch, index) => {
    const own = rows.filter((row) => row.stretch === index);
    return own.length > 0 ? [readStretch(own, stretch, top)] : [];
  });
  // Where only the order of figures is known, the header's places say nothing either: its lines stay text.
  const ordered = bands.every((band) => band.ordered);
  if (ordered && rows.length > 1 && rows.every(({ label }) => label.length === 0)) return null;
  const entries = [...(ordered ? [] : header), ...stretches.flat()];
  return {
    block: toAlignedTable(ordered ? [] : top, bands),
    from: entries[0]!.index,
    to: entries.at(-1)!.index + 1,
  };
}

/**
 * Finds the tables whose columns are aligned by spaces (as pdftotext -layout and terminal browsers print them): one row for
 * each line of figures with its label's fragments from above, beside and below; in ascending order of lines.
 */
export function readAlignedTables(lines: readonly SourceLine[]): AlignedTable[] {
  return findRuns(lines)
    .flatMap((run) => partTables(run).map(readTableLines))
    .filter((table) => table !== null);
}
