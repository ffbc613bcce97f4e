import { describe, expect, test } from "vitest";
import { continueTable } from "../../../lib/document/pdf/continue-table.ts";
import type { DraftCell, DraftTable } from "../../../lib/document/pdf/page-tables.ts";

const cell = (row: number, column: number, text: string, rowSpan = 1, room = 9): DraftCell => ({
  ...{ row, column, text, rowSpan, columnSpan: 1, room },
  location: { page: 1, line: 1 },
});
const table = (page: number, rows: number, cells: DraftCell[]): DraftTable => ({
  ...{ kind: "table", page, rows, cells, columnCuts: [0, 50, 150, 200], location: { page, line: 1 } },
  box: { x0: 0, y0: 0, x1: 200, y1: 100 },
});

describe("a row that a page break cuts", () => {
  const upper = () =>
    table(1, 2, [
      ...[cell(0, 0, "（三）不予公开"), cell(0, 1, "1.属于国家秘密"), cell(0, 2, "46")],
      ...[cell(1, 0, "（"), cell(1, 1, "1.不掌握"), cell(1, 2, "2743", 1, 1)],
    ]);
  const texts = (whole: DraftTable) => whole.cells.map(({ row, text }) => `${row} ${text.replaceAll("\n", "")}`);

  test("goes on below within the number of its group's label", () => {
    const whole = upper();
    const rest = [cell(0, 0, "四）无法提供", 2), cell(0, 1, ""), cell(0, 2, "4", 1, 1)];
    expect(continueTable(whole, table(2, 2, [...rest, cell(1, 1, "2.没有现成"), cell(1, 2, "7")]))).toBe(true);
    expect(texts(whole)).toContain("1 27434");
    expect(texts(whole)).toContain("1 （四）无法提供");
    expect(texts(whole)).toContain("2 7");
  });

  test("has its label below where only figures stand above", () => {
    const whole = upper();
    whole.cells[3]!.text = "";
    whole.cells[4]!.text = "";
    whole.cells[5]!.text = "206";
    continueTable(whole, table(2, 1, [cell(0, 0, ""), cell(0, 1, "2.其他法律"), cell(0, 2, "30", 1, 1)]));
    expect(texts(whole)).toEqual(expect.arrayContaining(["1 2.其他法律", "1 20630"]));
  });

  test("stays a row of its own where figures of both are whole", () => {
    const whole = upper();
    whole.cells[4]!.text = "";
    whole.cells[5]!.room = 9;
    continueTable(whole, table(2, 1, [cell(0, 0, ""), cell(0, 1, "2.其他法律"), cell(0, 2, "30")]));
    expect(texts(whole)).toContain("2 30");
  });

  test("another group's label begins a row", () => {
    const whole = upper();
    whole.cells[3]!.text = "（四）无法提供";
    const next = [cell(0, 0, "（五）不予处理"), cell(0, 1, "1.信访"), cell(0, 2, "4")];
    continueTable(whole, table(2, 1, next));
    expect(texts(whole)).toContain("1 2743");
    expect(texts(whole)).toContain("2 4");
  });
});
