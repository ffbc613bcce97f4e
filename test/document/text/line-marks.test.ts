import { expect, test } from "vitest";
import { stripFormat } from "../../../lib/chinese/fold.ts";
import { marks, markText } from "../../../lib/document/text/line-marks.ts";

const everyCode = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code));

test.each([
  ["format", marks.format, (text: string) => stripFormat(text) === ""],
  ["space", marks.space, (text: string) => /^[^\S\n\r\u2028\u2029]$/.test(text)],
  ["separator", marks.separator, (text: string) => /^[;；,，、]$/.test(text)],
])("marks %s characters, and no others", (_name, mark, isOne) => {
  expect(everyCode.filter((text) => (markText(text) & mark) !== 0)).toEqual(everyCode.filter(isOne));
});
