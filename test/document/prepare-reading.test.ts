import { readFileSync } from "node:fs";
import { setImmediate as nextTurn } from "node:timers/promises";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

const pdf = () =>
  new Uint8Array(readFileSync(new URL("../fixtures/pdf/chromium-coloured-cells-only.pdf", import.meta.url)));
const text = () => new TextEncoder().encode("云岭县人民政府办公室2023年政府信息公开工作年度报告");

let started = 0;
const count = () => started++;

beforeEach(() => {
  started = 0;
  vi.resetModules();
  process.on("worker", count);
});
afterEach(() => process.off("worker", count));

async function prepare(name: string) {
  const { prepareReading, readDocument } = await import("../../lib/document/read-document.ts");
  prepareReading(name);
  await vi.dynamicImportSettled();
  await nextTurn();
  return readDocument;
}

test("the thread for a PDF starts by the file's name, once, and reads the file", async () => {
  const readDocument = await prepare("报告.PDF");
  expect(started).toBe(1);
  expect((await readDocument(pdf(), "报告.PDF")).status).toBe("read");
  expect(started).toBe(1);
});

test("a name that says nothing of a PDF starts none, and one that lies harms nothing", async () => {
  await prepare("报告.html");
  expect(started).toBe(0);
  const readDocument = await prepare("报告.pdf");
  const result = await readDocument(text(), "报告.pdf");
  expect(result.status === "read" && result.document.source.mediaType).toBe("text/plain");
});
