import { expect, test } from "vitest";
import { isFigureText, parseFigure } from "../../lib/report/parse-figure.ts";

const at = { line: 1 };

test.each([
  ["0", 0],
  ["1,808", 1808],
  ["4,166.74", 4166.74],
  ["150件", 150],
  ["997项", 997],
  ["2118笔", 2118],
  ["减少5项", -5],
  ["+1036", 1036],
  ["-8", -8],
  ["－8", -8],
  ["−8", -8],
  ["增加3", 3],
  ["１２", 12],
  ["零", 0],
  ["0\u00a0", 0],
  ["4\n7\n6", 476],
  ["30\n1", 301],
  ["4 7 6", 476],
  ["1 808", 1808],
  ["3.2万件", 32000],
  ["0。", 0],
  ["减少0项", 0],
  ["共5件", 5],
])("a count printed as %j is %d", (text, value) => {
  expect(parseFigure(text, at)).toMatchObject({ value, state: "number" });
});

test.each(["/", "／", "\\", "-", "—", "——", "·", "--", "无", "空", "不适用"])("%s is a placeholder", (text) => {
  expect(parseFigure(text, at)).toMatchObject({ value: null, state: "placeholder" });
});

test.each(["", " ", "\u3000", "\u200b", "\n"])("%j is blank", (text) => {
  expect(parseFigure(text, at)).toMatchObject({ value: null, state: "blank" });
});

test.each([
  "若干",
  "见附件",
  "12 34",
  "3/5",
  "1,2345",
  "555规范性文件141414",
  "9".repeat(400),
  "1.2.3",
  "三件",
  "251000元",
])("%s is no count", (text) => {
  expect(parseFigure(text, at)).toMatchObject({ value: null, state: "unreadable" });
});

test.each([
  ["27042.62万元", undefined, 27042.62, "万元"],
  ["251000元", undefined, 25.1, "元"],
  ["3.2亿元", undefined, 32000, "亿元"],
  ["251000", "元", 25.1, "元"],
  ["0.07", "亿元", 700, "亿元"],
  ["1,265,656", undefined, 1265656, undefined],
  ["12.5（万元）", undefined, 12.5, "万元"],
] as const)("an amount printed as %s (header %s) is %d 万元", (text, header, value, unit) => {
  const figure = parseFigure(text, at, "amount", header);
  expect(figure.value).toBe(value);
  expect(figure.unit).toBe(unit);
});

test("what could be a figure is told from labels", () => {
  expect(["0", "——", "12件", "零", "增加3", "###"].every(isFigureText)).toBe(true);
  expect(["规章", "（一）予以公开", "2021年", "12 34", "1.属于国家秘密", "#3"].some(isFigureText)).toBe(false);
});

test.each([
  ["无变化", 0],
  ["持平", 0],
  ["没有增减", 0],
])("a change printed as %j is %d", (text, value) => {
  expect(parseFigure(text, at, "change")).toMatchObject({ value, state: "number" });
  expect(parseFigure(text, at)).toMatchObject({ value: null, state: "unreadable" });
});

test.each(["NaN", "null", "None", "#N/A", "#REF!", "########"])(
  "%s is a cell of figures that cannot be read",
  (text) => {
    expect(isFigureText(text)).toBe(true);
    expect(parseFigure(text, { line: 1 })).toMatchObject({ value: null, state: "unreadable" });
  },
);
