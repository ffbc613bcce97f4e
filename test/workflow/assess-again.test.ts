import { expect, test } from "vitest";
import { assessFake, createMemoryRegister, type FakeUpload, type MemoryRegister } from "../support/register.ts";
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

/** What `gouji reassess` brings about: every stored extract result comes once more. Answers the alerts. */
async function assessAgain(register: MemoryRegister, order: readonly number[]) {
  return upload(register, ...order.map((at) => uploads[at]!));
}

test("with the same rules nothing changes and nothing is told", async () => {
  const register = createMemoryRegister();
  await upload(register, ...uploads);
  const before = register.records.dump();
  expect(await assessAgain(register, [3, 1, 0, 2])).toEqual([]);
  expect(register.records.dump()).toEqual(before);
});

test.each([[[0, 1, 2, 3]], [[3, 2, 1, 0]]])(
  "with other rules only what differs is told, in the order %j",
  async (order) => {
    const register = createMemoryRegister();
    await upload(register, ...uploads);
    register.checkPair = () => [];
    register.assess = (document) => {
      const { reports, rejection } = assessFake(document);
      const finding = {
        rule: "new/rule",
        severity: "info" as const,
        message: "",
        cells: [],
        expected: null,
        actual: null,
      };
      for (const {
        findings,
        report: { year },
      } of reports)
        if (year === 2022) findings.push({ ...finding, evidence: [] });
      return { reports, rejection };
    };
    const told = await assessAgain(register, order);
    expect(new Set(told.map(({ year }) => year))).toEqual(new Set([2022]));
    const items = register.records.dump();
    expect(findRules(items, agency, 2022)).toEqual(["new/rule"]);
    expect(findReport(items, agency, 2022)).toMatchObject({ verdict: "consistent", infos: 1 });
  },
);
