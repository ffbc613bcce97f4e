import { describe, expect, test } from "vitest";
import { mergeWrapped } from "../../../lib/document/pdf/merge-wrapped.ts";
import { findBands } from "../../../lib/document/pdf/row-bands.ts";
import { type Piece, readLines, setLine, textsOf } from "./set-lines.ts";

const head = setLine(100, [
  [50, "项目"],
  [200, "甲"],
  [260, "乙"],
]);
/** A line of a table with two columns; "" where it has nothing. */
const row = (y: number, label: string, first: string, second: string, page = 1) => {
  const pieces: Piece[] = [
    [50, label],
    [200, first],
    [260, second],
  ];
  return setLine(
    y,
    pieces.filter(([, text]) => text !== ""),
    page,
  );
};
const read = (...lines: ReturnType<typeof row>[]) => readLines([head, ...lines])[0]!.slice(1);

describe("a number that goes on in a line of its own", () => {
  test.each([
    ["fills its column: joined", "567", [["2.其他法律法规禁止", "5678", "4"]]],
    [
      "leaves room for a digit: whose it is stays open, and both are no figures",
      "56",
      [
        ["2.其他法律", "56\ufffd", "4"],
        ["法规禁止", "8\ufffd", ""],
      ],
    ],
  ])("%s", (_, upper, expected) => {
    const rows = read(
      row(120, "1.属于国家", "123", "1"),
      row(134, "秘密", "", ""),
      row(170, "2.其他法律", upper, "4"),
      row(184, "法规禁止", "8", ""),
      ...[3, 4, 5, 6].map((number) => row(100 + 40 * number, `${number}.其他`, "9", "3")),
    );
    expect(rows.slice(0, 1)).toEqual([["1.属于国家秘密", "123", "1"]]);
    expect(rows.slice(1, -3)).toEqual([
      ...expected,
      ["3.其他", "9\ufffd", "3"].map((text) => (upper === "567" ? text.replace("\ufffd", "") : text)),
    ]);
  });

  test("without a label beside it: never joined quietly where rows stand so far apart", () => {
    const rows = read(row(120, "1.甲", "234", "5"), row(134, "", "6", ""), row(170, "2.乙", "12", "5"));
    expect(rows.map(([, first]) => first)).toEqual(["234\ufffd6", "12"]);
  });

  test("between two rows alike near to both is a piece of neither", () => {
    const lines = [row(120, "1.甲", "23", "5"), row(133, "", "6", ""), row(146, "2.乙", "12", "5")];
    expect(mergeWrapped([head, ...lines]).map(textsOf)).toContainEqual(["6"]);
    expect(
      read(...lines)
        .flat()
        .filter((text) => /236|612|126/.test(text)),
    ).toEqual([]);
  });

  test("over a page's end", () => {
    const rows = read(
      row(120, "1.属于国家", "123", "5"),
      row(134, "秘密", "", ""),
      row(780, "2.其他", "567", "4"),
      row(60, "", "8", "", 2),
      row(100, "3.其他", "3", "4", 2),
    );
    expect(rows).toEqual([
      ["1.属于国家秘密", "123", "5"],
      ["2.其他", "5678", "4"],
      ["3.其他", "3", "4"],
    ]);
  });

  test("two lines of bare figures are one row of part four", () => {
    const lines = [
      setLine(120, [
        [100, "维持"],
        [160, "纠正"],
        [220, "总计"],
      ]),
      setLine(140, [
        [100, "123"],
        [160, "7"],
        [220, "130"],
      ]),
      setLine(152, [
        [100, "4"],
        [220, "5"],
      ]),
    ];
    expect(readLines(lines)).toEqual([
      [
        ["维持", "纠正", "总计"],
        ["1234", "7", "1305"],
      ],
    ]);
  });
});

describe("rows that are evenly spaced", () => {
  test("part where numbers begin labels", () => {
    const lines = [
      row(120, "1.属于国家", "123", "5"),
      row(134, "秘密", "4", ""),
      row(148, "2.其他", "3", "4"),
      row(162, "3.其他", "3", "4"),
    ];
    expect(findBands([head, ...lines])).toEqual([[1, 3]]);
    expect(read(...lines).map(([, first]) => first)).toEqual(["1234", "3", "3"]);
  });

  test.each(["总计", "合计", "其他处理", "结转下年度继续办理"])("%s has lost its number, not its row", (label) => {
    const labels = ["（一）予以公开", "（二）部分公开", "（三）不予公开", "（四）无法提供", "（五）不予处理", label];
    const lines = labels.map((text, index) => row(120 + 20 * index, text, "5", "0"));
    expect(read(...lines)).toEqual(labels.map((text) => [text, "5", "0"]));
  });

  test("a number alone on its line goes on with its label", () => {
    const lines = [row(120, "1.甲", "123", "5"), row(134, "乙", "", ""), row(170, "（七）", "567", "5")];
    expect(read(...lines, row(184, "总计", "8", ""))[1]).toEqual(["（七）总计", "5678", "5"]);
  });
});
