import type { Block } from "../document.ts";
import { readBarTable } from "./read-bar-table.ts";
import type { SourceLine } from "./split-lines.ts";

/** Turns printed lines into blocks in reading order: tables where lines are drawn as such, text otherwise. */
export function readLines(lines: readonly SourceLine[]): Block[] {
  const blocks: Block[] = [];
  for (let at = 0; at < lines.length; ) {
    const table = readBarTable(lines, at);
    if (table !== null) {
      blocks.push(table.block);
      at = table.end;
      continue;
    }
    const { text, line, breaks } = lines[at]!;
    const trimmed = text.trim();
    if (trimmed !== "") {
      blocks.push({ kind: "text", text: trimmed, location: { line }, ...(breaks === undefined ? {} : { breaks }) });
    }
    at++;
  }
  return blocks;
}
