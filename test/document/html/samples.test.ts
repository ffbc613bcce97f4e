import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { TableBlock } from "../../../lib/document/document.ts";
import { readDocument } from "../../../lib/document/read-document.ts";
import { sharedFolder } from "../../support/shared-material.ts";

const folder = sharedFolder("samples");

const files: [name: string, charset: string, zero: string][] = [
  ["report.html", "utf-8", "0"],
  ["report_gbk.html", "gb18030", "0"],
  ["report_plain_thead.html", "utf-8", "0"],
  ["report_blank.html", "utf-8", ""],
  ["report_split.html", "utf-8", "0"],
  ["report_landscape_br.html", "utf-8", "0"],
  ["report_landscape_wm.html", "utf-8", "0"],
  ["report_noborder_collapse.html", "utf-8", "0"],
  ["report_nolines.html", "utf-8", "0"],
];

/** The texts of a row in its last `count` columns. */
function lastCells({ cells, columns }: TableBlock, row: number, count: number): string[] {
  const texts = new Array<string>(columns).fill("?");
  for (const cell of cells) if (cell.row === row) texts[cell.column] = cell.text.replaceAll(",", "");
  return texts.slice(-count);
}

describe.skipIf(folder === undefined)("the sample report as HTML", () => {
  test.each(files)("%s: every figure in its row and column", async (name, charset, zero) => {
    const truth = JSON.parse(readFileSync(join(folder!, "truth.json"), "utf8"));
    const result = await readDocument(readFileSync(join(folder!, name)), name);
    expect(result).toMatchObject({
      status: "read",
      document: { source: { mediaType: "text/html", charset }, notes: [] },
    });
    if (result.status !== "read") return;
    const tables = result.document.blocks.filter((block) => block.kind === "table");
    const [applications] = tables.filter(({ rows, columns }) => rows === 28 && columns === 10);
    const print = (row: object) => Object.values(row).map((value) => (value === 0 ? zero : String(value)));
    const figures = Array.from({ length: 25 }, (_, row) => lastCells(applications!, row + 3, 7));
    expect(figures).toEqual(Object.values<object>((truth.statistics ?? truth).applications).map(print));
    const proceedings = tables.find(({ columns }) => columns === 15)!;
    const rows = Object.values<object>((truth.statistics ?? truth).proceedings);
    expect(lastCells(proceedings, proceedings.rows - 1, 15)).toEqual(rows.flatMap(print));
  });
});
