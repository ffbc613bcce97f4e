import { describe, expect, test } from "vitest";
import { cellText } from "../../../lib/document/pdf/cell-text.ts";
import { type DrawnText, dropHidden, repeatsVisible } from "../../../lib/document/pdf/drop-hidden.ts";
import { dropNoteMarks } from "../../../lib/document/pdf/drop-note-marks.ts";
import { fillGrid } from "../../../lib/document/pdf/fill-grid.ts";
import type { Grid } from "../../../lib/document/pdf/find-grids.ts";
import { findStruck } from "../../../lib/document/pdf/find-struck.ts";
import type { Item } from "../../../lib/document/pdf/geometry.ts";

const item = (text: string, x0: number, x1: number, baseline = 20): Item => ({
  ...{ text, x0, x1, baseline, y0: baseline - 8, y1: baseline + 1 },
  ...{ size: 10, turn: 0 as const, vertical: false, digit: 0.5, line: 0 },
});
const drawn = (text: string, x: number, x1: number, y = 20): DrawnText => ({ text, x, x1, y, size: 10 });
const texts = (items: readonly Item[]) => items.map((found) => found.text);

describe("text that is not to be seen", () => {
  test.each([
    ["goes where it stands alone", [item("99", 50, 60)], [drawn("99", 50, 60)], [], []],
    [
      "goes glyph by glyph",
      [item("规章99", 30, 60)],
      [..."规章99"].map((c, i) => drawn(c, 30 + 8 * i, 38 + 8 * i)),
      [],
      [],
    ],
    [
      "leaves the same text that is seen on its spot",
      [item("99", 50, 60)],
      [drawn("99", 50, 60)],
      [drawn("99", 50, 60)],
      ["99"],
    ],
    [
      "is cut off the end of a text it was fused with",
      [item("157777", 50, 82)],
      [drawn("7777", 61, 82, 18)],
      [drawn("15", 50, 60)],
      ["15"],
    ],
    ["is cut off its beginning", [item("777715", 50, 82)], [drawn("7777", 50, 71)], [drawn("15", 72, 82)], ["15"]],
    [
      "makes a number doubtful that it stands in",
      [item("17777 5", 50, 82)],
      [drawn("7777", 56, 76)],
      [drawn("1", 50, 55), drawn("5", 77, 82)],
      ["17777 5\ufffd"],
    ],
  ])("%s", (_, items, hidden, visible, left) => {
    expect(texts(dropHidden(items, hidden, visible))).toEqual(left);
  });

  test("leaves the rest of a fused text where it stands", () => {
    const [rest] = dropHidden([item("7777 15", 50, 90)], [drawn("7777", 50, 71)], [drawn("15", 80, 90)]);
    expect([rest!.text, rest!.x0, rest!.x1]).toEqual(["15", 80, 90]);
  });

  test("repeats the page where it lies over what is seen, and is its reading where nothing is", () => {
    const hidden = [drawn("规章", 51, 70, 21), drawn("12", 121, 131, 21)];
    expect(repeatsVisible(hidden, [drawn("规章", 50, 70), drawn("12", 120, 130)])).toBe(true);
    expect(repeatsVisible(hidden, [drawn("第3页", 300, 330, 800)])).toBe(false);
  });
});

/** One row of three cells, 50 points wide each. */
const grid: Grid = {
  box: { x0: 0, y0: 0, x1: 150, y1: 30 },
  rowCuts: [0, 30],
  columnCuts: [0, 50, 100, 150],
  cells: [0, 1, 2].map((column) => ({ row: 0, column, rowSpan: 1, columnSpan: 1 })),
  owners: Int32Array.from([0, 1, 2]),
  open: [false, false, false],
};

test("numbers printed twice and fused with their neighbours' copies stand once in their cells", () => {
  const items = [item("33732 19733", 18, 92), item("19733 52585", 62.2, 138), item("52585", 113, 138)];
  expect(fillGrid(grid, items, []).map((cell) => cell.text)).toEqual(["33732", "19733", "52585"]);
});

describe("text that a line strikes out", () => {
  const pieces = [drawn("58", 50, 60), drawn("71", 60, 70), drawn("9", 120, 125)];
  const struck = (at: number, from: number, to: number) =>
    findStruck(() => pieces, [{ horizontal: true, at, from, to }]).map(({ text }) => text);

  test("is found by a line of its length through its middle", () => {
    expect(struck(16.5, 50, 60)).toEqual(["58"]);
    expect(struck(16.5, 50.4, 69.5)).toEqual(["58", "71"]);
  });
  test.each([
    ["a line under it", 21, 50, 60],
    ["one above it", 11, 50, 60],
    ["a table's rule that reaches farther", 16.5, 40, 140],
    ["one that ends within it", 16.5, 50, 56],
  ])("not by %s", (_, at, from, to) => {
    expect(struck(at, from, to)).toEqual([]);
  });
  test("is cut out of the text that the reader fused it with", () => {
    expect(texts(dropHidden([item("5871", 50, 70)], [pieces[0]!], [pieces[1]!]))).toEqual(["71"]);
  });
});

describe("marks of notes", () => {
  const mark = (text: string, x0: number, raised: number, size: number) => ({
    ...item(text, x0, x0 + size / 2, 20 - raised),
    size,
  });
  const read = (...items: Item[]) => cellText(dropNoteMarks(items), 100).text;

  test("a small raised number after a figure or a label is none of its digits", () => {
    expect(read(item("104", 30, 45), mark("1", 45, 4, 6))).toBe("104");
    expect(read(item("规章", 30, 50), mark("②", 50.5, 4, 6))).toBe("规章");
    expect(read(item("104", 30, 45), mark("[", 45, 4, 6), mark("1", 48, 4, 6), mark("]", 51, 4, 6))).toBe("104");
  });
  test("numbers as large, on the line, or apart stay", () => {
    expect(read(item("104", 30, 45), mark("1", 45, 0, 10))).toBe("1041");
    expect(read(item("10", 30, 40), mark("4", 40, 0, 8))).toBe("104");
    expect(read(item("104", 30, 45), mark("7", 60, 4, 6))).toMatch(/104/);
    expect(read(item("104", 30, 45), mark("7", 60, 4, 6))).toMatch(/7/);
  });
});
