import { describe, expect, test } from "vitest";
import { readPlainText } from "../../../../lib/document/text/read-plain-text.ts";
import { describeBlocks } from "../../../support/describe-blocks.ts";

const lines = (...parts: string[]) => parts.join("\n");
/** The rows of the only table of a text. */
const rowsOf = (text: string): string[] => {
  const [table, ...rest] = describeBlocks(readPlainText(text)).filter((block) => Array.isArray(block));
  expect(rest).toEqual([]);
  expect(table?.[0]).toBe("aligned");
  return table!.slice(1);
};

/** A line whose pieces begin at these columns, every character counted once as pdftotext does. */
const byCharacters = (...pieces: [at: number, text: string][]): string =>
  pieces.reduce((line, [at, text]) => line.padEnd(at) + text, "");

const cases: [name: string, text: string, expected: string[]][] = [
  [
    "columns by characters, as pdftotext counts them",
    lines(
      byCharacters([2, "一、本年新收政府信息公开申请数量"], [24, "12"], [34, "7"], [44, "19"]),
      byCharacters([8, "（一）予以公开"], [24, "3"], [44, "3"]),
      byCharacters([8, "（二）部分公开"], [34, "5"], [44, "5"]),
      byCharacters([6, "1.属于国家秘密"], [24, "41"], [34, "2"], [44, "43"]),
    ),
    [
      "0 一、本年新收政府信息公开申请数量 | 1 12 | 2 7 | 3 19",
      "0 （一）予以公开 | 1 3 | 2 | 3 3",
      "0 （二）部分公开 | 1 | 2 5 | 3 5",
      "0 1.属于国家秘密 | 1 41 | 2 2 | 3 43",
    ],
  ],
  [
    "no column for figures that drift",
    lines(
      byCharacters([0, "1.重复申请"], [20, "12"], [25, "7"], [30, "19"]),
      byCharacters([0, "2.其他"], [28, "3"]),
      byCharacters([0, "3.出版物"], [23, "4"], [33, "4"]),
      byCharacters([0, "4.要求确认"], [23, "6"], [28, "1"], [33, "7"]),
    ),
    [
      "0 1.重复申请 | 1 12 | 2 7 | 3 19",
      "0 2.其他 | 1 1×3 3",
      "0 3.出版物 | 1 1×3 4 4",
      "0 4.要求确认 | 1 6 | 2 1 | 3 7",
    ],
  ],
  [
    "short figures beside the long ones of their column, parted from the others by white rivers",
    lines(
      byCharacters([0, "1.规章"], [12, "4637"], [32, "5"], [40, "34"]),
      byCharacters([0, "2.文件"], [18, "8"], [32, "9"], [46, "9"]),
      byCharacters([0, "3.许可"], [12, "1465"], [46, "7"]),
      byCharacters([0, "4.处罚"], [18, "9"], [32, "4"]),
      byCharacters([0, "5.强制"], [26, "71"], [46, "3"]),
      byCharacters([0, "6.收费"], [12, "253"], [46, "4"]),
      byCharacters([0, "7.采购"], [12, "12345"], [26, "2261"], [40, "1391"]),
    ),
    [
      "0 1.规章 | 1 4637 | 2 5 | 3 34",
      "0 2.文件 | 1 8 | 2 9 | 3 9",
      "0 3.许可 | 1 1465 | 2 | 3 7",
      "0 4.处罚 | 1 9 | 2 4 | 3",
      "0 5.强制 | 1 | 2 71 | 3 3",
      "0 6.收费 | 1 253 | 2 | 3 4",
      "0 7.采购 | 1 12345 | 2 2261 | 3 1391",
    ],
  ],
  [
    "numbers wrapped about the middle of their row",
    lines(
      "1.规章        12        3       15",
      "              112               1638",
      "2.文件                  7           ",
      "              2                 9",
      "3.许可        4         5       9",
    ),
    ["0 1.规章 | 1 12 | 2 3 | 3 15", "0 2.文件 | 1 1122 | 2 7 | 3 16389", "0 3.许可 | 1 4 | 2 5 | 3 9"],
  ],
  [
    "numbers that begin on the line of their label's beginning",
    lines(
      "1.规章            12        3          15",
      "2.申请人逾期未                         18872",
      "按要求缴纳        4        16          6",
      "3.许可            4         5           9",
    ),
    [
      "0 1.规章 | 1 12 | 2 3 | 3 15",
      "0 2.申请人逾期未⏎按要求缴纳 | 1 4 | 2 16 | 3 188726",
      "0 3.许可 | 1 4 | 2 5 | 3 9",
    ],
  ],
  [
    "figures above or below which parts of numbers stand are told, not read",
    lines(
      "1.规章            12       3       15",
      "                   5       1",
      "2.文件            74       7       38",
      "                           2",
      "3.许可             4       5        9",
    ),
    [
      "0 1.规章 | 1 12\ufffd | 2 3\ufffd | 3 15",
      "1 5\ufffd | 2 1\ufffd | 3",
      "0 2.文件 | 1 74\ufffd | 2 7\ufffd | 3 38",
      "1 | 2 2\ufffd | 3",
      "0 3.许可 | 1 4 | 2 5\ufffd | 3 9",
    ],
  ],
  [
    "a unit and a placeholder cut by the end of their cell's line",
    lines(
      "  名称            项目数量         总金额",
      "  政府采购         10331笔        1.207984",
      "                                    亿元",
      "  其他采购          不适             7元",
      "                     用",
    ),
    ["0 名称 | 1 项目数量 | 2 总金额", "0 政府采购 | 1 10331笔 | 2 1.207984亿元", "0 其他采购 | 1 不适用 | 2 7元"],
  ],
  [
    "labels alone below a header and after the last figures: rows of blanks",
    lines(
      "    信息内容        本年制发件数    本年废止件数    现行有效件数",
      "      规章",
      "   规范性文件            4                               9",
      "  其他对外事项",
      "（含公共服务事项）",
      "    行政强制",
    ),
    [
      "0 信息内容 | 1 本年制发件数 | 2 本年废止件数 | 3 现行有效件数",
      "0 规章 | 1 | 2 | 3",
      "0 规范性文件 | 1 4 | 2 | 3 9",
      "0 其他对外事项⏎（含公共服务事项） | 1 | 2 | 3",
      "0 行政强制 | 1 | 2 | 3",
    ],
  ],
  [
    "one row of few figures below a header",
    lines(
      "    维持      纠正      其他      未结      总计",
      "               3                              3",
      "五、存在的主要问题及改进情况",
    ),
    ["0 维持 | 1 纠正 | 2 其他 | 3 未结 | 4 总计", "0 | 1 3 | 2 | 3 | 4 3"],
  ],
  [
    "an item that ends like a heading, and a row that is numbered like a part",
    lines(
      "7.属于行政执法案卷      2      2",
      "8.属于行政查询事项",
      "（七）总计              2      2",
      "四、结转下年度继续办理",
    ),
    [
      "0 7.属于行政执法案卷 | 1 2 | 2 2",
      "0 8.属于行政查询事项 | 1 | 2",
      "0 （七）总计 | 1 2 | 2 2",
      "0 四、结转下年度继续办理 | 1 | 2",
    ],
  ],
  [
    "narrow columns beside wide ones, a heading over two of them, and columns whose cells are blank",
    lines(
      "                                        两项合计",
      "  甲   乙   丙        丁项数量        戊项数量        己项数量        庚项数量        辛项数量   壬",
      "  3                     12                                                              7        22",
    ),
    [
      "0 甲 | 1 乙 | 2 丙 | 3 丁项数量 | 4 两项合计⏎戊项数量 | 5 己项数量 | 6 庚项数量 | 7 辛项数量 | 8 壬",
      "0 3 | 1 | 2 | 3 12 | 4 | 5 | 6 | 7 7 | 8 22",
    ],
  ],
  [
    "one figure alone right below its headings",
    lines(" 甲项数量   乙项数量   丙项数量   丁项数量", "                          4", "五、存在的主要问题及改进情况"),
    ["0 甲项数量 | 1 乙项数量 | 2 丙项数量 | 3 丁项数量", "0 | 1 | 2 4 | 3"],
  ],
  [
    "a label's line that ends as a heading does",
    lines(
      "      （一）予以公开                 3        1        4",
      "      （二）部分公开（区分处",
      "      理的，只计这一情况",
      "      ，不计其他情形）",
      "      1.属于国家秘密                 1        0        1",
    ),
    [
      "0 （一）予以公开 | 1 3 | 2 1 | 3 4",
      "0 （二）部分公开（区分处⏎理的，只计这一情况⏎，不计其他情形）",
      "0 1.属于国家秘密 | 1 1 | 2 0 | 3 1",
    ],
  ],
  [
    "a number whose end stands on the next page",
    lines(
      " 1.属于国家秘  47653    1457   85994",
      "      密",
      " 2.其他法律行                  11212",
      "",
      "                 — 1 —",
      "\f 政法规禁止公  14811   39508     5",
      "      开",
      " 3.危及“三安   1996   15055   17636",
    ),
    [
      "0 1.属于国家秘⏎密 | 1 47653 | 2 1457 | 3 85994",
      "0 2.其他法律行⏎政法规禁止公⏎开 | 1 14811 | 2 39508 | 3 112125",
      "0 3.危及“三安 | 1 1996 | 2 15055 | 3 17636",
    ],
  ],
  [
    "a label that reaches below another column's heading: characters are counted otherwise",
    lines("信息内容    本年制发件数 本年废止件数 现行有效件数", "规章", "行政规范性文件 14            14"),
    [
      "0 信息内容 | 1 本年制发件数 | 2 本年废止件数 | 3 现行有效件数",
      "0 规章 | 1 | 2 | 3",
      "0 行政规范性文件 | 1 14 | 2 | 3 14",
    ],
  ],
];

describe("tables aligned by spaces", () => {
  test.each(cases)("%s", (_, text, expected) => {
    expect(rowsOf(text)).toEqual(expected);
  });
});
