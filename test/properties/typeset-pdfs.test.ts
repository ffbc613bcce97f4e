import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { makeCase } from "../support/generator/make-case.ts";
import { findProgram, printWithChromium } from "../support/generator/print-pdf.ts";
import { readCase } from "../support/generator/read-case.ts";

const folder = join(import.meta.dirname, "..", "fixtures", "typeset");
const names = readdirSync(folder).filter((name) => name.endsWith(".pdf"));

describe("PDFs of real typesetters are read to the last cell", () => {
  test.each(names)("%s", async (name) => {
    const expected = JSON.parse(readFileSync(join(folder, name.replace(".pdf", ".json")), "utf8"));
    const bytes = new Uint8Array(readFileSync(join(folder, name)));
    expect(await readCase({ ...expected, name, bytes, choices: {} })).toEqual([]);
  });

  const isThere = findProgram("chromium") !== null;
  if (!isThere) console.log("chromium is not installed: printing a fresh page is skipped");
  test.skipIf(!isThere)("a page printed now by chromium", async () => {
    for (const seed of [3, 4]) {
      const page = makeCase("html", seed);
      const bytes = printWithChromium(page.bytes);
      expect(await readCase({ ...page, name: "printed.pdf", bytes })).toEqual([]);
    }
  });
});
