import { describe, expect, test } from "vitest";
import { joinStretches } from "../../../lib/document/pdf/drawn-strings.ts";
import { fillGrid } from "../../../lib/document/pdf/fill-grid.ts";
import type { Grid } from "../../../lib/document/pdf/find-grids.ts";
import type { Item } from "../../../lib/document/pdf/geometry.ts";
import { createTextState, setText, type TextState } from "../../../lib/document/pdf/text-state.ts";

const item = (text: string, x0: number, x1: number): Item => ({
  ...{ text, x0, x1, baseline: 20, y0: 12, y1: 21, size: 10, turn: 0, vertical: false, digit: 0.5, line: 0 },
});

/** One row of two cells with a wall at 100. */
const grid: Grid = {
  box: { x0: 0, y0: 0, x1: 200, y1: 30 },
  rowCuts: [0, 30],
  columnCuts: [0, 100, 200],
  cells: [0, 1].map((column) => ({ row: 0, column, rowSpan: 1, columnSpan: 1 })),
  owners: Int32Array.from([0, 1]),
  open: [false, false],
};
const drawn = (...bounds: [number, number][]) =>
  joinStretches(bounds.map(([x, x1]) => ({ x, x1, y: 20, size: 10, gaps: [] })));
const cells = (source: Item, ...bounds: [number, number][]) =>
  fillGrid(grid, [source], [], () => drawn(...bounds)).map((cell) => cell.text);

describe("text that runs over the wall between two cells", () => {
  test("a number drawn in one go stands in the cell of its middle", () => {
    expect(cells(item("3275", 90, 110.2), [90, 110.2])).toEqual(["", "3275"]);
    expect(cells(item("3275", 85, 105), [85, 105])).toEqual(["3275", ""]);
  });
  test("so does one drawn digit by digit without a gap", () => {
    expect(cells(item("3275", 85, 105), [85, 90], [90, 95], [95, 100], [100, 105])).toEqual(["3275", ""]);
  });
  test("two numbers that the reader fused are parted where the second begins, a gap or a word", () => {
    expect(cells(item("3275", 85, 106), [85, 100], [101, 106])).toEqual(["327", "5"]);
    expect(cells(item("合计3275", 75, 118), [75, 95], [98, 118])).toEqual(["合计", "3275"]);
  });
  test("a label reaches over its wall as a whole, what follows it is another text", () => {
    expect(cells(item("不计其他情形39197", 45, 135), [45, 105], [110, 135])).toEqual(["不计其他情形", "39197"]);
  });
  test("where nothing is known of the drawing, each character stands where it is", () => {
    expect(fillGrid(grid, [item("3275", 90, 110)], []).map((cell) => cell.text)).toEqual(["32", "75"]);
    expect(cells(item("3275", 90, 110), [300, 320])).toEqual(["32", "75"]);
  });
});

test("restoring the state of graphics brings back the text's, but for its place", () => {
  const text = createTextState();
  const saved: TextState[] = [];
  const run = (name: string, ...args: unknown[]) => setText(name, args as never[], text, saved);
  run("save");
  run("setTextRenderingMode", 3);
  run("setCharSpacing", 2);
  run("moveText", 5, 7);
  run("restore");
  expect([text.mode, text.character, text.matrix[4]]).toEqual([0, 0, 5]);
});
