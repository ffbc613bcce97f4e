import { expect, test } from "vitest";
import { toRoster } from "../../lib/record/roster.ts";
import { createMemoryRegister, type FakeReport } from "../support/register.ts";
import { findReport, findRules, upload } from "../support/view-register.ts";

const agency = "云岭县教育局";
const carriedForward = "applications.carriedForward.total";
const carriedOver = "applications.carriedOver.total";
const report = (year: number, cells: FakeReport["cells"] = {}, broken: string[] = []): FakeReport[] => [
  { agency, year, cells, broken },
];

test("a report is stored with its findings, its document and one alert", async () => {
  const register = createMemoryRegister();
  const reports = report(2022, { "applications.granted.total": 4 }, ["applications/balance"]);
  const [alert, ...others] = await upload(register, { key: "a.txt", at: 1, reports });
  const items = register.records.dump();
  expect(others).toEqual([]);
  expect(alert).toMatchObject({ type: "report.assessed", agency, year: 2022, verdict: "inconsistent", changes: null });
  expect(alert).toMatchObject({
    counts: { error: 1, warning: 0, info: 0 },
    page: expect.stringMatching(/^s3:\/\/documents\/pages\//),
  });
  expect(findReport(items, agency, 2022)).toMatchObject({
    agency,
    year: 2022,
    template: "2021",
    verdict: "inconsistent",
    errors: 1,
    warnings: 0,
    statistics: { applications: { granted: { total: 4 } } },
    source: { bucket: "uploads", key: "a.txt" },
    assessedAt: "2026-02-01T00:00:00.000Z",
    yearKey: expect.stringMatching(/^YEAR#2022#[0-7]$/),
  });
  expect(findRules(items, agency, 2022)).toEqual(["applications/balance"]);
  const document = items.find(({ sk }) => sk === "DOCUMENT");
  expect(document).toMatchObject({
    pk: `DOCUMENT#${alert!.source.sha256}`,
    status: "assessed",
    rejection: null,
    reports: [{ agency, year: 2022 }],
    sources: [{ bucket: "uploads", key: "a.txt" }],
  });
});

test("the same content under the same key is told once and changes no result", async () => {
  const register = createMemoryRegister();
  const reports = report(2022, {}, ["applications/balance"]);
  await upload(register, { key: "a.txt", at: 1, reports });
  const before = findReport(register.records.dump(), agency, 2022)!;
  expect(await upload(register, { key: "a.txt", at: 5, reports }, { key: "a.txt", at: 1, reports })).toEqual([]);
  const { basis, revision, eventTime, extraction, ...after } = findReport(register.records.dump(), agency, 2022)!;
  expect(before).toMatchObject(after);
});

test("other content replaces the result, says what changed, and a return to earlier content is told again", async () => {
  const register = createMemoryRegister();
  const first = { key: "a.txt", reports: report(2022, { [carriedOver]: 3 }, ["applications/balance"]) };
  const second = { key: "a.txt", reports: report(2022, { [carriedOver]: 4 }, ["proceedings/outcome-sum"]) };
  const [one] = await upload(register, { ...first, at: 1 });
  const [two] = await upload(register, { ...second, at: 2 });
  expect(two!.changes).toMatchObject({
    previous: one!.source,
    cells: [{ cell: carriedOver, from: 3, to: 4 }],
    newFindings: [{ rule: "proceedings/outcome-sum" }],
    resolvedFindings: [{ rule: "applications/balance" }],
  });
  expect(findRules(register.records.dump(), agency, 2022)).toEqual(["proceedings/outcome-sum"]);
  const [three] = await upload(register, { ...first, at: 3 });
  expect(new Set([one!.alertId, two!.alertId, three!.alertId]).size).toBe(3);
});

test("an older event that comes late changes nothing, and is kept as a version", async () => {
  const register = createMemoryRegister();
  await upload(register, { key: "a.txt", at: 5, reports: report(2022, { [carriedOver]: 5 }) });
  expect(await upload(register, { key: "a.txt", at: 2, reports: report(2022, { [carriedOver]: 2 }) })).toEqual([]);
  const items = register.records.dump();
  expect(findReport(items, agency, 2022)).toMatchObject({
    statistics: { applications: { carriedOver: { total: 5 } } },
  });
  expect(items.filter(({ sk }) => sk.startsWith("VERSION#2022#"))).toHaveLength(2);
});

test("sequencers of different length are compared padded on the right", async () => {
  const { orderOf } = await import("../../lib/record/extraction.ts");
  const order = (sequencer: string | null) => orderOf({ sequencer, eventTime: "2026-01-01T00:00:00.000Z" });
  expect(order("0055AED6DCD90281E5") < order("0055AED6DCD9028200")).toBe(true);
  expect(order("0055AED6DCD9") < order("0055AED6DCD90281E5")).toBe(true);
  expect(order("00AB") === order("00AB00")).toBe(true);
  expect(order(null)).toHaveLength(40);
});

test.each([
  ["the earlier year first", [0, 1]],
  ["the later year first", [1, 0]],
])("a pair of years is checked, %s", async (_, sequence) => {
  const register = createMemoryRegister();
  const uploads = [
    { key: "2021.txt", at: 1, reports: report(2021, { [carriedForward]: 7 }) },
    { key: "2022.txt", at: 2, reports: report(2022, { [carriedOver]: 5 }) },
  ];
  for (const index of sequence) await upload(register, uploads[index]!);
  const items = register.records.dump();
  expect(findRules(items, agency, 2022)).toEqual(["history/carry-over"]);
  expect(findReport(items, agency, 2022)).toMatchObject({ verdict: "inconsistent", errors: 1 });
  const finding = items.find(({ rule }) => rule === "history/carry-over")!;
  expect(finding).toMatchObject({ expected: 7, actual: 5, cells: [carriedOver] });
  expect((finding["evidence"] as { source: string }[]).map(({ source }) => source)).toEqual(["2022.txt", "2021.txt"]);
  expect(register.publisher.told.at(-1)).toMatchObject({ year: 2022, verdict: "inconsistent" });
});

test("when the earlier year is corrected or withdrawn, the later year's finding goes, and that is told", async () => {
  const register = createMemoryRegister();
  const wrong = { key: "2021.txt", at: 1, reports: report(2021, { [carriedForward]: 7 }) };
  await upload(register, wrong, { key: "2022.txt", at: 2, reports: report(2022, { [carriedOver]: 5 }) });
  const corrected = await upload(register, { key: "2021.txt", at: 3, reports: report(2021, { [carriedForward]: 5 }) });
  expect(corrected.map(({ year, verdict }) => [year, verdict])).toEqual([
    [2021, "consistent"],
    [2022, "consistent"],
  ]);
  expect(corrected[1]!.changes).toMatchObject({ resolvedFindings: [{ rule: "history/carry-over" }] });
  await upload(register, { ...wrong, at: 4 });
  expect(findRules(register.records.dump(), agency, 2022)).toEqual(["history/carry-over"]);
  const removed = await upload(register, { key: "2021.txt", at: 5, removed: true });
  expect(removed.map(({ type, year }) => [type, year])).toEqual([
    ["report.withdrawn", 2021],
    ["report.assessed", 2022],
  ]);
  const items = register.records.dump();
  expect(findRules(items, agency, 2022)).toEqual([]);
  expect(findReport(items, agency, 2021)).toMatchObject({ withdrawnAt: "2026-01-01T00:05:00.000Z" });
});

test("two files for one year: the later event counts, both are told, and a deletion falls back to the other", async () => {
  const register = createMemoryRegister();
  const one = { key: "one.txt", at: 1, reports: report(2022, { [carriedOver]: 1 }) };
  const two = { key: "two.txt", at: 2, reports: report(2022, { [carriedOver]: 2 }) };
  await upload(register, two);
  const [conflict] = await upload(register, one);
  expect(conflict!.findings).toMatchObject([{ rule: "collection/version-conflict", cells: [carriedOver] }]);
  expect(conflict!.findings[0]!.message).toContain("two.txt");
  expect(conflict!.findings[0]!.message).toContain("one.txt");
  expect(findReport(register.records.dump(), agency, 2022)).toMatchObject({ source: { key: "two.txt" }, warnings: 1 });
  const [fallback] = await upload(register, { key: "two.txt", at: 3, removed: true });
  expect(fallback).toMatchObject({ type: "report.assessed", source: { key: "one.txt" }, counts: { warning: 0 } });
  const [gone] = await upload(register, { key: "one.txt", at: 4, removed: true });
  expect(gone).toMatchObject({ type: "report.withdrawn", source: { key: "one.txt" } });
});

test("at the same time the greater key counts", async () => {
  const register = createMemoryRegister();
  const cells = (value: number) => report(2022, { [carriedOver]: value });
  await upload(register, { key: "b.txt", at: 1, reports: cells(1) }, { key: "a.txt", at: 1, reports: cells(2) });
  expect(findReport(register.records.dump(), agency, 2022)).toMatchObject({ source: { key: "b.txt" } });
});

test("the same figures under two keys are no conflict and nothing new", async () => {
  const register = createMemoryRegister();
  const reports = report(2022, { [carriedOver]: 1 });
  await upload(register, { key: "a.txt", at: 1, reports });
  expect(await upload(register, { key: "b.txt", at: 2, reports })).toEqual([]);
  const document = register.records.dump().find(({ sk }) => sk === "DOCUMENT");
  expect(document).toMatchObject({ sources: [{ key: "a.txt" }, { key: "b.txt" }] });
});

test("a rejection is told once for each key, and again when it comes back", async () => {
  const register = createMemoryRegister();
  const bad = { key: "a.pdf", rejected: "pdf-corrupt" as const };
  const [first] = await upload(register, { ...bad, at: 1 });
  expect(first).toMatchObject({
    type: "document.rejected",
    rejection: { code: "pdf-corrupt" },
    agency: null,
    year: null,
  });
  expect(await upload(register, { ...bad, at: 1 }, { ...bad, at: 2 })).toEqual([]);
  expect(await upload(register, { ...bad, key: "b.pdf", at: 3 })).toMatchObject([{ source: { key: "b.pdf" } }]);
  await upload(register, { key: "a.pdf", at: 4, reports: report(2022) });
  const [again] = await upload(register, { ...bad, at: 5 });
  expect(again!.alertId).not.toBe(first!.alertId);
  expect(findReport(register.records.dump(), agency, 2022)).toMatchObject({ withdrawnAt: "2026-01-01T00:05:00.000Z" });
});

test("a failure of the machine is told, is no successor, and is over once the file was read", async () => {
  const register = createMemoryRegister();
  await upload(register, { key: "a.txt", at: 1, reports: report(2022) });
  const [failed] = await upload(register, { key: "a.txt", at: 2, failed: true });
  expect(failed).toMatchObject({ type: "document.failed" });
  const failures = () => register.records.dump().filter(({ status }) => status === "failed");
  expect(failures()).toHaveLength(1);
  expect(findReport(register.records.dump(), agency, 2022)).not.toHaveProperty("withdrawnAt");
});

test("a failure gives way to a later success of the same event, not the reverse", async () => {
  const register = createMemoryRegister();
  const success = { key: "a.txt", at: 2, reports: report(2022) };
  const { toFakeExtraction } = await import("../support/register.ts");
  const { recordExtraction } = await import("../../lib/workflow/record-extraction.ts");
  const { origin } = toFakeExtraction(success);
  const failure = {
    schemaVersion: 1 as const,
    outcome: "failed" as const,
    origin,
    sha256: "f".repeat(64),
    reason: "Error",
  };
  await recordExtraction(register, failure);
  await upload(register, success);
  expect(register.records.dump().filter(({ status }) => status === "failed")).toEqual([]);
  expect(await recordExtraction(register, failure)).toMatchObject({ status: "superseded" });
  expect(findReport(register.records.dump(), agency, 2022)).toBeDefined();
});

test("names that nobody gives stand as unknown; metadata and the roster fill and settle them", async () => {
  const roster = toRoster([
    { agency: "青川市人民政府", parent: null, region: "云岭省", code: null, aliases: ["青川市府"] },
  ]);
  const register = createMemoryRegister({ roster });
  const nameless = [
    { agency: null, year: null },
    { agency: null, year: null },
  ];
  await upload(register, { key: "nameless.txt", at: 1, reports: nameless });
  const unknown = register.records.dump().filter(({ sk }) => sk.startsWith("REPORT#"));
  expect(unknown.map(({ sk }) => sk)).toEqual(["REPORT#UNKNOWN", "REPORT#UNKNOWN-2"]);
  expect(unknown[0]!.pk).toMatch(/^AGENCY#UNKNOWN-[0-9a-f]{12}$/);

  await upload(register, {
    key: "m.txt",
    at: 2,
    reports: [{ agency: null, year: null }],
    metadata: { agency, year: 2020 },
  });
  expect(findReport(register.records.dump(), agency, 2020)).toMatchObject({
    agencyFrom: "metadata",
    yearFrom: "metadata",
  });

  for (const [at, name] of ["青川市府", "青川市政府", "云岭省青川市人民政府"].entries()) {
    await upload(register, { key: `${at}.txt`, at: at + 3, reports: [{ agency: name, year: 2010 + at }] });
    const item = findReport(register.records.dump(), "青川市人民政府", 2010 + at);
    expect(item).toMatchObject({ agencyFrom: "roster", region: "云岭省", regionKey: "REGION#云岭省" });
  }
});

test("a report whose body turns out to be another moves, and leaves nothing behind", async () => {
  const register = createMemoryRegister();
  const uploaded = {
    key: "a.txt",
    at: 1,
    reports: [{ agency: "青川市府", year: 2022, broken: ["applications/balance"] }],
  };
  await upload(register, uploaded);
  register.roster = toRoster([
    { agency: "青川市人民政府", parent: null, region: null, code: null, aliases: ["青川市府"] },
  ]);
  await upload(register, uploaded);
  const items = register.records.dump();
  expect(findReport(items, "青川市府", 2022)).toBeUndefined();
  expect(findRules(items, "青川市府", 2022)).toEqual([]);
  expect(findRules(items, "青川市人民政府", 2022)).toEqual(["applications/balance"]);
});

test("a report that moves while its alert waits: the alert is told first", async () => {
  const register = createMemoryRegister();
  const uploaded = { key: "a.txt", at: 1, reports: [{ agency: "青川市府", year: 2022 }] };
  const { publisher } = register;
  const publish = () => Promise.reject(new Error("out of order"));
  register.publisher = Object.assign(Object.create(publisher), { publish });
  await expect(upload(register, uploaded)).rejects.toThrow("out of order");
  register.publisher = publisher;
  register.roster = toRoster([
    { agency: "青川市人民政府", parent: null, region: null, code: null, aliases: ["青川市府"] },
  ]);
  const told = await upload(register, uploaded);
  expect(told.map(({ agency: name }) => name).sort()).toEqual(["青川市人民政府", "青川市府"].sort());
  expect(findReport(register.records.dump(), "青川市府", 2022)).toBeUndefined();
});

test("a file with more reports than any collection has is refused, not cut", async () => {
  const register = createMemoryRegister();
  const reports = Array.from({ length: 301 }, (_, index) => ({ agency: `第${index}局`, year: 2022 }));
  expect(await upload(register, { key: "a.txt", at: 1, reports })).toMatchObject([
    { rejection: { code: "too-complex" } },
  ]);
});

test("items stay below 400 KB and alerts below 256 KB whatever a report breaks", async () => {
  const long = "错".repeat(3000);
  const register = createMemoryRegister();
  const { assess } = register;
  register.assess = (document, language) => {
    const { reports, rejection } = assess(document, language);
    for (const { findings } of reports) {
      for (let index = 0; index < 700; index++) {
        const evidence = Array.from({ length: 35 }, (_, line) => ({
          text: `${line}${long}`,
          location: { line: line + 1 },
        }));
        const cells = Array.from({ length: 400 }, (_, cell) => `applications.granted.${cell}`);
        findings.push({
          rule: `a/${index}`,
          severity: "error",
          message: long,
          cells,
          expected: index,
          actual: null,
          evidence,
        });
      }
    }
    return { reports, rejection };
  };
  const [alert] = await upload(register, { key: "a.txt", at: 1, reports: report(2022) });
  expect(alert!.counts.error).toBe(700);
  expect(Buffer.byteLength(JSON.stringify(alert))).toBeLessThan(256_000);
  for (const item of register.records.dump()) {
    const { body, ...rest } = item as { body?: Uint8Array };
    const bytes = Buffer.byteLength(JSON.stringify(rest)) + (body?.byteLength ?? 0);
    expect(bytes).toBeLessThan(400_000);
  }
}, 60_000);

test("the same files uploaded every night do not fill the table, and an old event that comes again revives nothing", async () => {
  const register = createMemoryRegister();
  const nightly = (at: number) => ({ key: "a.txt", at, reports: report(2022, { [carriedOver]: 1 }) });
  await upload(register, { ...nightly(0), reports: report(2022, { [carriedOver]: 9 }) });
  const [first, ...others] = await upload(register, ...Array.from({ length: 100 }, (_, at) => nightly(at + 1)));
  expect(first).toMatchObject({ changes: { cells: [{ from: 9, to: 1 }] } });
  expect(others).toEqual([]);
  const versions = () => register.records.dump().filter(({ sk }) => sk.startsWith("VERSION#2022#"));
  expect(versions().length).toBeLessThanOrEqual(31);
  // The one with other content is kept.
  expect(versions()[0]).toMatchObject({ statistics: { applications: { carriedOver: { total: 9 } } } });
  await upload(register, { key: "a.txt", at: 200, removed: true });
  expect(await upload(register, nightly(3), nightly(100))).toEqual([]);
  expect(versions().filter(({ retiredAt }) => retiredAt === undefined)).toEqual([]);
  expect(findReport(register.records.dump(), agency, 2022)).toMatchObject({ withdrawnAt: "2026-01-01T03:20:00.000Z" });
});
