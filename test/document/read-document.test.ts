import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { documentSchema } from "../../lib/document/document.ts";
import { readDocument } from "../../lib/document/read-document.ts";

const latin1 = (text: string) => Buffer.from(text, "latin1");
const bomb = (count: number, text: string) => Buffer.from(text.repeat(count));

const rejected: [name: string, bytes: Uint8Array, code: string, mediaType: string][] = [
  ["no bytes", new Uint8Array(0), "empty", "application/octet-stream"],
  ["white space", Buffer.from(" \r\n\t\u3000\u00a0\n"), "empty", "text/plain"],
  ["a byte-order mark", Buffer.from("\ufeff"), "empty", "application/octet-stream"],
  ["a UTF-16 byte-order mark and spaces", Buffer.from("\ufeff  \n", "utf16le"), "empty", "application/octet-stream"],
  ["50 MB and one byte", new Uint8Array(50 * 1024 * 1024 + 1), "too-large", "application/octet-stream"],
  [
    "docx",
    latin1("PK\x03\x04\x14\0\x06\0[Content_Types].xml\0\0word/document.xml"),
    "unsupported-type",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  ],
  ["zip", latin1("PK\x03\x04\x14\0\0\0a.txt"), "unsupported-type", "application/zip"],
  ["doc", latin1("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0"), "unsupported-type", "application/x-ole-storage"],
  ["png", latin1("\x89PNG\r\n\x1a\n\0\0"), "unsupported-type", "image/png"],
  ["jpeg", latin1("\xff\xd8\xff\xe0\0\x10JFIF"), "unsupported-type", "image/jpeg"],
  ["rar", latin1("Rar!\x1a\x07\x01\0"), "unsupported-type", "application/vnd.rar"],
  ["rtf", latin1("{\\rtf1\\ansi}"), "unsupported-type", "application/rtf"],
  ["xml", Buffer.from('<?xml version="1.0"?><w:wordDocument/>'), "unsupported-type", "application/xml"],
  [
    "mhtml",
    latin1("From: a\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b\r\n<html></html>"),
    "unsupported-type",
    "multipart/related",
  ],
  ["random bytes", createNoise(4096), "undecodable-text", "application/octet-stream"],
  [
    "an accented Latin-1 text",
    latin1("caf\xe9 \xe0 la cr\xe8me br\xfbl\xe9e, tr\xe8s \xe9l\xe9gant"),
    "undecodable-text",
    "application/octet-stream",
  ],
  ["more lines than can be a report", bomb(1_100_000, "a\n"), "too-complex", "text/plain"],
  ["more elements than can be a report", bomb(1_100_000, "<p>a"), "too-complex", "text/html"],
  ["elements too deep", bomb(5_000, "<div>"), "too-complex", "text/html"],
];

/** The same noise at every run. */
function createNoise(length: number): Uint8Array {
  const blocks: Buffer[] = [];
  for (let i = 0; i * 32 < length; i++) blocks.push(createHash("sha256").update(String(i)).digest());
  return Buffer.concat(blocks);
}

describe("readDocument", () => {
  test.each(rejected)("rejects %s", async (_name, bytes, code, mediaType) => {
    const result = await readDocument(bytes, "a.pdf");
    expect(result).toMatchObject({
      status: "rejected",
      rejection: { code },
      source: { mediaType, bytes: bytes.byteLength },
    });
    expect(result.status === "rejected" && result.rejection.message).toMatch(/[\u4e00-\u9fff].*。$/);
  });

  test("tells a rejection in English where asked", async () => {
    const result = await readDocument(new Uint8Array(0), "a.txt", { language: "en" });
    expect(result.status === "rejected" && result.rejection.message).toMatch(/^[ -~]+\.$/);
  });

  test.each([
    ["<!DOCTYPE html><p>一", "text/html"],
    ["\ufeff<?xml version='1.0'?><html><body>一", "text/html"],
    ["HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html><body><p>一", "text/html"],
    ["<div><p>一</p><p>二</p></div>", "text/html"],
    ["正文<table><tr><td>一", "text/html"],
    ["一 < 二，a<b", "text/plain"],
    ["| 规章<br>二 | 1 |\n| --- | --- |", "text/plain"],
    ["规章,1,2", "text/plain"],
  ])("tells what %j is by its content", async (text, mediaType) => {
    const result = await readDocument(Buffer.from(text), "report.pdf");
    expect(result).toMatchObject({ status: "read", document: { source: { mediaType, name: "report.pdf" } } });
  });

  test("answers a document of the schema, with the hash of the bytes", async () => {
    const bytes = Buffer.from("标题\n规章 | 1 |\n文件 | 2 |\n");
    const result = await readDocument(bytes, "a.txt");
    if (result.status !== "read") throw new Error(result.rejection.code);
    expect(documentSchema.parse(result.document)).toEqual(result.document);
    expect(result.document.source).toEqual({
      name: "a.txt",
      sha256: createHash("sha256").update("标题\n规章 | 1 |\n文件 | 2 |\n").digest("hex"),
      bytes: bytes.byteLength,
      mediaType: "text/plain",
      charset: "utf-8",
    });
  });

  test("marks a text in which a byte was lost, and reads the rest", async () => {
    const bytes = Buffer.concat([Buffer.from("总体情况良好。\n".repeat(100)), Buffer.from("完").subarray(0, 2)]);
    const result = await readDocument(bytes, "a.txt");
    expect(result).toMatchObject({ status: "read", document: { notes: [{ code: "text-damaged", pages: [] }] } });
  });
});
