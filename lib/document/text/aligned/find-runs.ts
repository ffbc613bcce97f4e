import { marks } from "../line-marks.ts";
import { marksOf, type SourceLine } from "../split-lines.ts";
import { classifyLine, type LineKind } from "./classify-line.ts";
import { hasCellEnds, joinCutCells } from "./join-cut-cells.ts";
import { type LaidLine, layOutLine, type Metric, mostPieces, type Piece, splitPieces } from "./lay-out-line.ts";

/** A line that is not blank, laid out and classified; `index` is its place among the lines given. */
export interface Entry {
  index: number;
  laid: LaidLine;
  kind: LineKind;
}

/** A line that may hold a row of a table; cheap, so that prose is passed over. */
const candidate = /\S[ \t\u3000\u00a0]{2,}\S|[\d０-９]\s+\S*[\d０-９]\s*$/;

/** A page's number: between dashes anywhere, or bare on the last line of a page. */
const pageNumber = /^\s*(?:[-—–－]+\s*[\d０-９]{1,4}\s*[-—–－]+|第\s*\d{1,4}\s*[页頁].*)\s*$/;
/** A line drawn below a header or about a table. */
const rule = /^(?=.*(?:-{3}|={3}|_{5}|─{3}|━{3}|—{5}))[\s\-=_─━—+]+$/;
const bareNumber = /^\s*\d{1,4}\s*$/;

function layOut(lines: readonly SourceLine[], metric: Metric): Entry[] {
  const entries: { index: number; pieces: Piece[]; blanks: number; page: boolean }[] = [];
  let blanks = 0;
  let page = false;
  lines.forEach((source, index) => {
    const next = lines[index + 1];
    const endsPage = next === undefined || next.page === true;
    page = page || source.page === true;
    if (rule.test(source.text)) return;
    if (source.text.trim() === "" || pageNumber.test(source.text) || (endsPage && bareNumber.test(source.text))) {
      blanks++;
      return;
    }
    const pieces = splitPieces(source, metric);
    const before = entries.at(-1);
    const few = before !== undefined && before.pieces.length <= mostPieces && pieces.length <= mostPieces;
    if (few && blanks === 0 && hasCellEnds(source.text)) joinCutCells(before.pieces, pieces);
    entries.push({ index, pieces, blanks, page });
    blanks = 0;
    page = false;
  });
  const laid = entries
    .filter(({ pieces }) => pieces.length > 0)
    .map(({ index, pieces, blanks, page }) => ({ index, laid: layOutLine(lines[index]!.line, pieces, blanks, page) }));
  return laid.map((entry, at) => ({
    ...entry,
    kind: classifyLine(entry.laid, laid[at + 1]?.laid, laid[at - 1]?.laid),
  }));
}

/** No table has more lines in one run; a longer run is parted, so that the work grows with the lines only. */
const longestRun = 1000;

/** A header of so many pieces side by side makes a table of a single row of fewer figures. */
const leastHeadings = 3;

/** Figures enough to believe in a table: one row of several, several rows, or one row below a header. */
function isTable(run: readonly Entry[]): boolean {
  const rows = run.filter(({ kind }) => kind === "figures");
  if (rows.some(({ laid }) => laid.figures.length >= 3) || rows.length >= 2) return true;
  return rows.length > 0 && run.some(({ laid, kind }) => kind === "columns" && laid.labels.length >= leastHeadings);
}

const hasSpace = (line: SourceLine): boolean => (marksOf(line) & (marks.space | marks.lineEnd)) !== 0;

/** Finds the runs of lines (blank ones aside) in which a table of aligned columns stands. */
export function findRuns(lines: readonly SourceLine[], metric: Metric): Entry[][] {
  if (!lines.some((line) => line.whole !== true && hasSpace(line) && candidate.test(line.text))) return [];
  const runs: Entry[][] = [[]];
  for (const entry of layOut(lines, metric)) {
    if (entry.kind === "other" || lines[entry.index]!.whole === true) runs.push([]);
    else {
      if (runs.at(-1)!.length === longestRun) runs.push([]);
      runs.at(-1)!.push(entry);
    }
  }
  return runs.filter(isTable);
}
