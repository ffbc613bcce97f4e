import type { Block } from "../../lib/document/document.ts";

/**
 * Blocks in short, for comparison: a text as "line: text", a table as its grid followed by one string a row
 * ("column text" cells, spans as rows×columns), a picture as "[alt]".
 */
export function describeBlocks(blocks: readonly Block[]): (string | string[])[] {
  return blocks.map((block) => {
    if (block.kind === "text") return `${block.location.line}: ${block.text}`;
    if (block.kind === "image") return `[${block.alt}]`;
    const rows = Array.from({ length: block.rows }, (_, row) =>
      block.cells
        .filter((cell) => cell.row === row)
        .map(({ text, column, rowSpan, columnSpan }) => {
          const spans = rowSpan > 1 || columnSpan > 1 ? ` ${rowSpan}×${columnSpan}` : "";
          return `${column}${spans} ${text.replaceAll("\n", "⏎")}`.trim();
        })
        .join(" | "),
    );
    return [block.grid, ...rows];
  });
}
