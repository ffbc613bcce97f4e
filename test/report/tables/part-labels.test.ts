import { describe, expect, test } from "vitest";
import type { TableBlock } from "../../../lib/document/document.ts";
import { partLabels } from "../../../lib/report/tables/part-labels.ts";
import { describeBlocks } from "../../support/describe-blocks.ts";

/** A row of an aligned table whose label begins on line 1 and whose figure stands on line `figure`. */
const table = (label: string, figure: number, change: Partial<TableBlock> = {}): TableBlock => ({
  kind: "table",
  grid: "aligned",
  rows: 1,
  columns: 2,
  cells: [
    { text: label, row: 0, column: 0, rowSpan: 1, columnSpan: 1, location: { line: 1 } },
    { text: "5", row: 0, column: 1, rowSpan: 1, columnSpan: 1, location: { line: figure } },
  ],
  location: { line: 1 },
  ...change,
});

const cases: [name: string, table: TableBlock, rows: string[]][] = [
  ["a blank row above", table("行政许可\n行政处罚", 2), ["0 行政许可 | 1", "0 行政处罚 | 1 5"]],
  ["a blank row below", table("行政处罚\n行政强制", 1), ["0 行政处罚 | 1 5", "0 行政强制 | 1"]],
  [
    "blank rows on both sides, one of them with its label broken",
    table("行政\n许可\n行政处罚\n行政强制", 3),
    ["0 行政⏎许可 | 1", "0 行政处罚 | 1 5", "0 行政强制 | 1"],
  ],
  [
    "a blank row above a row that the form does not have",
    table("规范性文件\n其他主动公开文件", 2),
    ["0 规范性文件 | 1", "0 其他主动公开文件 | 1 5"],
  ],
  ["a blank row of part three", table("予以公开\n属于国家秘密", 2), ["0 予以公开 | 1", "0 属于国家秘密 | 1 5"]],
  ["a word of part three before a label that is none", table("其他\n管理事项", 2), ["0 其他⏎管理事项 | 1 5"]],
  ["one label broken over lines", table("其他对外\n管理服务事项", 1), ["0 其他对外⏎管理服务事项 | 1 5"]],
  ["figures beside no line of the labels", table("规章\n规范性文件", 3), ["0 规章⏎规范性文件 | 1 5"]],
  ["a table with its own rows", table("规章\n规范性文件", 2, { grid: "ruled" }), ["0 规章⏎规范性文件 | 1 5"]],
  ["a page of a PDF", table("规章\n规范性文件", 2, { location: { page: 1, line: 1 } }), ["0 规章⏎规范性文件 | 1 5"]],
];

describe("partLabels", () => {
  test.each(cases)("%s", (_, block, rows) => {
    expect(describeBlocks([partLabels(block)])).toEqual([[block.grid, ...rows]]);
  });
});
