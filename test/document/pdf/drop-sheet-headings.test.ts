import { expect, test } from "vitest";
import { dropSheetHeadings, hasSheetHeadings } from "../../../lib/document/pdf/drop-sheet-headings.ts";
import type { FilledCell } from "../../../lib/document/pdf/fill-grid.ts";

const rows = (texts: string[][]): FilledCell[] =>
  texts.flatMap((line, row) =>
    line.map((text, column) => ({ row, column, rowSpan: 1, columnSpan: 1, text, line: 1, room: 9 })),
  );

const sheet = rows([
  ["", "A", "B", "C", "D", "E"],
  ["13", "规章", "0", "2", "3", "4"],
  ["14", "规范性文件", "1", "2", "3", "4"],
  ["15", "行政许可", "7", "", "", ""],
]);

test("the letters and numbers around a printed sheet are none of its cells", () => {
  expect(hasSheetHeadings(sheet)).toBe(true);
  const own = dropSheetHeadings(sheet);
  expect(own).toHaveLength(15);
  expect(own[0]).toMatchObject({ row: 0, column: 0, text: "规章" });
});

test("a table's own numbers and headings stay", () => {
  expect(
    hasSheetHeadings(
      rows([
        ["", "甲", "乙", "丙", "丁", "戊"],
        ["1", "a"],
        ["2", "b"],
        ["3", "c"],
      ]),
    ),
  ).toBe(false);
  expect(hasSheetHeadings(rows([["", "A", "B", "C", "D", "E"], ["规章"], ["规范性文件"], ["行政许可"]]))).toBe(false);
  expect(
    hasSheetHeadings(
      rows([
        ["", "A", "B"],
        ["1", "x"],
        ["2", "y"],
      ]),
    ),
  ).toBe(false);
});
