import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { assess } from "../../lib/assess.ts";
import { readDocument } from "../../lib/document/read-document.ts";
import type { Finding } from "../../lib/validator/finding.ts";
import { sharedFolder } from "../support/shared-material.ts";

const seeds = sharedFolder("seeds");
const golden = sharedFolder("golden");

/** True findings of the second ring that golden does not list, with the reason why each is true. */
const secondRing = new Set([
  "总口管理区 2020 structure/row-unknown", // 其他主动公开文件 is no row of the form
  "总口管理区 2020 value/amount-implausible", // 1,265,656 for 76 items: 16,653万元 each
]);

interface GoldenReport {
  agency: string;
  year: number;
  template: string;
  verdict: string;
  statistics: Record<string, unknown>;
  findings: Finding[];
}

/** What golden's README says is compared; `narrative/` rules without their cells. */
function toKey({ rule, severity, expected, actual, cells }: Finding): string {
  return [rule, severity, expected, actual, rule.startsWith("narrative/") ? "" : [...cells].sort().join(" ")].join("|");
}

describe.skipIf(!seeds || !golden)("the real reports", () => {
  for (const name of seeds ? readdirSync(seeds) : []) {
    test(name, async () => {
      const result = await readDocument(readFileSync(join(seeds!, name)), name);
      if (result.status !== "read") throw new Error(result.rejection.code);
      const { reports } = assess(result.document);
      const expected = JSON.parse(readFileSync(join(golden!, `${name}.json`), "utf8")).reports as GoldenReport[];
      const identity = ({ agency, year, template, verdict }: GoldenReport) => ({ agency, year, template, verdict });
      expect(reports.map(({ report, verdict }) => identity({ ...report, verdict } as unknown as GoldenReport))).toEqual(
        expected.map(identity),
      );
      for (const [index, { agency, year, statistics, findings }] of expected.entries()) {
        const actual = reports[index]!;
        expect(actual.report.statistics).toEqual(statistics);
        const own = actual.findings.filter((finding) => !secondRing.has(`${agency} ${year} ${finding.rule}`));
        expect(own.map(toKey).sort()).toEqual(findings.map(toKey).sort());
        for (const finding of findings) {
          const found = own.find((candidate) => toKey(candidate) === toKey(finding))!;
          const lines = finding.evidence.map((evidence) => evidence.location.line);
          expect(found.evidence.some((evidence) => lines.includes(evidence.location.line))).toBe(true);
        }
      }
    });
  }
});
