import { expect, test } from "vitest";
import { isSteady } from "../../../../lib/document/text/aligned/is-steady.ts";

const piece = (start: number) => ({ text: "1", start, end: start + 1, line: 1, gap: 2 });
const rowsAt = (...rows: number[][]) => rows.map((row) => row.map(piece));
const columnsAt = (...starts: number[]) => starts.map((start) => ({ start, end: start + 1 }));

test("columns in which rows have blanks are steady where each is met with figures beside its neighbour's", () => {
  const rows = rowsAt([20, 28], [28, 36], [20, 36], [36, 44], [20, 44], [28, 44]);
  expect(isSteady(rows, columnsAt(20, 28, 36, 44), [])).toBe(true);
});

test("neighbouring columns that take turns may be one column on pages of two scales", () => {
  const rows = rowsAt([20, 28], [28, 36], [20, 36], [24, 32], [32, 40], [24, 40]);
  expect(isSteady(rows, columnsAt(20, 24, 28, 32, 36, 40), [])).toBe(false);
});
