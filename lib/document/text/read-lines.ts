import type { Block } from "../document.ts";
import { readAlignedTables } from "./aligned/read-aligned-tables.ts";
import { joinProse } from "./join-prose.ts";
import { marks } from "./line-marks.ts";
import { readBarTable } from "./read-bar-table.ts";
import { readCopiedTable } from "./read-copied-table.ts";
import { readSeparatedTable } from "./read-separated-table.ts";
import { readTabTable, surveyTabs, type TabStyle } from "./read-tab-table.ts";
import { findSeparator, type Separator } from "./separator.ts";
import { marksOf, type SourceLine } from "./split-lines.ts";

/** Lines without bars or tabs: tables aligned by spaces, and text between them. */
function readPlain(lines: readonly SourceLine[], blocks: Block[]): void {
  if (lines.length === 0) return;
  if (!lines.some((line) => line.whole !== true && (marksOf(line) & marks.space) !== 0)) {
    joinProse(lines, blocks);
    return;
  }
  let at = 0;
  for (const { block, from, to } of readAlignedTables(lines)) {
    joinProse(lines.slice(at, from), blocks);
    blocks.push(block);
    at = to;
  }
  joinProse(at === 0 ? lines : lines.slice(at), blocks);
}

/** Without any of these no table is drawn. */
const drawable = marks.bar | marks.tab | marks.separator;

function readDrawn(
  lines: readonly SourceLine[],
  at: number,
  separator: Separator | null,
  all: number,
  style: TabStyle | undefined,
) {
  const own = marksOf(lines[at]!);
  const next = at + 1 < lines.length ? marksOf(lines[at + 1]!) : 0;
  // A drawn line may stand above the first row, a tab on a line of its own below the first cell.
  const bars = (own & marks.bar) !== 0 || ((own & marks.drawing) !== 0 && (next & marks.bar) !== 0);
  return (
    (bars ? readBarTable(lines, at) : null) ??
    ((own & (marks.tab | marks.separator)) !== 0 ? readTabTable(lines, at, style) : null) ??
    ((all & marks.tab) !== 0 ? readCopiedTable(lines, at) : null) ??
    (separator !== null && (own & marks.separator) !== 0 ? readSeparatedTable(lines, at, separator) : null)
  );
}

/** Turns printed lines into blocks in reading order: tables where lines are drawn as such, text otherwise. */
export function readLines(lines: readonly SourceLine[]): Block[] {
  const blocks: Block[] = [];
  let all = 0;
  for (const line of lines) all |= marksOf(line);
  const separator = (all & marks.separator) === 0 ? null : findSeparator(lines);
  const style = (all & marks.tab) === 0 ? undefined : surveyTabs(lines);
  let from = 0;
  for (let at = 0; at < lines.length; ) {
    const table = (all & drawable) === 0 ? null : readDrawn(lines, at, separator, all, style);
    if (table === null) {
      at++;
      continue;
    }
    readPlain(lines.slice(from, at), blocks);
    blocks.push(table.block);
    at = table.end;
    from = at;
  }
  readPlain(from === 0 ? lines : lines.slice(from), blocks);
  return blocks;
}
