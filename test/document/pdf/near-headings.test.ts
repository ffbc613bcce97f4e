import { expect, test } from "vitest";
import { type Piece, readLines, setLine } from "./set-lines.ts";

const headings: Piece[] = [
  [50, "项目"],
  [200, "自然人"],
  [250, "商业企业"],
  [310, "科研机构"],
  [370, "社会组织"],
  [430, "其他"],
];

test.each<[what: string, last: Piece[], x: number]>([
  ["two narrow headings side by side are two columns, beside a column without figures", [[456, "总计"]], 462],
  [
    "the spaced characters of a heading are those of one",
    [
      [480, "总"],
      [500, "计"],
    ],
    492,
  ],
])("%s", (_, last, x) => {
  const lines = [
    setLine(100, [...headings, ...last]),
    setLine(120, [
      [50, "1.第一项"],
      [212, "1"],
      [268, "2"],
      [438, "1"],
      [x, "4"],
    ]),
    setLine(140, [
      [50, "2.第二项"],
      [212, "3"],
      [388, "3"],
      [x, "6"],
    ]),
    setLine(160, [
      [50, "3.第三项"],
      [388, "3"],
      [x, "4"],
    ]),
  ];
  expect(readLines(lines)[0]!.slice(1)).toEqual([
    ["1.第一项", "1", "2", "", "", "1", "4"],
    ["2.第二项", "3", "", "", "3", "", "6"],
    ["3.第三项", "", "", "", "3", "", "4"],
  ]);
});
