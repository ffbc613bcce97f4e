import { fold } from "../../../lib/chinese/fold.ts";
import type { Block, TableBlock } from "../../../lib/document/document.ts";
import type { Paragraph } from "../../../lib/report/report.ts";

/** Lines of text, one block each. */
export function toTextBlocks(text: string): Block[] {
  return text.split("\n").flatMap((line, at) => {
    const trimmed = line.trim();
    return trimmed ? [{ kind: "text" as const, text: trimmed, location: { line: at + 1 } }] : [];
  });
}

/** Rows of cell texts → a table. */
export function toTableBlock(rows: readonly (readonly string[])[], grid: TableBlock["grid"] = "ruled"): TableBlock {
  const cells = rows.flatMap((texts, row) =>
    texts.map((text, column) => ({ text, row, column, rowSpan: 1, columnSpan: 1, location: { line: row + 1 } })),
  );
  return {
    kind: "table",
    grid,
    rows: rows.length,
    columns: Math.max(...rows.map((row) => row.length)),
    cells,
    location: { line: 1 },
  };
}

/** What the report stage gives as running text. */
export function toParagraphs(text: string): Paragraph[] {
  return toTextBlocks(text).map((block) => ({
    part: null,
    text: (block as { text: string }).text,
    folded: fold((block as { text: string }).text),
    location: block.location,
    breaks: [],
  }));
}
