import { describe, expect, test } from "vitest";
import { closeGaps } from "../../../lib/document/pdf/close-gaps.ts";
import type { FilledCell } from "../../../lib/document/pdf/fill-grid.ts";
import { findGrids } from "../../../lib/document/pdf/find-grids.ts";
import type { Item, Rule } from "../../../lib/document/pdf/geometry.ts";
import { joinRules } from "../../../lib/document/pdf/join-rules.ts";

const across = (at: number, from: number, to: number): Rule => ({ horizontal: true, at, from, to });
const down = (at: number, from: number, to: number): Rule => ({ horizontal: false, at, from, to });

/** The four sides of a cell. */
const cellSides = (x0: number, y0: number, x1: number, y1: number) => [
  across(y0, x0, x1),
  across(y1, x0, x1),
  down(x0, y0, y1),
  down(x1, y0, y1),
];

describe("gaps between bordered cells", () => {
  test("cells six points apart are neighbours", () => {
    const rules = [0, 46].flatMap((x) => [0, 26].flatMap((y) => cellSides(x, y, x + 40, y + 20)));
    const ties = [across(10, 40, 46), across(36, 40, 46), down(20, 20, 26), down(66, 20, 26)];
    const [grid] = findGrids([...rules, ...ties], []);
    expect([grid!.rowCuts.length, grid!.columnCuts.length]).toEqual([3, 3]);
  });

  test("strips of small text's height are rows, blank as they may be", () => {
    const rules = [0, 7.5, 15, 22.5].map((y) => across(y, 0, 100)).concat([0, 40, 100].map((x) => down(x, 0, 22.5)));
    const label = (size: number) =>
      ({ text: "规章", size, x0: 3, x1: 15, y0: 1, y1: 1 + size, turn: 0, vertical: false }) as Item;
    expect(findGrids(rules, [label(5)])[0]!.rowCuts).toHaveLength(4);
    expect(findGrids(rules, [label(9)])[0]!.rowCuts.length).toBeLessThan(4);
  });

  const cell = (column: number, text: string, row = 0): FilledCell => {
    return { row, column, rowSpan: 1, columnSpan: 1, text, line: 1, room: 9 };
  };
  const spans = (cells: readonly FilledCell[], columnCuts: number[]) =>
    closeGaps(cells, { rowCuts: [0, 20], columnCuts } as never).map(({ column, columnSpan }) => [column, columnSpan]);
  test.each([
    [
      "a blank gap joins the cell before it",
      [cell(0, "规章"), cell(1, ""), cell(2, "7")],
      [0, 60, 65, 100],
      [
        [0, 2],
        [2, 1],
      ],
    ],
    [
      "one that holds text is a cell",
      [cell(0, "规章"), cell(1, "1"), cell(2, "7")],
      [0, 60, 65, 100],
      [
        [0, 1],
        [1, 1],
        [2, 1],
      ],
    ],
    [
      "a wide blank one is a cell",
      [cell(0, "规章"), cell(1, ""), cell(2, "7")],
      [0, 60, 75, 100],
      [
        [0, 1],
        [1, 1],
        [2, 1],
      ],
    ],
  ])("%s", (_, cells, cuts, expected) => expect(spans(cells, cuts)).toEqual(expected));
});

describe("dots and dashes", () => {
  const dots = (count: number) => Array.from({ length: count }, (_, at) => down(10, 3 * at, 3 * at + 1.5));
  test.each([
    ["two dots, one below the other, are no line", dots(2), 0],
    ["a row of dots is a line", dots(8), 1],
    ["a short stroke is a line", [down(10, 0, 5)], 1],
  ])("%s", (_, rules, count) => expect(joinRules(rules)).toHaveLength(count));
});
