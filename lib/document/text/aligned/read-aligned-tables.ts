import type { TableBlock } from "../../document.ts";
import { doubtful } from "../../doubtful.ts";
import { toDelimitedTable } from "../delimited-table.ts";
import type { SourceLine } from "../split-lines.ts";
import { findRuns } from "./find-runs.ts";
import { gatherLabels } from "./gather-labels.ts";
import type { LabelledRow } from "./label-list.ts";
import { ambiguous, isFigure, type LaidLine, type Metric } from "./lay-out-line.ts";
import { joinCutNumbers, mendNumbers } from "./mend-numbers.ts";
import { partTables, type TableLines } from "./part-tables.ts";
import { isAlone, isOrdered, readStretch } from "./read-stretch.ts";
import { joinPieces, toAlignedTable } from "./to-aligned-table.ts";

/** A table and the lines (indices, `to` excluded) that it takes the place of. */
export interface AlignedTable {
  block: TableBlock;
  from: number;
  to: number;
  /** Whether its header names the columns of all its figures. */
  named: boolean;
}

/** Lines that are not laid out: the header's pieces and each row's label and figures in their order, nothing more is known. */
function toOrderedTable(header: readonly LaidLine[], rows: readonly LabelledRow[]): TableBlock {
  const top = header.map(({ labels, line }) => ({ texts: labels.map(({ text }) => text), line }));
  const body = rows.map(({ group, label, figures }) => {
    const labels = [joinPieces(group), joinPieces(label)].filter((text) => text !== "");
    const first = [...group, ...label, ...figures].reduce(
      (least, { line }) => Math.min(least, line),
      Number.POSITIVE_INFINITY,
    );
    return { texts: [...labels, ...figures.map(({ text }) => text)], line: first };
  });
  return { ...toDelimitedTable([...top, ...body]), dropsBlanks: true };
}

/** Whether a row is a line of the source: several figures, or a label beside its figure. */
function isLine({ label, group, figures }: LabelledRow): boolean {
  return figures.length > 1 || [...label, ...group].some(({ line }) => line === figures[0]?.line);
}

/** Fewer cells in a row are a label, its unit and its only figure. */
const leastCells = 4;

/**
 * Whether one number of spaces parts all cells, and figures do not begin below one another: the cells were joined with it, and
 * blank ones left nothing.
 */
function isJoined(rows: readonly LabelledRow[], header: readonly LaidLine[]): boolean {
  const cells = rows.map(({ label, figures }) => [
    ...label.filter(({ line }) => line === figures[0]?.line),
    ...figures,
  ]);
  const lines = [...header.map(({ labels }) => labels), ...cells].filter(({ length }) => length > 1);
  const gaps = new Set(lines.flatMap((line) => line.slice(1).map(({ gap }) => gap)));
  const starts = new Set(rows.flatMap(({ figures }) => figures.slice(0, 1).map(({ start }) => start)));
  const most = header.reduce((count, { labels }) => Math.max(count, labels.length), 0);
  const lacks = most >= leastCells && cells.some(({ length }) => length > 0 && length < most);
  return lacks && lines.length > 2 && gaps.size === 1 && !gaps.has(1) && starts.size > 1;
}

/** Null where lines of bare numbers in no layout say nothing of a table: they stay text. */
function readTableLines({ header, stretches }: TableLines, metric: Metric): AlignedTable | null {
  const top = header.map(({ laid }) => laid);
  const lines = joinCutNumbers(stretches.map((stretch) => stretch.map(({ laid }) => laid))).map(mendNumbers);
  const rows = gatherLabels(lines);
  const entries = [...header, ...stretches.flat()];
  const place = { from: entries[0]!.index, to: entries.at(-1)!.index + 1 };
  if ((rows.every(isOrdered) && !isAlone(rows, top)) || isJoined(rows, top)) {
    if (rows.length > 1 && rows.every(({ label }) => label.length === 0)) return null;
    // One cell a line is a sequence of cells: which label a figure belongs to is for its reader to say.
    if (rows.filter(isLine).length * 2 < rows.length) return null;
    return { block: toOrderedTable(top, rows), ...place, named: false };
  }
  const bands = lines.flatMap((stretch, index) => {
    const own = rows.filter((row) => row.stretch === index);
    return own.some(({ figures }) => figures.length > 0)
      ? [readStretch(own, stretch, top, metric === "characters")]
      : [];
  });
  return { block: toAlignedTable(top, bands), ...place, named: bands.every((band) => band.named) };
}

/**
 * Finds the tables whose columns are aligned by spaces (as pdftotext -layout and terminal browsers print them): one row for
 * each line of figures with its label's fragments from above, beside and below; in ascending order of lines.
 */
export function readAlignedTables(lines: readonly SourceLine[]): AlignedTable[] {
  let best: AlignedTable[] = [];
  let least = Infinity;
  // How wide the printer took its characters is not said: columns are straightest in its own metric.
  for (const metric of metrics) {
    if (metric !== "display" && !differs(metric, lines, best)) continue;
    const tables = readTables(lines, metric);
    const doubts = countDoubts(tables);
    if (doubts < least) [best, least] = [tables, doubts];
    if (least === 0) break;
  }
  return best;
}

const metrics: readonly Metric[] = ["display", "characters", "wide-dashes", "wide-dots"];

/** Whether the tables found so far may look otherwise in this metric. */
function differs(metric: Metric, lines: readonly SourceLine[], tables: readonly AlignedTable[]): boolean {
  const wide = ambiguous[metric];
  if (wide === null) return tables.length > 0;
  return tables.some(({ from, to }) => lines.slice(from, to).some(({ text }) => wide.test(text)));
}

const readTables = (lines: readonly SourceLine[], metric: Metric): AlignedTable[] =>
  findRuns(lines, metric)
    .flatMap((run) => partTables(run).map((table) => readTableLines(table, metric)))
    .filter((table) => table !== null);

/** Tables whose columns are not told by their header, and figures whose columns are unknown. */
function countDoubts(tables: readonly AlignedTable[]): number {
  return tables.reduce((sum, { block, named }) => {
    const unknown = block.cells.filter(
      ({ columnSpan, text }) => columnSpan > 1 && text.split(" ").every((word) => isFigure(word.replace(doubtful, ""))),
    );
    return sum + unknown.length + (named ? 0 : 1);
  }, 0);
}
