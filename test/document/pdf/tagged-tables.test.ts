import { describe, expect, test } from "vitest";
import { anchorToGrids, collapseRows, gatherTables } from "../../../lib/document/pdf/collapse-rows.ts";
import { dropArtifacts } from "../../../lib/document/pdf/drop-artifacts.ts";
import { dropClosedCuts } from "../../../lib/document/pdf/drop-closed-cuts.ts";
import { placesOf } from "../../../lib/document/pdf/drop-overlays.ts";
import type { Grid } from "../../../lib/document/pdf/find-grids.ts";
import type { Item, PageText } from "../../../lib/document/pdf/geometry.ts";
import { isSettled } from "../../../lib/document/pdf/is-settled.ts";
import type { StructureNode } from "../../../lib/document/pdf/load-pdf.ts";
import { findTaggedCells } from "../../../lib/document/pdf/tagged-cells.ts";

const item = (text: string, x0: number, baseline: number, mark?: string): Item => ({
  ...{ text, x0, x1: x0 + 9 * text.length, baseline, y0: baseline - 8, y1: baseline + 1 },
  ...{ size: 9, turn: 0 as const, vertical: false, digit: 0.5, line: 0 },
  ...(mark ? { mark } : {}),
});
const cell = (...ids: string[]): StructureNode => ({ role: "TD", children: ids.map((id) => ({ id })) });
const row = (...children: StructureNode[]): StructureNode => ({ role: "TR", children });
const table = (...children: StructureNode[]): StructureNode => ({ role: "Table", children });

/** Two rows: the first one's label and number are wrapped. */
const tree: StructureNode = {
  role: "Root",
  children: [table(row(cell("a"), cell("b")), row(cell("c"), cell("d"))), { role: "P", children: [{ id: "e" }] }],
};
const items = [
  item("行政", 50, 20, "a"),
  item("388", 100, 20, "b"),
  item("收费", 50, 31, "a"),
  item("88", 100, 31, "b"),
  item("行政许可", 50, 42, "c"),
  item("7", 100, 42, "d"),
  item("正文", 50, 60, "e"),
];
const texts = (all: readonly Item[]) => gatherTables(all, findTaggedCells(tree)).flatMap(collapseRows);

describe("tables that a document's structure names", () => {
  test("each row is one line, each cell one text", () => {
    expect(texts(items).map((line) => line.items.map(({ text }) => text))).toEqual([
      ["行政收费", "38888"],
      ["行政许可", "7"],
    ]);
  });

  test.each([
    ["a table of prose", items.map((one) => (one.mark === "d" ? { ...one, text: "长".repeat(200) } : one))],
    ["rows that do not stand below one another", items.map((one) => ({ ...one, y0: -one.y1, y1: -one.y0 }))],
    ["a table of one row", items.filter(({ mark }) => mark === "a" || mark === "b")],
  ])("%s is left to its lines", (_, all) => {
    expect(texts(all)).toEqual([]);
  });

  test("a nested table's text belongs to the innermost", () => {
    const outer = table(row({ role: "TD", children: [table(row(cell("a"), cell("b")))] }));
    const cells = findTaggedCells({ role: "Root", children: [outer] });
    expect(cells.get("a")!.table).toBe(1);
    expect(cells.get("a")!.cell).not.toBe(cells.get("b")!.cell);
  });
});

const grid = (rowCuts: number[], columnCuts: number[]): Grid => {
  const columns = columnCuts.length - 1;
  const count = columns * (rowCuts.length - 1);
  return {
    box: { x0: columnCuts[0]!, x1: columnCuts.at(-1)!, y0: rowCuts[0]!, y1: rowCuts.at(-1)! },
    ...{ rowCuts, columnCuts, open: columnCuts.slice(1).map(() => false) },
    cells: Array.from({ length: count }, (_, at) => {
      return { row: Math.floor(at / columns), column: at % columns, rowSpan: 1, columnSpan: 1 };
    }),
    owners: Int32Array.from({ length: count }, (_, at) => at),
  };
};

describe("whether rules part the cells", () => {
  const whole = grid([10, 34, 50], [40, 95, 140]);
  test.each([
    ["a wall between all of them", [whole], true],
    ["no wall between rows", [grid([10, 50], [40, 95, 140])], false],
    ["borders around figures only", [grid([10, 34, 50], [95, 140])], false],
    ["no rules", [], false],
  ])("%s", (_, grids, expected) => {
    const [found] = gatherTables(items, findTaggedCells(tree));
    expect(anchorToGrids(found!, grids)).toBe(expected);
    expect(isSettled(items.slice(0, -1), grids)).toBe(false);
  });

  test("rules leave no doubt where each cell holds one text", () => {
    const plain = items.filter(({ text }) => !["收费", "88"].includes(text));
    expect(isSettled(plain, [whole])).toBe(true);
    expect(isSettled([...plain, item("１", 110, 31, "d")], [grid([10, 50], [40, 95, 140])])).toBe(false);
    expect(isSettled([...plain, item("超出单元格的字", 60, 30, "c")], [whole])).toBe(false);
  });

  test("text that runs over its cell's wall keeps to its cell", () => {
    const wide = items.map((one) => (one.mark === "c" ? { ...one, x1: 130 } : one));
    const [found] = gatherTables(wide, findTaggedCells(tree));
    expect(anchorToGrids(found!, [whole])).toBe(true);
    expect(wide.find(({ mark }) => mark === "c")!.anchor).toBeLessThan(95);
  });
});

describe("what no mark names in the margins of a tagged page", () => {
  const box = { x0: 0, y0: 0, x1: 600, y1: 800 };
  const header = item("年度报告", 250, 15);
  const body = Array.from({ length: 9 }, (_, at) => item("正文正文正文", 50, 10 + 80 * at, "p"));
  const page = (number: number, all: Item[]): PageText => ({ page: number, turn: 0, box, items: all });
  const kept = (number: number, all: Item[], known: Set<string>[] = []) =>
    dropArtifacts(page(number, all), known).items.includes(header);
  const below = body.slice(1);
  test.each([
    ["a header on a further page", kept(2, [...below, header]), false],
    ["one over the first page's content", kept(1, [...body, header]), false],
    ["one above the first page's content", kept(1, [...below, header]), true],
    ["one that the next page has too", kept(1, [...below, header], [placesOf([header])]), false],
    ["a page without marks", kept(2, [header, ...below.map((one) => ({ ...one, mark: undefined }) as never)]), true],
  ])("%s", (_, found, expected) => expect(found).toBe(expected));
});

describe("numbers at the bounds of the page's area", () => {
  const cut = { x: 400, y: 100 };
  const rule = (at: number, to: number) => ({ horizontal: true, at, from: 50, to });
  const wall = { horizontal: false, at: 400.6, from: 90, to: 110 };
  test.each([
    ["no rules", [], 1],
    ["a wall behind the number", [wall], 0],
    ["rules that end where the number ends", [rule(110, 400.8)], 0],
    ["rules that go on", [rule(110, 420)], 1],
    ["rules of another table", [rule(300, 400.8)], 1],
  ])("%s", (_, rules, count) => expect(dropClosedCuts([cut], rules)).toHaveLength(count));

  test("rules that end beyond what is to be seen do not close a table", () => {
    expect(dropClosedCuts([{ ...cut, area: 399 }], [rule(110, 400.8)])).toHaveLength(1);
    expect(dropClosedCuts([{ ...cut, area: 400 }], [rule(110, 400.8)])).toHaveLength(0);
  });

  const early = { ...cut, bound: 410 };
  test.each([
    ["no rules", [], 0],
    ["rules that go on beyond the bound", [rule(110, 420)], 1],
    ["rules that end at the bound", [rule(110, 410.5)], 0],
    ["rules that end before it", [rule(110, 406)], 0],
    ["a wall before the bound", [rule(110, 420), { ...wall, at: 409 }], 0],
    ["a wall beyond it", [rule(110, 430), { ...wall, at: 430 }], 1],
  ])("one that ends well before it, with %s", (_, rules, count) =>
    expect(dropClosedCuts([early], rules)).toHaveLength(count),
  );
});
