import { expect, test } from "vitest";
import { fold } from "../../../lib/chinese/fold.ts";
import { readQuantities } from "../../../lib/report/prose/read-quantities.ts";
import { sign } from "../../../lib/report/prose/sign-words.ts";

const cases: [text: string, ...read: string[]][] = [
  ["共收到申请12件", "12 件"],
  ["收到申请１，２３４件", "1234 件"],
  ["公开信息 24 条", "24 条"],
  ["27042.62万元", "270426200 元"],
  ["3.2亿元", "320000000 元"],
  ["3.5万条", "~35000 条"],
  ["3.99多万条", "~39900 条"],
  ["700余条、近900条、约20件、30件以上", "~700 条", "~900 条", "~20 件", "~30 件"],
  ["条约12件、预约3件", "12 件", "3 件"],
  ["受理三起,共十二件、一百零五份", "3 起", "12 件", "105 份"],
  ["一件事一次办,最多跑一次,三个环节,第二十条"],
  ["发布62、45、21期", "62 期", "45 期", "21 期"],
  ["占99.97%,提高2个百分点,增长1.5倍", "99.97 %", "2 个百分点", "1.5 倍"],
  ["国办发〔2018〕48号,电话0728-6391156,12345热线,http://example.cn/12件", "12345 "],
  ["《关于3件实事的通知》印发2份", "2 份"],
  ["第29个宣传月,5G基站3座", "3 座"],
  ["20个工作日内,7月4日至10日", "20 个工作日", "7 月", "4 日", "10 日"],
  ["10-12件", "10 ", "~12 件"],
  ["数十件、上百条", "~10 件", "~100 条"],
];

test.each(cases)("%s", (text, ...read) => {
  const { quantities } = readQuantities(fold(text));
  expect(quantities.map(({ value, unit, exact }) => `${exact ? "" : "~"}${value} ${unit}`)).toEqual(read);
});

test("years are no quantities", () => {
  const { quantities, years } = readQuantities("2021年度收到5件,二〇二〇年收到3件,2020-2025年规划");
  expect(years.map(({ year }) => year)).toEqual([2021, 2020, 2025]);
  expect(quantities.filter(({ unit }) => unit === "件").map(({ value }) => value)).toEqual([5, 3]);
});

test("offsets are those of the text", () => {
  const text = "全年收到１２件，上年３件";
  const { quantities } = readQuantities(fold(text));
  expect(quantities.map(({ start, end }) => text.slice(start, end))).toEqual(["１２件", "３件"]);
});

const signed: [text: string, signs: number][] = [
  ["依据《信息公开信息处理费管理办法》", sign.fee],
  ["收到三件", sign.figure],
  ["其中XX件X", sign.crosses | sign.cross],
  ["二〇〇年", sign.crosses],
  ["未收到申请,共12件全部办结", sign.none | sign.matter | sign.figure | sign.all | sign.handled],
  ["信息公开工作", 0],
];

test.each(signed)("signs of %s stand wherever the reading passes: %i", (text, signs) => {
  expect(readQuantities(text).signs).toBe(signs);
});
