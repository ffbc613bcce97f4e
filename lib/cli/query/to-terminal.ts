import Table from "cli-table3";
import stringWidth from "string-width";
import type { Sheet } from "./sheet.ts";

const gap = 3;
const narrowest = 8;

/** A table for people, at most `width` columns wide where that is possible (undefined: as wide as it is); Chinese characters count two. */
export function toTerminal({ columns, rows }: Sheet, width?: number): string {
  const cells = rows.map((row) => row.map((value) => (value === null ? "" : clean(String(value)))));
  const natural = columns.map((column, at) =>
    cells.reduce((most, row) => Math.max(most, stringWidth(row[at] ?? "")), stringWidth(column)),
  );
  const table = new Table({
    head: [...columns],
    style: { head: [], border: [] },
    colWidths: narrowTo(natural, width).map((each) => each + 2),
    colAligns: columns.map((_, at) =>
      rows.length > 0 && rows.every((row) => typeof row[at] === "number") ? "right" : "left",
    ),
    chars: { mid: "", "left-mid": "", "mid-mid": "", "right-mid": "" },
    wordWrap: true,
    wrapOnWordBoundary: false,
  });
  table.push(...cells);
  return `${table.toString()}\n`;
}

/** Control characters of a hostile name would move the cursor. */
function clean(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, "");
}

/** Takes from the widest columns what is too much. */
function narrowTo(natural: readonly number[], width: number | undefined): number[] {
  const widths = [...natural];
  if (width === undefined) return widths;
  let excess = widths.reduce((sum, each) => sum + each + gap, 1) - width;
  while (excess > 0) {
    const widest = Math.max(...widths);
    if (widest <= narrowest) break;
    const at = widths.indexOf(widest);
    widths[at] = widest - 1;
    excess--;
  }
  return widths;
}
