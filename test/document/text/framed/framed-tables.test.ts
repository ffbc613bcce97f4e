import { describe, expect, test } from "vitest";
import type { TableBlock } from "../../../../lib/document/document.ts";
import { readPlainText } from "../../../../lib/document/text/read-plain-text.ts";

/** The cells of the first table: row+span, column+span, text. */
function cellsOf(lines: readonly string[]): string[] | undefined {
  const table = readPlainText(lines.join("\n")).find((block): block is TableBlock => block.kind === "table");
  const span = (at: number, length: number) => (length > 1 ? `${at}+${length}` : `${at}`);
  return table?.cells.map(
    ({ row, rowSpan, column, columnSpan, text }) =>
      `${span(row, rowSpan)},${span(column, columnSpan)} ${text.replaceAll("\n", "/")}`,
  );
}

const spans = ["0+2,0 名称", "0,1+2 数量", "1,1 甲", "1,2 乙", "2,0 行政许可/项目", "2,1 ", "2,2 12"];

const frames: [name: string, lines: string[]][] = [
  [
    "a terminal browser's",
    [
      "┌────────┬───────┐",
      "│        │数量   │",
      "│名称    ├───┬───┤",
      "│        │甲 │乙 │",
      "├────────┼───┼───┤",
      "│行政许可│   │12 │",
      "│项目    │   │   │",
      "└────────┴───┴───┘",
    ],
  ],
  [
    "one of ASCII",
    [
      "+--------+-------+",
      "|        |数量   |",
      "|名称    +---+---+",
      "|        |甲 |乙 |",
      "+========+===+===+",
      "|行政许可|   | 12|",
      "|项目    |   |   |",
      "+--------+---+---+",
    ],
  ],
  [
    "one cut by a page",
    [
      "┏━━━━━━━━┳━━━━━━━┓",
      "┃        ┃数量   ┃",
      "┃名称    ┣━━━┳━━━┫",
      "┃        ┃甲 ┃乙 ┃",
      "",
      "      — 5 —",
      "┣━━━━━━━━╋━━━╋━━━┫",
      "┃行政许可┃   ┃12 ┃",
      "┃项目    ┃   ┃   ┃",
      "┗━━━━━━━━┻━━━┻━━━┛",
    ],
  ],
];

describe("framed tables", () => {
  test.each(frames)("%s: cells that span rows and columns, and lines of one cell", (_name, lines) => {
    expect(cellsOf(lines)).toEqual(spans);
  });

  test("characters that some terminals take as two columns wide", () => {
    const lines = ["┌──────────┬──┐", "│“三安全”│1 │", "├──────────┼──┤", "│规章      │2 │", "└──────────┴──┘"];
    expect(cellsOf(lines)).toEqual(["0,0 “三安全”", "0,1 1", "1,0 规章", "1,1 2"]);
  });

  test("rows that no rule parts are rows all the same", () => {
    const lines = ["+------+---+", "| 名称 | 甲|", "+------+---+", "| 规章 | 1 |", "| 文件 | 2 |", "+------+---+"];
    expect(cellsOf(lines)).toEqual(["0,0 名称", "0,1 甲", "1,0 规章", "1,1 1", "2,0 文件", "2,1 2"]);
  });

  test("a number that its narrow cell wrapped is one", () => {
    const rule = "+------+-----+";
    const last = ["| 文件 | 124 |", rule, "| 信函 | 5   |", rule];
    const lines = [rule, "| 名称 |  甲 |", rule, "| 规章 | 999 |", "|      | 999 |", rule, ...last];
    expect(cellsOf(lines)?.slice(2)).toEqual(["1,0 规章", "1,1 999/999", "2,0 文件", "2,1 124", "3,0 信函", "3,1 5"]);
  });

  test("what follows a frame is no cell of it", () => {
    const table = ["┌──┬──┐", "│规│1 │", "└──┴──┘"];
    const blocks = readPlainText([...table, ...table, "12", ...table].join("\n"));
    expect(blocks.map((block) => (block.kind === "text" ? block.text : block.kind))).toEqual([
      "table",
      "table",
      "12",
      "table",
    ]);
  });
});
