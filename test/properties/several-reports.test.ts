import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, test } from "vitest";
import { readDocument } from "../../lib/document/read-document.ts";
import { parseReports } from "../../lib/report/parse-reports.ts";
import { type Collection, compareCollection, makeCollection } from "../support/generator/make-collection.ts";

async function read(collection: Collection): Promise<string[]> {
  const result = await readDocument(collection.bytes, collection.name);
  if (result.status === "rejected") return [`rejected: ${result.rejection.code}`];
  return compareCollection(collection, parseReports(result.document));
}

describe("files with several reports", () => {
  test("each is read once, in the file's order, to the last cell", async () => {
    const property = fc.asyncProperty(fc.nat({ max: 2 ** 30 }), async (seed) => {
      const collection = makeCollection(seed);
      const differences = await read(collection);
      if (differences.length === 0) return;
      const path = join(mkdtempSync(join(tmpdir(), "gouji-property-")), collection.name);
      writeFileSync(path, collection.bytes);
      throw new Error(`${path} ${JSON.stringify(collection.choices)}\n  ${differences.slice(0, 12).join("\n  ")}`);
    });
    await fc.assert(property, { numRuns: 120, seed: 20260131, endOnFailure: true });
  });
});
