import { describe, expect, test } from "vitest";
import { dropOverlays, placesOf } from "../../../lib/document/pdf/drop-overlays.ts";
import type { Grid } from "../../../lib/document/pdf/find-grids.ts";
import type { Item, PageText } from "../../../lib/document/pdf/geometry.ts";
import { mendText } from "../../../lib/document/pdf/mend-text.ts";

const item = (text: string, x0: number, x1: number, baseline = 20): Item => ({
  ...{ text, x0, x1, baseline, y0: baseline - 8, y1: baseline + 1 },
  ...{ size: 9, turn: 0 as const, vertical: false, digit: 0.5, line: 0 },
});
const page = (items: Item[]): PageText => ({ page: 1, turn: 0, box: { x0: 0, y0: 0, x1: 600, y1: 800 }, items });
const glyphs = {
  ...{ lost: [], hidden: [], visible: () => [], cuts: [{ x: 583.4, y: 20 }] },
  ...{ drawn: 10, covered: 0, strings: () => new Map() },
};

describe("numbers cut at the edge of what is to be seen", () => {
  test.each([
    ["a number that ends there is marked", item("421", 570, 583.4), "421\ufffd"],
    ["one that begins there is marked", item("421", 583.4, 598), "\ufffd421"],
    ["words are left as they are", item("合计", 565.4, 583.4), "合计"],
    ["a number elsewhere is left as it is", item("421", 300, 313), "421"],
    ["a number on another line is left as it is", item("421", 570, 583.4, 60), "421"],
  ])("%s", (_, source, text) => {
    expect(mendText(page([source]), glyphs).items.map((found) => found.text)).toEqual([text]);
  });
});

/** Two rows of two columns, 100 points wide each. */
const grid: Grid = {
  box: { x0: 0, y0: 0, x1: 200, y1: 60 },
  rowCuts: [0, 30, 60],
  columnCuts: [0, 100, 200],
  cells: [0, 1, 2, 3].map((at) => ({ row: at >> 1, column: at & 1, rowSpan: 1, columnSpan: 1 })),
  owners: Int32Array.from([0, 1, 2, 3]),
  open: [false, false],
};

describe("text printed over a table on every page", () => {
  const header = item("年度报告编制说明", 68, 140);
  const figures = [item("12", 45, 54), item("7", 148, 152)];
  const text = (known: Set<string>[]) => dropOverlays([header, ...figures], [grid], known).map((found) => found.text);

  test("goes where the neighbouring page has it in the same place", () => {
    expect(text([placesOf([header])])).toEqual(["12", "7"]);
  });
  test("stays where no neighbouring page has it", () => {
    expect(text([placesOf(figures)])).toEqual(["年度报告编制说明", "12", "7"]);
  });
  test("a repeated heading within its own cell stays", () => {
    const heading = item("商业企业", 32, 68);
    expect(dropOverlays([heading], [grid], [placesOf([heading])])).toEqual([heading]);
  });
});
