import type { Block } from "../document.ts";
import { readAlignedTables } from "./aligned/read-aligned-tables.ts";
import { joinProse } from "./join-prose.ts";
import { readBarTable } from "./read-bar-table.ts";
import { readCopiedTable } from "./read-copied-table.ts";
import { readSeparatedTable } from "./read-separated-table.ts";
import { readTabTable } from "./read-tab-table.ts";
import { findSeparator } from "./separator.ts";
import type { SourceLine } from "./split-lines.ts";

/** Lines without bars or tabs: tables aligned by spaces, and text between them. */
function readPlain(lines: readonly SourceLine[], blocks: Block[]): void {
  let at = 0;
  for (const { block, from, to } of readAlignedTables(lines)) {
    joinProse(lines.slice(at, from), blocks);
    blocks.push(block);
    at = to;
  }
  joinProse(at === 0 ? lines : lines.slice(at), blocks);
}

/** Turns printed lines into blocks in reading order: tables where lines are drawn as such, text otherwise. */
export function readLines(lines: readonly SourceLine[]): Block[] {
  const blocks: Block[] = [];
  let plain: SourceLine[] = [];
  const separator = findSeparator(lines);
  for (let at = 0; at < lines.length; ) {
    const table =
      readBarTable(lines, at) ??
      readTabTable(lines, at) ??
      readCopiedTable(lines, at) ??
      (separator === null ? null : readSeparatedTable(lines, at, separator));
    if (table === null) {
      plain.push(lines[at]!);
      at++;
      continue;
    }
    readPlain(plain, blocks);
    plain = [];
    blocks.push(table.block);
    at = table.end;
  }
  readPlain(plain, blocks);
  return blocks;
}
