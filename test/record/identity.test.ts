import { expect, test } from "vitest";
import { identify } from "../../lib/record/identity.ts";
import { emptyRoster, parseRoster } from "../../lib/record/roster.ts";

const nobody = { agency: null, year: null };
const sha256 = "0123456789abcdef".repeat(4);

test.each([
  [
    "the report names both",
    { agency: "云岭县教育局", year: 2022 },
    { agency: "别的", year: 1999 },
    ["云岭县教育局", "2022", "report", "report"],
  ],
  [
    "metadata fills both",
    nobody,
    { agency: "雲嶺縣 教育局", year: 2022 },
    ["云岭县教育局", "2022", "metadata", "metadata"],
  ],
  ["nobody names them", nobody, nobody, ["UNKNOWN-0123456789ab", "UNKNOWN", null, null]],
  ["a name of blanks", { agency: " \u200b", year: 2022 }, nobody, ["UNKNOWN-0123456789ab", "2022", null, "report"]],
  [
    "a name of absurd length",
    { agency: "县".repeat(3000), year: 2022 },
    nobody,
    ["UNKNOWN-0123456789ab", "2022", null, "report"],
  ],
])("%s", (_, report, metadata, expected) => {
  const [identity] = identify([report], metadata, sha256, emptyRoster);
  const { agencyKey, yearKey, agencyFrom, yearFrom } = identity!;
  expect([agencyKey, yearKey, agencyFrom, yearFrom]).toEqual(expected);
});

test("the year in the metadata is nobody's when the file holds several reports", () => {
  const metadata = { agency: "云岭县教育局", year: 2022 };
  const identities = identify([nobody, nobody, { agency: null, year: 2020 }], metadata, sha256, emptyRoster);
  expect(identities.map(({ yearKey }) => yearKey)).toEqual(["UNKNOWN", "UNKNOWN-2", "2020"]);
});

const roster = parseRoster(
  "\ufeffagency,parent,region,code,aliases\r\n" +
    "青川市人民政府,,云岭省,530100,青川市府；青川市人民政府办公厅\r\n" +
    "白水县人民政府,,云岭省,,\r\n" +
    "白水县人民政府,,赤水省,,白水县政府办\r\n" +
    '"云岭省财政厅",云岭省人民政府,云岭省,,\r\n',
);

test.each([
  ["青川市人民政府", "青川市人民政府"],
  ["青川市府", "青川市人民政府"],
  ["青川市政府", "青川市人民政府"],
  ["云岭省青川市政府", "青川市人民政府"],
  ["财政厅", "云岭省财政厅"],
  ["白水县政府办", "白水县人民政府"],
])("the roster knows %s", (printed, name) => {
  expect(roster.find(printed)?.agency).toBe(name);
});

test.each(["白水县人民政府", "白水县政府", "青川市财政局", "别省青川市政府", ""])(
  "the roster does not guess %s",
  (printed) => {
    expect(roster.find(printed)).toBeUndefined();
  },
);

test("a region or code that the roster leaves blank is null, and a text without an agency column is refused", () => {
  expect(roster.entries[1]).toMatchObject({ code: null, parent: null, region: "云岭省", aliases: [] });
  expect(() => parseRoster("name,region\n甲,乙\n")).toThrow();
  expect(() => parseRoster('agency,region\n"甲,乙\n丙,乙\n')).toThrow();
  expect(parseRoster('agency,region\n\n"甲""局\n",乙,多\n丙\n').entries).toMatchObject([
    { agency: '甲"局', region: "乙" },
    { agency: "丙", region: null },
  ]);
  expect(parseRoster("agency,parent,region,code,aliases\n").entries).toEqual([]);
});
