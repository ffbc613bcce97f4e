import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { assess } from "../../lib/assess.ts";
import { readDocument } from "../../lib/document/read-document.ts";
import type { Statistics } from "../../lib/report/report.ts";
import type { Finding } from "../../lib/validator/finding.ts";
import { generateAgency } from "../support/generator/agencies.ts";
import { breakRelation, setCell } from "../support/generator/break-relation.ts";
import { generateFigures } from "../support/generator/figures.ts";
import { createRandom } from "../support/generator/random.ts";
import { generateReport } from "../support/generator/report-model.ts";
import { toScript } from "../support/generator/script.ts";
import { titleKinds } from "../support/generator/title.ts";
import { writeHtml } from "../support/generator/write-html.ts";
import { writeText } from "../support/generator/write-text.ts";

const seeds = fc.nat({ max: 2 ** 30 });
const runs = { numRuns: 60, seed: 20260131 };

/** Reads and checks one sound report that a change may have made unsound. */
async function findIn(
  seed: number,
  change: (statistics: Statistics) => Statistics = (same) => same,
): Promise<Finding[]> {
  const random = createRandom(seed);
  const template = random.pick(["2019", "2021"] as const);
  const agency = generateAgency(random);
  const size = random.pick(["small", "medium", "large"] as const);
  const sound = generateFigures(seed, { template, size, regulations: agency.rules });
  const model = generateReport(seed, {
    template,
    agency,
    statistics: change(sound),
    title: random.pick(titleKinds),
    figures: { money: "header", thousands: random.chance(0.5) },
    strange: random.pick([0, 0.4]),
  });
  const text = random.chance(0.5) ? writeText(model, { layout: "bars" }) : writeHtml(model, { page: "site" });
  const script = random.pick(["simplified", "simplified", "traditional"] as const);
  const result = await readDocument(Buffer.from(toScript(text, script)), "report");
  if (result.status === "rejected") throw new Error(result.rejection.code);
  return assess(result.document).reports.flatMap((assessed) => assessed.findings);
}

const told = (findings: readonly Finding[]) => findings.map(({ rule, message }) => `${rule} ${message}`);

describe("what is told of generated reports", () => {
  test("nothing of a sound one", async () => {
    const property = fc.asyncProperty(seeds, async (seed) => {
      expect(told(await findIn(seed))).toEqual([]);
    });
    await fc.assert(property, runs);
  });

  test("one wrong cell breaks its row and its column, and is repaired", async () => {
    const cell = "applications.deniedEnforcementFile.naturalPerson";
    const property = fc.asyncProperty(seeds, fc.integer({ min: 1, max: 9 }), async (seed, delta) => {
      let right = 0;
      const findings = await findIn(seed, (statistics) => {
        right = statistics.applications!["deniedEnforcementFile"]!["naturalPerson"]!;
        return breakRelation(statistics, cell, delta);
      });
      expect(findings.map((finding) => finding.rule).sort()).toEqual([
        "applications/applicant-sum",
        "applications/outcome-sum",
      ]);
      for (const finding of findings) expect(finding.repair).toEqual({ cell, value: right });
    });
    await fc.assert(property, runs);
  });

  test("a blank cell is missing, and breaks nothing", async () => {
    const property = fc.asyncProperty(seeds, async (seed) => {
      const findings = await findIn(seed, (statistics) =>
        setCell(statistics, "applications.carriedOver.otherOrganization", null),
      );
      expect(findings.map(({ rule, cells }) => ({ rule, cells }))).toEqual([
        { rule: "structure/cell-missing", cells: ["applications.carriedOver.otherOrganization"] },
      ]);
    });
    await fc.assert(property, runs);
  });
});
