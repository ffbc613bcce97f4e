import type { Block } from "../document.ts";
import { readAlignedTables } from "./aligned/read-aligned-tables.ts";
import { FramedTables } from "./framed/framed-tables.ts";
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

/** What only a line of a table has. */
const drawn = marks.bar | marks.tab | marks.comma;

/** Whether a line may be drawn above a first row between bars. */
function isDrawn(lines: readonly SourceLine[], at: number): boolean {
  if ((marksOf(lines[at]!) & marks.drawing) === 0 || at + 1 >= lines.length) return false;
  return (marksOf(lines[at + 1]!) & marks.bar) !== 0;
}

function readDrawn(
  lines: readonly SourceLine[],
  at: number,
  separator: Separator | null,
  all: number,
  style: TabStyle | undefined,
) {
  const own = marksOf(lines[at]!);
  return (
    ((own & marks.bar) !== 0 || isDrawn(lines, at) ? readBarTable(lines, at) : null) ??
    ((own & (marks.tab | marks.comma)) !== 0 ? readTabTable(lines, at, style) : null) ??
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
  // A tab may stand below the first line of its table.
  const needsMarks = (all & marks.tab) === 0;
  const mask = separator === null ? drawn : drawn | marks.separator;
  let from = 0;
  const frames = new FramedTables(lines);
  for (let at = 0; at < lines.length; ) {
    const opens = isDrawn(lines, at);
    const isPlain = needsMarks && (marksOf(lines[at]!) & mask) === 0 && !opens;
    const framed = opens ? frames.read(at) : null;
    const table = framed ?? (isPlain ? null : readDrawn(lines, at, separator, all, style));
    if (table === null) {
      at++;
      continue;
    }
    readPlain(lines.slice(from, at), blocks);
    blocks.push(table.block);
    if (framed !== null) joinProse(framed.between, blocks);
    at = table.end;
    from = at;
  }
  readPlain(from === 0 ? lines : lines.slice(from), blocks);
  return blocks;
}
