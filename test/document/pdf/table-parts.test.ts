import { describe, expect, test } from "vitest";
import type { SegmentedLine } from "../../../lib/document/pdf/aligned-region.ts";
import { dropRepeatedRows } from "../../../lib/document/pdf/drop-repeated-rows.ts";
import { partCells } from "../../../lib/document/pdf/part-cells.ts";
import { beginsRow, isRowLabel, isWholeLabel, mayBeginLabel } from "../../../lib/document/pdf/row-words.ts";
import { settleFigures } from "../../../lib/document/pdf/settle-figures.ts";
import { splitHeaded } from "../../../lib/document/pdf/split-headed.ts";
import { stackHeadings } from "../../../lib/document/pdf/stack-headings.ts";
import { type Piece, setLine, textsOf } from "./set-lines.ts";

const row = (y: number, texts: readonly string[], page = 1) =>
  setLine(
    y,
    texts.map((text, column): Piece => [[50, 200, 260][column]!, text]),
    page,
  );
const head = (y: number, page = 1) => row(y, ["项目", "甲", "乙"], page);
const shown = (lines: readonly SegmentedLine[]) => lines.map((line) => [line.page, ...textsOf(line)].join(" "));

describe("a row printed on both sides of a page's end", () => {
  /** The row's last line on page 1, then the next page's lines. */
  const read = (upper: string[], lower: string[], page = 2) =>
    shown(dropRepeatedRows([row(700, ["6.甲", "1", "2"]), row(780, upper), head(60, page), row(80, lower, page)]));
  test.each([
    ["equal rows are one", ["7.乙", "3", "4"], ["7.乙", "3", "4"], 2, ["1 6.甲 1 2", "2 项目 甲 乙", "2 7.乙 3 4"]],
    [
      "the whole one stays: below",
      ["7.乙", "3\ufffd", "4"],
      ["7.乙", "3", "4"],
      2,
      ["1 6.甲 1 2", "2 项目 甲 乙", "2 7.乙 3 4"],
    ],
    [
      "the whole one stays: above",
      ["7.乙", "3", "4"],
      ["7.乙", "3\ufffd", "4"],
      2,
      ["1 6.甲 1 2", "1 7.乙 3 4", "2 项目 甲 乙"],
    ],
    [
      "another label",
      ["7.乙", "3", "4"],
      ["7.丙", "3", "4"],
      2,
      ["1 6.甲 1 2", "1 7.乙 3 4", "2 项目 甲 乙", "2 7.丙 3 4"],
    ],
    [
      "other figures",
      ["7.乙", "3", "4"],
      ["7.乙", "3", "5"],
      2,
      ["1 6.甲 1 2", "1 7.乙 3 4", "2 项目 甲 乙", "2 7.乙 3 5"],
    ],
    [
      "a page between",
      ["7.乙", "3", "4"],
      ["7.乙", "3", "4"],
      3,
      ["1 6.甲 1 2", "1 7.乙 3 4", "3 项目 甲 乙", "3 7.乙 3 4"],
    ],
  ])("%s", (_, upper, lower, page, expected) => expect(read(upper, lower, page)).toEqual(expected));

  test("equal rows on one page, and rows without labels, are rows", () => {
    expect(dropRepeatedRows([row(100, ["1.甲", "3", "4"]), row(120, ["1.甲", "3", "4"])])).toHaveLength(2);
    const bare = (y: number, page: number) =>
      setLine(
        y,
        [
          [200, "3"],
          [260, "4"],
        ],
        page,
      );
    expect(dropRepeatedRows([bare(780, 1), bare(60, 2)])).toHaveLength(2);
  });
});

describe("tables below one another", () => {
  const first = [head(100), row(120, ["规章", "1", "2"])];
  test.each([
    ["a header after rows begins one", row(150, ["信息内容", "丙", "丁"]), [2, 2]],
    ["so does the number of an article", row(150, ["第二十条第（五）项"]), [2, 2]],
    ["a header repeated on a new page does not", head(60, 2), [4]],
    ["nor a label of several lines", row(133, ["行政规范性"]), [4]],
  ])("%s", (_, line, expected) => {
    const last = row(line.line.baseline + 20, ["行政许可", "3", "4"], line.page);
    expect(splitHeaded([...first, line, last]).map((part) => part.length)).toEqual(expected);
  });
});

describe("headings of columns", () => {
  const columns = [200, 230, 260].map((x0) => ({ x0, x1: x0 + 15 }));
  const stack = (...lines: SegmentedLine[]) => stackHeadings(lines, columns, 195).map(({ texts }) => [...texts]);
  const names = (first: string) =>
    setLine(100, [
      [200, first],
      [230, "法人"],
      [260, "总计"],
    ]);
  const whole = (first: string) => [
    [0, first],
    [1, "法人"],
    [2, "总计"],
  ];
  test("wrapped in its column: one heading", () =>
    expect(stack(names("自然"), setLine(112, [[205, "人"]]))).toEqual([whole("自然人")]));
  test("further below: another", () =>
    expect(stack(names("自然"), setLine(122, [[205, "人"]]))).toEqual([whole("自然"), [[0, "人"]]]));
  test("further below in an open bracket: one", () =>
    expect(stack(names("自（"), setLine(122, [[205, "人）"]]))).toEqual([whole("自（人）")]));
});

describe("texts told by where they stand", () => {
  const marked = (line: SegmentedLine) =>
    line.segments.map(({ text, figure }) => (figure ? `<${text}>` : text)).join(" ");
  test("a unit below its number is its end; below nothing it is text", () => {
    const lines = settleFigures([
      row(120, ["规章", "1", "2"]),
      setLine(132, [[200, "件"]]),
      setLine(170, [[200, "件"]]),
    ]);
    expect(lines.map(marked)).toEqual(["规章 <1> <2>", "<件>", "件"]);
  });

  test("a piece of a label that looks like a figure is none left of the figures", () => {
    const line = setLine(140, [
      [50, "用"],
      [200, "用"],
      [260, "4"],
    ]);
    const lines = [row(120, ["1.行政事业性收费", "1", "2"]), line];
    expect(marked(lines[1]!)).toBe("<用> <用> <4>");
    expect(marked(settleFigures(lines)[1]!)).toBe("用 <用> <4>");
  });

  const rows = (count: number) => [120, 140, 160].slice(0, count).map((y) => row(y, ["1.项目", "345", "5"]));
  const tight = setLine(200, [
    [178, "四项"],
    [200, "345"],
    [260, "6"],
  ]);
  test.each([
    ["where three numbers begin, one is parted from its label", 3, ["四项", "345", "6"]],
    ["where two do, it is not", 2, ["四项345", "6"]],
  ])("%s", (_, count, expected) => expect(textsOf(partCells([...rows(count), tight]).at(-1)!)).toEqual(expected));

  test.each([
    [66, ["企业", "科研", "6"]],
    [69, ["企业科研", "6"]],
  ])("a group's heading at %i stands apart from a label that begins where others do", (x, expected) => {
    const grouped = [120, 140, 160].map((y) =>
      setLine(y, [
        [30, "组"],
        [90, "项目"],
        [200, "1"],
      ]),
    );
    const own = setLine(180, [
      [x, "企业"],
      [90, "科研"],
      [200, "6"],
    ]);
    expect(textsOf(partCells([...grouped, own]).at(-1)!)).toEqual(expected);
  });
});

describe("words of rows", () => {
  test.each([
    ["（七）总计", true, false, true, false],
    ["总 计", true, false, true, true],
    ["其他处理", true, false, true, true],
    ["结转下年度继续办理", true, false, true, true],
    ["行政许可", true, true, false, false],
    ["其它对外管理服务事项", true, true, false, false],
    ["三、本年度办", true, false, false, false],
    ["的信息内容", false, false, false, false],
    ["三、存在的主要问题", false, false, true, false],
    ["1.5", false, false, false, false],
  ])("%s", (text, isRow, begins, mayBegin, isWhole) => {
    expect([isRowLabel(text), beginsRow(text), mayBeginLabel(text), isWholeLabel(text)]).toEqual([
      isRow,
      begins,
      mayBegin,
      isWhole,
    ]);
  });
});
