import { expect, test } from "vitest";
import { type Piece, setLine, textsOf } from "./set-lines.ts";

/** Pieces at their left edges in points, 10 to an em; digits are half an em wide. */
test.each<[string, Piece[], string[]]>([
  [
    "numbers a thirtieth of an em apart are two",
    [
      [50, "12"],
      [60.5, "34"],
    ],
    ["12", "34"],
  ],
  [
    "numbers over one another are two",
    [
      [50, "123"],
      [58, "45"],
    ],
    ["123", "45"],
  ],
  [
    "numbers in full-width digits are two",
    [
      [50, "３４"],
      [70.5, "５６"],
    ],
    ["３４", "５６"],
  ],
  [
    "pieces of a number that touch are one",
    [
      [50, "12"],
      [60, "34"],
    ],
    ["1234"],
  ],
  [
    "single digits are pieces of one",
    [
      [50, "1"],
      [55.2, "2"],
    ],
    ["12"],
  ],
  [
    "digits spaced in their cell are one",
    [
      [50, "1", 58],
      [60, "2", 68],
    ],
    ["12"],
  ],
  [
    "a number goes on after its comma",
    [
      [50, "1,"],
      [60, "234"],
    ],
    ["1,234"],
  ],
  [
    "a gap counted as the first one's width parts",
    [
      [50, "12", 64],
      [64, "34"],
    ],
    ["12", "34"],
  ],
  ["a gap within one text parts numbers", [[50, "12 34"]], ["12", "34"]],
  [
    "a sign belongs to its number",
    [
      [50, "-"],
      [56, "12"],
    ],
    ["-12"],
  ],
  [
    "a dash apart from a number is a cell's",
    [
      [50, "—"],
      [64, "12"],
    ],
    ["—", "12"],
  ],
  [
    "a word for none beside a number is a cell's",
    [
      [50, "无"],
      [60.5, "12"],
    ],
    ["无", "12"],
  ],
  [
    "two words for none are two cells'",
    [
      [50, "无"],
      [60.5, "无"],
    ],
    ["无", "无"],
  ],
  [
    "a label stands close to its number",
    [
      [50, "规章"],
      [73.5, "12"],
    ],
    ["规章", "12"],
  ],
  [
    "a number in running text is not parted",
    [
      [50, "规章"],
      [72, "12"],
    ],
    ["规章12"],
  ],
  [
    "a numbered label beside a group's heading",
    [
      [50, "其他"],
      [73, "1.甲"],
    ],
    ["其他", "1.甲"],
  ],
  [
    "a word spread over its cell is one",
    [
      [50, "规"],
      [72, "章"],
    ],
    ["规 章"],
  ],
  [
    "characters of cells far apart are two",
    [
      [50, "规"],
      [75, "章"],
    ],
    ["规", "章"],
  ],
  [
    "a number over the end of another text is one of its own",
    [
      [50, "项目12", 80],
      [72, "34"],
    ],
    ["项目12", "34"],
  ],
  [
    "spaced digits in pieces of two are one number",
    [
      [50, "12", 64],
      [64.5, "34", 78.5],
    ],
    ["1234"],
  ],
  [
    "a number goes on a little after its comma",
    [
      [50, "1,"],
      [60.5, "234"],
    ],
    ["1,234"],
  ],
  [
    "a sign as wide as an em belongs to its number",
    [
      [50, "-"],
      [59, "12"],
    ],
    ["-12"],
  ],
])("%s", (_, pieces, expected) => expect(textsOf(setLine(100, pieces))).toEqual(expected));
