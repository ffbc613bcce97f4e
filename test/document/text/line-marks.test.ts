import { expect, test } from "vitest";
import { stripFormat } from "../../../lib/chinese/fold.ts";
import { isHan, marks, marksByCode, markText } from "../../../lib/document/text/line-marks.ts";

const everyCode = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code));

test.each([
  ["format", marks.format, (text: string) => stripFormat(text) === "" || /^[\u2f00-\u2fd5]$/.test(text)],
  ["space", marks.space, (text: string) => /^[^\S\n\r\u2028\u2029]$/.test(text)],
  ["separator", marks.separator, (text: string) => /^[;；,，、/&^~：]$/.test(text)],
])("marks %s characters, and no others", (_name, mark, isOne) => {
  expect(everyCode.filter((text) => (markText(text) & mark) !== 0)).toEqual(everyCode.filter(isOne));
});

test("common Han characters are wide, and bear no other mark", () => {
  expect(markText(everyCode.filter((text) => isHan(text.charCodeAt(0))).join(""))).toBe(0);
  const table = marksByCode();
  expect(everyCode.filter((text) => isHan(text.charCodeAt(0)) && table[text.charCodeAt(0)] !== marks.wide)).toEqual([]);
});
