import { readFileSync } from "node:fs";
import { GetObjectCommand, PutObjectCommand } from "@aws-sdk/client-s3";
import { afterAll, beforeEach, expect, test } from "vitest";
import { createAssessHandler } from "../../functions/assess/handler.ts";
import { readDocument } from "../../lib/document/read-document.ts";
import { alertSchema } from "../../lib/notice/alert.ts";
import { type Extraction, extractionKey } from "../../lib/record/extraction.ts";
import { startEmbedded } from "../support/embedded.ts";
import { lambdaContext, toNotification, toQueueEvent } from "../support/queue-event.ts";
import { type FakeUpload, toFakeExtraction } from "../support/register.ts";
import { findReport, findRules } from "../support/view-register.ts";

const embedded = await startEmbedded();
afterAll(() => embedded.stop());
const { s3 } = embedded.clients;

let table: string;
beforeEach(async () => {
  table = await embedded.createTable();
  await embedded.takeAlerts();
});

function createHandler(more: Record<string, string> = {}, options: Parameters<typeof createAssessHandler>[2] = {}) {
  const environment = {
    DOCUMENTS_BUCKET: "documents",
    TABLE_NAME: table,
    ALERTS_TOPIC_ARN: embedded.topicArn,
    POWERTOOLS_LOG_LEVEL: "SILENT",
    ...more,
  };
  return createAssessHandler(environment, embedded.clients, { now: () => "2026-02-01T00:00:00.000Z", ...options });
}

/** Reads a fixture as `extract` would have, and answers its extract result. */
async function read(name: string, upload: Omit<FakeUpload, "key">): Promise<Extraction> {
  const bytes = new Uint8Array(readFileSync(new URL(`../fixtures/demo/${name}`, import.meta.url)));
  const { origin } = toFakeExtraction({ key: name, ...upload });
  const result = await readDocument(bytes, name);
  if (result.status === "rejected") throw new Error(result.rejection.code);
  const { document } = result;
  return { schemaVersion: 1, outcome: "read", origin, sha256: document.source.sha256, document };
}

async function store(extraction: Extraction) {
  const key = extractionKey(extraction.origin);
  await s3.send(new PutObjectCommand({ Bucket: "documents", Key: key, Body: JSON.stringify(extraction) }));
  return toNotification({ bucket: "documents", key });
}

const wrongCell = "4-wrong-cell-北河街道2023.txt";

test("a real report becomes items, a page and an alert as the contract has them", async () => {
  const event = toQueueEvent([await store(await read(wrongCell, { at: 1 }))]);
  expect(await createHandler()(event, lambdaContext)).toEqual({ batchItemFailures: [] });
  const items = await embedded.dump(table);
  const report = items.find(({ sk }) => sk === "REPORT#2023")!;
  const { agency } = report as unknown as { agency: string };
  expect(report).toMatchObject({
    pk: `AGENCY#${agency}`,
    year: 2023,
    template: "2021",
    verdict: "inconsistent",
    source: { bucket: "uploads", key: wrongCell, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
    assessedAt: "2026-02-01T00:00:00.000Z",
  });
  const findings = items.filter(({ sk }) => sk.startsWith("FINDING#2023#"));
  expect(findings.filter(({ severity }) => severity === "error")).toHaveLength(report["errors"] as number);
  expect(findings[0]).toMatchObject({
    rule: expect.any(String),
    message: expect.any(String),
    cells: expect.any(Array),
  });
  expect(items.every((item) => Object.values(item).every((value) => value !== ""))).toBe(true);

  const [told, ...others] = await embedded.takeAlerts();
  expect(others).toEqual([]);
  expect(alertSchema.parse(told!.alert)).toMatchObject({
    type: "report.assessed",
    agency,
    year: 2023,
    verdict: "inconsistent",
  });
  expect(told!.attributes).toMatchObject({
    type: "report.assessed",
    agency,
    year: "2023",
    verdict: "inconsistent",
    severity: "error",
  });
  expect(JSON.parse(told!.attributes["rules"]!)).toEqual(expect.arrayContaining([findings[0]!["rule"]]));

  const page = await s3.send(
    new GetObjectCommand({ Bucket: "documents", Key: told!.alert.page!.replace("s3://documents/", "") }),
  );
  expect(page.ContentType).toBe("text/html; charset=utf-8");
  expect(await page.Body!.transformToString()).toContain(agency);
});

test("the same event again changes nothing and tells nothing; a page that cannot be made loses no record", async () => {
  const event = toQueueEvent([await store(await read(wrongCell, { at: 1 }))]);
  const renderPage = async () => {
    throw new Error("no page");
  };
  const handler = createHandler({}, { renderPage });
  await handler(event, lambdaContext);
  const items = await embedded.dump(table);
  expect(items.some(({ sk }) => sk === "REPORT#2023")).toBe(true);
  expect(await embedded.takeAlerts()).toMatchObject([{ alert: { page: null } }]);
  await handler(event, lambdaContext);
  expect(await embedded.dump(table)).toEqual(items);
  expect(await embedded.takeAlerts()).toEqual([]);
});

test("a batch of two years of one agency, the later first, finds what does not hold between them", async () => {
  const names = ["7-carry-over-break-松溪坪县教育局2024.txt", "6-松溪坪县教育局2023.txt"];
  const bodies = await Promise.all(names.map(async (name, at) => store(await read(name, { at }))));
  await createHandler()(toQueueEvent(bodies), lambdaContext);
  const agency = "松溪坪县教育局";
  const items = await embedded.dump(table);
  expect(findRules(items, agency, 2024)).toContain("history/carry-over");
  expect(findReport(items, agency, 2024)).toMatchObject({ verdict: "inconsistent" });
  const years = (await embedded.takeAlerts()).map(({ alert }) => alert.year);
  expect(years.sort()).toEqual([2023, 2024, 2024]);
});

test("the roster in the documents bucket settles names and gives regions; one that is no roster is left aside", async () => {
  const upload = (agency: string, at: number) =>
    toFakeExtraction({ key: `${at}.txt`, at, reports: [{ agency, year: 2022 }] });
  const putRoster = (Body: string) =>
    s3.send(new PutObjectCommand({ Bucket: "documents", Key: "config/roster.csv", Body }));
  const { assessFake } = await import("../support/register.ts");
  await putRoster("agency,parent,region,code,aliases\n青川市人民政府,,云岭省,,青川市府\n");
  await createHandler({}, { assess: assessFake })(toQueueEvent([await store(upload("青川市府", 1))]), lambdaContext);
  expect(findReport(await embedded.dump(table), "青川市人民政府", 2022)).toMatchObject({ region: "云岭省" });
  await putRoster('"');
  const answer = await createHandler({}, { assess: assessFake })(
    toQueueEvent([await store(upload("白水县", 2))]),
    lambdaContext,
  );
  expect(answer.batchItemFailures).toEqual([]);
  expect(findReport(await embedded.dump(table), "白水县", 2022)).toBeDefined();
});

test("messages of the rules follow the language option", async () => {
  const event = toQueueEvent([await store(await read(wrongCell, { at: 1 }))]);
  await createHandler({ LANGUAGE: "en" })(event, lambdaContext);
  const [told] = await embedded.takeAlerts();
  expect(told!.alert.findings[0]!.message).toMatch(/[a-z]{3}/);
});

test("an assessment that breaks on the last try is recorded as failed, told, and still comes to the dead letters", async () => {
  const assess = () => {
    throw new Error("out of order");
  };
  const handler = createHandler({}, { assess });
  const body = await store(await read(wrongCell, { at: 1 }));
  const failed = { batchItemFailures: [{ itemIdentifier: "message-0" }] };
  expect(await handler(toQueueEvent([body]), lambdaContext)).toEqual(failed);
  expect(await embedded.dump(table)).toEqual([]);
  expect(await handler(toQueueEvent([body], 6), lambdaContext)).toEqual(failed);
  expect((await embedded.dump(table)).find(({ sk }) => sk === "DOCUMENT")).toMatchObject({ status: "failed" });
  const [told] = await embedded.takeAlerts();
  expect(told).toMatchObject({
    alert: { type: "document.failed" },
    attributes: { type: "document.failed", severity: "none" },
  });
  expect(Object.keys(told!.attributes).sort()).toEqual(["severity", "type"]);
  // Redriven once the fault is mended, it comes to the end that it would have had.
  await createHandler()(toQueueEvent([body]), lambdaContext);
  expect((await embedded.dump(table)).filter(({ status }) => status === "failed")).toEqual([]);
});

test("an assessment whose every try was killed is recorded as failed without another", async () => {
  const assess = () => expect.unreachable("one try too many");
  const body = await store(await read(wrongCell, { at: 1 }));
  const failed = { batchItemFailures: [{ itemIdentifier: "message-0" }] };
  expect(await createHandler({}, { assess })(toQueueEvent([body], 7), lambdaContext)).toEqual(failed);
  expect((await embedded.dump(table)).find(({ sk }) => sk === "DOCUMENT")).toMatchObject({ status: "failed" });
  expect(await embedded.takeAlerts()).toMatchObject([{ alert: { type: "document.failed" } }]);
  // What had come to its end before the kill stands.
  await createHandler()(toQueueEvent([body]), lambdaContext);
  await embedded.takeAlerts();
  const before = await embedded.dump(table);
  expect(await createHandler({}, { assess })(toQueueEvent([body], 7), lambdaContext)).toEqual(failed);
  expect(await embedded.dump(table)).toEqual(before);
  expect(await embedded.takeAlerts()).toEqual([]);
});

test("an environment without a table is refused when the function starts", () => {
  expect(() => createHandler({ TABLE_NAME: "" })).toThrow();
});

test("what a hostile report may say is stored and told all the same", async () => {
  const cells = {
    "applications.granted.total": 1e300,
    "applications.other.total": 1e-300,
    "fees.a.b": 1e21,
    "fees.a.c": -0.5,
  };
  const reports = [{ agency: "云岭\u0001县\ud800\uffff局", year: 2022, cells, broken: ["a/\ud800\uffff\u0001"] }];
  const { assessFake } = await import("../support/register.ts");
  const event = toQueueEvent([await store(toFakeExtraction({ key: "a.txt", at: 1, reports }))]);
  const handler = createHandler({}, { assess: assessFake });
  expect(await handler(event, lambdaContext)).toEqual({ batchItemFailures: [] });
  const report = findReport(await embedded.dump(table), "云岭县局", 2022);
  expect(report).toMatchObject({ statistics: { applications: { granted: { total: null }, other: { total: null } } } });
  const [told] = await embedded.takeAlerts();
  expect(told!.attributes["agency"]).toBe("云岭县局");
  expect(await handler(event, lambdaContext)).toEqual({ batchItemFailures: [] });
  expect(await embedded.takeAlerts()).toEqual([]);
});
