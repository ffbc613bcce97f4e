import { describe, expect, test } from "vitest";
import { decodeText } from "../../lib/document/decode-text.ts";
import { type Encoding, encodeText } from "../support/generator/encode.ts";

const simplified =
  "云岭县人民政府办公室2023年政府信息公开工作年度报告\n一、总体情况\n全年主动公开政府信息128条，收到申请36件，均按期答复。\n";
const traditional =
  "雲嶺縣人民政府辦公室2023年政府信息公開工作年度報告\n一、總體情況\n全年主動公開政府信息128條，收到申請36件，均按期答覆。\n";

const cases: [text: string, encoding: Encoding, charset: string][] = [
  [simplified, "utf-8", "utf-8"],
  [simplified, "utf-8-bom", "utf-8"],
  [simplified, "gb18030", "gb18030"],
  [simplified, "utf-16le", "utf-16le"],
  [simplified, "utf-16be", "utf-16be"],
  [simplified, "utf-16le-bom", "utf-16le"],
  [simplified, "utf-16be-bom", "utf-16be"],
  [traditional, "gb18030", "gb18030"],
  [traditional, "big5", "big5"],
  [traditional, "utf-16le", "utf-16le"],
  ["规章 | 12 | 3\n", "gb18030", "gb18030"],
  ["規章 | 12 | 3\n", "big5", "big5"],
  ["a,1\nb,2\n", "utf-16le", "utf-16le"],
  ["a,1\nb,2\n", "utf-8", "utf-8"],
];

const declare = (charset: string, text: string) => `<meta charset="${charset}">${text}`;

describe("decodeText", () => {
  test.each(cases)("reads %j in %s", (text, encoding, charset) => {
    expect(decodeText(encodeText(text, encoding))).toEqual({ text, charset, damaged: false });
  });

  test.each<[text: string, lie: string, encoding: Encoding]>([
    [simplified, "utf-8", "gb18030"],
    [simplified, "gb2312", "utf-8"],
    [traditional, "gb2312", "big5"],
    [simplified, "big5", "gb18030"],
  ])("believes the bytes of %j, not the declared %s", (text, lie, encoding) => {
    const html = declare(lie, text);
    expect(decodeText(encodeText(html, encoding))).toMatchObject({ text: html, damaged: false });
  });

  test("lets a declaration break a tie", () => {
    // 葽葾 in gb18030, 乂乜 in Big5: rare in both.
    const bytes = Buffer.from([0xc9, 0x40, 0xc9, 0x41]);
    const read = (charset: string) => decodeText(Buffer.concat([Buffer.from(declare(charset, "")), bytes])).charset;
    expect([read("gb2312"), read("big5")]).toEqual(["gb18030", "big5"]);
  });

  test.each<Encoding>(["utf-8", "gb18030", "big5"])("survives a cut last character in %s", (encoding) => {
    const text = (encoding === "big5" ? traditional : simplified).repeat(5);
    const bytes = encodeText(`${text}完`, encoding);
    const decoded = decodeText(bytes.subarray(0, bytes.length - 1));
    expect(decoded.damaged).toBe(true);
    expect(decoded.text.startsWith(text)).toBe(true);
  });

  test("reads a footer in gb18030 on a page in UTF-8, and takes damage for none", () => {
    const page = Buffer.from(`<p>${simplified}</p>`.repeat(5));
    const footer = encodeText("<p>主办单位：云岭县人民政府办公室</p>", "gb18030");
    const mixed = Buffer.concat([page, footer, page]);
    expect(decodeText(mixed)).toEqual({
      text: `${page}<p>主办单位：云岭县人民政府办公室</p>${page}`,
      charset: "utf-8",
      damaged: false,
    });
    const cut = Buffer.concat([page, Buffer.from("<p>完").subarray(0, -1), page]);
    expect(decodeText(cut).damaged).toBe(true);
  });

  test("survives a stray byte in the middle", () => {
    const half = Buffer.from(simplified.repeat(10));
    const decoded = decodeText(Buffer.concat([half, Buffer.from([0xff]), half]));
    expect(decoded).toEqual({
      text: `${simplified.repeat(10)}\ufffd${simplified.repeat(10)}`,
      charset: "utf-8",
      damaged: true,
    });
  });

  test.each([
    ["NUL bytes", Buffer.from("总体情况\0\0\0\0\0\0\0\0")],
    ["control characters", Buffer.from("\x01\x02\x03\x04\x05\x06\x07abc")],
    ["a few high bytes", Buffer.from([0x41, 0xe9, 0x42, 0xe8, 0x43])],
  ])("refuses %s", (_name, bytes) => {
    expect(() => decodeText(bytes)).toThrow("undecodable-text");
  });
});
