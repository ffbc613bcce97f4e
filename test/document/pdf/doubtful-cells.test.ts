import { describe, expect, test } from "vitest";
import { type Piece, readLines, setLine } from "./set-lines.ts";

const row = (y: number, label: string, ...figures: Piece[]) => setLine(y, label ? [[50, label], ...figures] : figures);
const numbered = (number: number, label = `${number}.第${number}项`) =>
  row(100 + 20 * number, label, [200, `${10 + number}`], [240, `${20 + number}`], [280, `${30 + number}`]);
const head = row(100, "项目", [200, "甲"], [240, "乙"], [280, "丙"]);
const read = (...lines: ReturnType<typeof row>[]) => readLines([head, ...lines])[0]!.slice(1);

describe("figures without a label of their own", () => {
  test("make the cells above and below them doubtful, in their columns only, beyond rows of blanks too", () => {
    const lone = row(180, "", [240, "7"]);
    const rows = read(numbered(1), numbered(2), numbered(3), lone, numbered(5), numbered(6), numbered(7));
    expect(rows).toEqual([
      ["1.第1项", "11", "21", "31"],
      ["2.第2项", "12", "22", "32"],
      ["3.第3项", "13", "23\ufffd", "33"],
      ["", "", "7\ufffd", ""],
      ["5.第5项", "15", "25\ufffd", "35"],
      ["6.第6项", "16", "26", "36"],
      ["7.第7项", "17", "27", "37"],
    ]);
  });

  test("so do those beside the rest of a label, where labels have numbers", () => {
    const upper = row(160, "3.第3项", [200, "13"], [240, "3"], [280, "33"]);
    const rest = row(180, "的信息内容", [240, "7"]);
    const rows = read(numbered(1), numbered(2), upper, rest, numbered(5), numbered(6), numbered(7));
    expect(rows.slice(2, 5)).toEqual([
      ["3.第3项", "13", "3\ufffd", "33"],
      ["的信息内容", "", "7\ufffd", ""],
      ["5.第5项", "15", "25\ufffd", "35"],
    ]);
  });

  test("a table in which most rows have none is a table without labels", () => {
    const rows = read(
      row(120, "规章", [200, "1"], [240, "2"], [280, "3"]),
      row(160, "", [200, "4"], [240, "5"], [280, "6"]),
      row(200, "", [200, "7"], [240, "8"], [280, "9"]),
    );
    expect(rows.flat().join("")).not.toContain("\ufffd");
  });
});

describe("a number over the middle of a blank column", () => {
  const around = [1, 2, 4, 5].map((number) =>
    row(100 + 20 * number, `${number}.甲`, [200, "12"], [240, "5"], [280, "6"]),
  );
  const withNumber = (text: string) => {
    const own = row(160, "3.丙", [200, text], [280, "6"]);
    return read(...around.slice(0, 2), own, ...around.slice(2)).find(([label]) => label === "3.丙")!;
  };
  test("may be two: both cells are doubtful, the third is whole", () => {
    const [, first, second, third] = withNumber("1234567890");
    expect(first).toContain("\ufffd");
    expect(second).toContain("\ufffd");
    expect(third).toBe("6");
  });
  test("one that stays short of it is one", () => expect(withNumber("1234567")).toEqual(["3.丙", "1234567", "", "6"]));
});

test.each([
  ["12.", "12.\ufffd"],
  ["１２．", "１２．\ufffd"],
  ["12.5", "12.5"],
])("%s is read as %j: a number that ends with its point has lost digits", (text, expected) => {
  const rows = read(
    row(120, "1.甲", [200, text], [240, "5"], [280, "6"]),
    row(140, "2.乙", [200, "12"], [240, "5"], [280, "6"]),
  );
  expect(rows[0]).toEqual(["1.甲", expected, "5", "6"]);
});
