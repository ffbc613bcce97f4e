import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, test } from "vitest";
import { type Carrier, carriers, makeCase } from "../support/generator/make-case.ts";
import { readCase } from "../support/generator/read-case.ts";

/** Cases a carrier in the normal run: a PDF takes some twenty times as long as a text. */
const usual = (carrier: Carrier) => (carrier.startsWith("pdf") ? 70 : carrier === "html" ? 200 : 70);
const factor = Number(process.env["GOUJI_CASES"] ?? 1);
/** Fixed, so that a run can be repeated; GOUJI_SEED=random looks further. */
const given = process.env["GOUJI_SEED"];
const seed = given === "random" ? Date.now() % 2 ** 31 : Number(given ?? 20260131);

/** Keeps the file that was read wrongly and says where it is and how it was made. */
function explain(carrier: Carrier, caseSeed: number, differences: readonly string[]): string {
  const written = makeCase(carrier, caseSeed);
  const path = join(mkdtempSync(join(tmpdir(), "gouji-property-")), written.name);
  writeFileSync(path, written.bytes);
  const shown = differences.slice(0, 12).join("\n  ");
  return `${carrier}, seed ${caseSeed}: ${differences.length} differences, file kept at ${path}\n  ${shown}\n${JSON.stringify(written.choices)}`;
}

describe("for all layouts, reading gives back the figures", () => {
  for (const carrier of carriers) {
    const cases = Math.round(usual(carrier) * factor);
    test(`${carrier} (${cases} cases)`, { timeout: 120_000 * Math.max(1, factor) }, async () => {
      const property = fc.asyncProperty(fc.nat({ max: 2 ** 30 }), async (caseSeed) => {
        const differences = await readCase(makeCase(carrier, caseSeed));
        if (differences.length > 0) throw new Error(explain(carrier, caseSeed, differences));
      });
      await fc.assert(property, { numRuns: cases, seed, endOnFailure: true });
    });
  }
});
