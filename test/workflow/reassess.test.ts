import { expect, test } from "vitest";
import { extractionKey } from "../../lib/record/extraction.ts";
import { toHistory } from "../../lib/record/history.ts";
import { toVersion } from "../../lib/record/version.ts";
import { reassess } from "../../lib/workflow/reassess.ts";
import { assessFake, createMemoryRegister, type FakeUpload, toFakeExtraction } from "../support/register.ts";
import { findReport, findRules, upload } from "../support/view-register.ts";

const agency = "云岭县教育局";
const report = (year: number, cell: string, value: number, broken: string[] = []) => [
  { agency, year, cells: { [`applications.${cell}.total`]: value }, broken },
];
const uploads: FakeUpload[] = [
  { key: "2021.txt", at: 1, reports: report(2021, "carriedForward", 7) },
  { key: "2022.txt", at: 2, reports: report(2022, "carriedOver", 5, ["applications/balance"]) },
  { key: "2022.txt", at: 3, reports: report(2022, "carriedOver", 6) },
  { key: "scan.pdf", at: 4, rejected: "pdf-corrupt" },
];

/** A register with the uploads in it, and the keys of their extract results, which are stored. */
async function createFilledRegister() {
  const register = createMemoryRegister();
  await upload(register, ...uploads);
  const extractions = uploads.map(toFakeExtraction);
  const keys = extractions.map(({ origin }) => extractionKey(origin));
  for (const [at, key] of keys.entries()) {
    await register.objects.write("documents", key, JSON.stringify(extractions[at]));
  }
  return { register, keys };
}

test("with the same rules nothing changes and nothing is told", async () => {
  const { register, keys } = await createFilledRegister();
  const before = register.records.dump();
  expect(await reassess(register, keys)).toEqual({ documents: 4, alerts: 0 });
  expect(register.records.dump()).toEqual(before);
});

test("with other rules each report that differs is told once, whatever the order", async () => {
  for (const order of [
    [0, 1, 2, 3],
    [3, 2, 1, 0],
  ]) {
    const { register, keys } = await createFilledRegister();
    register.checkPair = () => [];
    register.assess = (document) => {
      const { reports, rejection } = assessFake(document);
      for (const { findings } of reports) {
        findings.push({
          rule: "new/rule",
          severity: "info",
          message: "",
          cells: [],
          expected: null,
          actual: null,
          evidence: [],
        });
      }
      return { reports, rejection };
    };
    expect(
      await reassess(
        register,
        order.map((at) => keys[at]!),
      ),
    ).toEqual({ documents: 4, alerts: 2 });
    const items = register.records.dump();
    expect(findRules(items, agency, 2022)).toEqual(["new/rule"]);
    expect(findReport(items, agency, 2022)).toMatchObject({ verdict: "consistent", infos: 1 });
    const last = register.publisher.told.findLast(({ year }) => year === 2022);
    expect(last!.changes!.resolvedFindings).toMatchObject([{ rule: "history/carry-over" }]);
  }
});

test("the history of a report says who brought what, and what it changed", async () => {
  const { register } = await createFilledRegister();
  const versions = register.records.dump().filter(({ sk }) => sk.startsWith("VERSION#2022#"));
  expect(toHistory(versions.map(toVersion))).toMatchObject([
    {
      eventTime: "2026-01-01T00:02:00.000Z",
      retiredAt: "2026-01-01T00:03:00.000Z",
      current: false,
      cells: [],
      newFindings: [],
    },
    {
      source: { key: "2022.txt" },
      retiredAt: null,
      current: true,
      cells: [{ cell: "applications.carriedOver.total", from: 5, to: 6 }],
      newFindings: [],
      resolvedFindings: [{ rule: "applications/balance" }],
    },
  ]);
});
