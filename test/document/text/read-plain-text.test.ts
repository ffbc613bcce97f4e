import { fc, test as propertyTest } from "@fast-check/vitest";
import { describe, expect, test } from "vitest";
import { readPlainText } from "../../../lib/document/text/read-plain-text.ts";
import { describeBlocks } from "../../support/describe-blocks.ts";

const lines = (...parts: string[]) => parts.join("\n");

const cases: [name: string, text: string, expected: (string | string[])[]][] = [
  ["one block a line", "甲\n\n 乙 \r\n丙\r丁", ["1: 甲", "3: 乙", "4: 丙", "5: 丁"]],
  [
    "Unicode's line separators and form feeds without counting",
    "甲\u2028乙\f丙\n丁",
    ["1: 甲", "1: 乙", "1: 丙", "2: 丁"],
  ],
  ["ideographs for the radicals that fonts hand out for them", "（⼀）予以公开", ["1: （一）予以公开"]],
  ["no format characters", "1\u200b2\ufeff3", ["1: 123"]],
  [
    "cells that bars end",
    lines("第一项 | ||", "名称 | 数量 | 数量 |", "规章 | 1 | 2 |"),
    [["delimited", "0 第一项 | 1 | 2", "0 名称 | 1 数量 | 2 数量", "0 规章 | 1 1 | 2 2"]],
  ],
  ["blank cells kept", lines("规章 | | 2 |", "文件 | 1 | |"), [["delimited", "0 规章 | 1 | 2 2", "0 文件 | 1 1 | 2"]]],
  [
    "cells that bars part",
    lines("规章 | 1 | 2", "文件 | 1 |"),
    [["delimited", "0 规章 | 1 1 | 2 2", "0 文件 | 1 1 | 2"]],
  ],
  [
    "one cell a line",
    lines("指标 |", "件 |", "12 |", "||", "条 |"),
    [["delimited", "0 指标", "0 件", "0 12", "0 | 1", "0 条"]],
  ],
  [
    "Markdown",
    lines("| 名称 | 数量 |", "|:---|---:|", "| 规章 | 1 |", "| 文件 | |"),
    [["delimited", "0 名称 | 1 数量", "0 规章 | 1 1", "0 文件 | 1"]],
  ],
  [
    "a drawn box",
    lines("┌──┬──┐", "│规章│ 1│", "├──┼──┤", "│文件│  │", "└──┴──┘", "末"),
    [["delimited", "0 规章 | 1 1", "0 文件 | 1"], "6: 末"],
  ],
  ["full-width bars", lines("规章｜１｜", "文件｜２｜"), [["delimited", "0 规章 | 1 １", "0 文件 | 1 ２"]]],
  ["one bar between words", "首页 | 公开", ["1: 首页 | 公开"]],
  [
    "tabs that part",
    lines("名称\t甲\t乙", "规章\t1\t2", "文件\t\t", "\t\t3"),
    [["delimited", "0 名称 | 1 甲 | 2 乙", "0 规章 | 1 1 | 2 2", "0 文件 | 1 | 2", "0 | 1 | 2 3"]],
  ],
  [
    "blank last cells in most rows",
    lines("名称\t甲\t乙", "规章\t1\t", "文件\t\t", "其他\t4\t", "信函\t1\t"),
    [
      [
        "delimited",
        "0 名称 | 1 甲 | 2 乙",
        "0 规章 | 1 1 | 2",
        "0 文件 | 1 | 2",
        "0 其他 | 1 4 | 2",
        "0 信函 | 1 1 | 2",
      ],
    ],
  ],
  ["an indent by tab", lines("\t第一段。", "\t第二段。"), ["1: 第一段。", "2: 第二段。"]],
  [
    "comma-separated values",
    lines("名称,甲,乙", '规章,"1,808",2', '"文件 ""甲""",,3'),
    [["delimited", "0 名称 | 1 甲 | 2 乙", "0 规章 | 1 1,808 | 2 2", '0 文件 "甲" | 1 | 2 3']],
  ],
  [
    "columns of spaces, a blank cell by its place",
    lines(
      "名称            甲      乙      丙",
      "1.规章          10       2      12",
      "2.文件           8               8",
      "3.其他                   5       5",
    ),
    [
      [
        "aligned",
        "0 名称 | 1 甲 | 2 乙 | 3 丙",
        "0 1.规章 | 1 10 | 2 2 | 3 12",
        "0 2.文件 | 1 8 | 2 | 3 8",
        "0 3.其他 | 1 | 2 5 | 3 5",
      ],
    ],
  ],
  [
    "a column that only the header shows, and headers with spaces inside",
    lines(
      "名称      本年 新收    上年 结转    合 计",
      "1.规章                     3          3",
      "2.文件                     4          4",
    ),
    [["aligned", "0 名称 | 1 本年新收 | 2 上年结转 | 3 合计", "0 1.规章 | 1 | 2 3 | 3 3", "0 2.文件 | 1 | 2 4 | 3 4"]],
  ],
  [
    "labels broken above, beside and below the figures",
    lines(
      "                 甲      乙      丙",
      "1.甲类事项",
      "的登记           10       2      12",
      "2.乙类",
      "                  8       3      11",
      "事项",
      "3.丙类事项        1       4       5",
      "的注销",
    ),
    [
      [
        "aligned",
        "1 甲 | 2 乙 | 3 丙",
        "0 1.甲类事项⏎的登记 | 1 10 | 2 2 | 3 12",
        "0 2.乙类⏎事项 | 1 8 | 2 3 | 3 11",
        "0 3.丙类事项⏎的注销 | 1 1 | 2 4 | 3 5",
      ],
    ],
  ],
  [
    "single spaces: nothing but the order",
    lines("甲 乙 丙", "规章 1 2 3", "文件 4 5 6"),
    [["delimited", "0 甲 | 1 乙 | 2 丙", "0 规章 | 1 1 | 2 2 | 3 3", "0 文件 | 1 4 | 2 5 | 3 6"]],
  ],
  [
    "a table over a page break",
    lines("1.规章          10       2", "2.文件           8       3", "     — 1 —", "\f   3.其他         5       5"),
    [["aligned", "0 1.规章 | 1 10 | 2 2", "0 2.文件 | 1 8 | 2 3", "0 3.其他 | 1 5 | 2 5"]],
  ],
  [
    "numbers in prose",
    lines("2023年 1 月 2 日", "共 12 件，其中 3 件。"),
    ["1: 2023年 1 月 2 日", "2: 共 12 件，其中 3 件。"],
  ],
];

describe("readPlainText", () => {
  test.each(cases)("reads %s", (_name, text, expected) => {
    expect(describeBlocks(readPlainText(text))).toEqual(expected);
  });

  test("joins lines that were wrapped at one width, with the places of the parts", () => {
    const wrapped = "云岭县办公室坚持把公开工作同业务工作一道部署一道落实一道";
    const text = lines("一、总体情况", `  ${wrapped}`, wrapped, wrapped, "检查。", `  ${wrapped}`, "完成。");
    expect(readPlainText(text)).toEqual([
      { kind: "text", text: "一、总体情况", location: { line: 1 } },
      {
        kind: "text",
        text: `${wrapped.repeat(3)}检查。`,
        location: { line: 2 },
        breaks: [1, 2, 3].map((n) => [n * wrapped.length, { line: n + 2 }]),
      },
      { kind: "text", text: `${wrapped}完成。`, location: { line: 6 }, breaks: [[wrapped.length, { line: 7 }]] },
    ]);
  });

  test("says a row of figures whose columns cannot be told apart, and does not guess", () => {
    const [table] = readPlainText(
      lines(
        "甲项            1       2       3",
        "乙项      4       5       6",
        "丙项                  7       8       9",
        "丁项          10      11",
      ),
    );
    expect(describeBlocks([table!])).toEqual([
      [
        "aligned",
        "0 甲项 | 1 1 | 2 2 | 3 3",
        "0 乙项 | 1 4 | 2 5 | 3 6",
        "0 丙项 | 1 7 | 2 8 | 3 9",
        "0 丁项 | 1 1×3 10 11",
      ],
    ]);
  });

  const piece = fc.constantFrom(
    "|",
    " | ",
    "\t",
    " ",
    "   ",
    "\u3000",
    "\n",
    "\r\n",
    "\f",
    "12",
    "1,204",
    "-",
    "规章",
    "（一）",
    "1.",
    "三、",
    "。",
    ",",
    '"',
    "+--+",
  );
  propertyTest.prop([fc.array(piece, { maxLength: 80 })], { numRuns: 1000 })(
    "loses no character but spaces and drawn lines, at lines that exist",
    (soup) => {
      const text = soup.join("");
      const blocks = readPlainText(text);
      const count = text.split(/\r\n|\r|\n/).length;
      for (const { location } of blocks) expect(location.line).toBeLessThanOrEqual(count);
      const digits = (value: string) => [...value.replace(/[^\d规章]/g, "")].sort().join("");
      const read = blocks.map((block) =>
        block.kind === "text"
          ? block.text
          : block.kind === "table"
            ? block.cells.map((cell) => cell.text).join("")
            : "",
      );
      expect(digits(read.join(""))).toBe(digits(text));
    },
  );

  propertyTest.prop([fc.string({ unit: "binary", maxLength: 300 })], { numRuns: 500 })("never throws", (text) => {
    expect(Array.isArray(readPlainText(text))).toBe(true);
  });

  test.each([
    ["bars", "|".repeat(200_000)],
    ["spaces between figures", `${"1  ".repeat(100_000)}\n`.repeat(2)],
    ["rows", "甲项   1   2   3\n".repeat(50_000)],
    ["rows with blanks", "甲项   1   2   3\n乙项   1       3\n".repeat(20_000)],
    [
      "lines of one wrapped paragraph",
      `${"云岭县办公室坚持把公开工作同业务工作一道部署一道落实一道\n".repeat(80_000)}`,
    ],
    ["quotes", `"${'""'.repeat(100_000)},a,b\n`.repeat(3)],
    ["unnumbered fragments", `甲\n`.repeat(50_000)],
    ["spaces", `a${" ".repeat(300_000)}b\n`.repeat(3)],
    ["tabs", "a\t\n".repeat(100_000)],
    ["blank lines between rows of bars", `a |${"\n".repeat(20)}`.repeat(20_000)],
    ["one bar, then lines", `a | b\n\n${"甲\n\n".repeat(50_000)}`],
  ])("ends with many %s", (_name, text) => {
    expect(readPlainText(text).length).toBeGreaterThan(0);
  });
});
