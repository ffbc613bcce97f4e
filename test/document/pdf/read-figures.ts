import { labelKey } from "../../../lib/chinese/fold.ts";
import type { Block, TableBlock } from "../../../lib/document/document.ts";
import { disclosureTable2021 } from "../../../lib/forms/disclosure.ts";
import { tableRows } from "../../../lib/forms/form.ts";

const figure = /^[\d,.\s]*$/;

/** The texts of a row by column; a merged cell stands at its first column only. */
function rowTexts(table: TableBlock, row: number): (string | undefined)[] {
  const texts: (string | undefined)[] = new Array(table.columns).fill(undefined);
  for (const cell of table.cells) if (cell.row === row) texts[cell.column] = cell.text;
  return texts;
}

/** Rows whose last `count` columns all are cells of figures or blanks, some of them figures: labels and figures, in order. */
export function figureRows(blocks: readonly Block[], count: number): { label: string; figures: string[] }[] {
  return blocks.flatMap((block) => {
    if (block.kind !== "table" || block.columns < count || block.columns > count + 3) return [];
    return Array.from({ length: block.rows }, (_, row) => rowTexts(block, row)).flatMap((texts) => {
      const last = texts.slice(-count);
      if (last.some((text) => text === undefined || !figure.test(text)) || last.every((text) => text === "")) return [];
      const label = labelKey(texts.slice(0, -count).join(""));
      return [{ label, figures: last.map((text) => text!.replaceAll(",", "")) }];
    });
  });
}

/** The figures of part two by the form's rows; a table without rules has blank cells beside the figure of a merged one. */
export function disclosureFigures(blocks: readonly Block[]): Record<string, string[]> {
  const found: Record<string, string[]> = {};
  for (const block of blocks) {
    if (block.kind !== "table") continue;
    for (let row = 0; row < block.rows; row++) {
      const [label, ...rest] = rowTexts(block, row).filter((text) => text !== undefined);
      const match = tableRows(disclosureTable2021).find(
        (candidate) => labelKey(label ?? "") === labelKey(candidate.row.label),
      );
      if (!match) continue;
      const figures = rest.map((text) => text.replaceAll(",", ""));
      found[match.row.key] = block.grid === "aligned" ? figures.filter((text) => text !== "") : figures;
    }
  }
  return found;
}
