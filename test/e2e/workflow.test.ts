import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { DeleteObjectCommand, GetObjectCommand, PutObjectCommand } from "@aws-sdk/client-s3";
import { SendMessageCommand } from "@aws-sdk/client-sqs";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { createFolder, runStack } from "../local/run-stack.ts";
import { generateMany } from "../support/generator/write-many.ts";
import { sharedFolder } from "../support/shared-material.ts";
import { queryItems, subscribeQueue } from "./read-results.ts";
import { countDeadLetters, settle } from "./settle.ts";

const { folder, remove } = createFolder();
const problems: string[] = [];
const stack = await runStack({ folder, report: (problem) => problems.push(problem) });
const { s3, sqs } = stack.clients;
const takeAlerts = await subscribeQueue(stack, "all-alerts");
const takeWrong = await subscribeQueue(stack, "wrong-alerts", { verdict: ["inconsistent"] });

const fixtures = fileURLToPath(new URL("../fixtures", import.meta.url));
/** Four agencies, two sound years each; then one with a wrong cell. */
const reports = [...generateMany({ count: 8, years: [2022, 2023], seed: 7, formats: ["txt"] })];
const broken = [...generateMany({ count: 10, years: [2022, 2023], broken: 1, formats: ["html"] })][8]!;
const [sound, other] = [reports[0]!, reports[2]!];

afterEach(async () => {
  await takeAlerts();
  await takeWrong();
  expect(problems.splice(0)).toEqual([]);
});

afterAll(async () => {
  await stack.stop();
  remove();
});

/** Uploads and waits until everything that follows from it is done; answers the alerts. */
async function upload(files: Record<string, Uint8Array | string>) {
  const Bucket = stack.addresses.uploadsBucket;
  for (const [Key, Body] of Object.entries(files)) {
    await s3.send(new PutObjectCommand({ Bucket, Key, Body, ContentLength: Buffer.byteLength(Body) }));
  }
  await settle(stack.clients);
  return takeAlerts();
}

const documentOf = async (sha256: string) => (await queryItems(stack, `DOCUMENT#${sha256}`))[0];

async function reportOf(agency: string, year: number) {
  return (await queryItems(stack, `AGENCY#${agency}`)).find(({ sk }) => sk === `REPORT#${year}`);
}

describe("a report", () => {
  it("goes from upload to record, page and alert with exactly its figures", async () => {
    const alerts = await upload({ "in/中文 +%.txt": sound.bytes });
    const { agency, year, statistics } = sound;
    expect(alerts).toMatchObject([{ type: "report.assessed", agency, year, verdict: "consistent", rejection: null }]);
    const report = await reportOf(agency, year);
    expect(report).toMatchObject({ agency, year, verdict: "consistent", errors: 0, statistics });
    expect(report?.["source"]).toMatchObject({ bucket: stack.addresses.uploadsBucket, key: "in/中文 +%.txt" });
    expect(report?.["assessedAt"]).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
    expect(await documentOf(report?.["source"].sha256)).toMatchObject({
      status: "assessed",
      reports: [{ agency, year }],
    });
    const page = new URL(alerts[0]!["page"]);
    const { Body } = await s3.send(
      new GetObjectCommand({ Bucket: page.hostname, Key: decodeURIComponent(page.pathname.slice(1)) }),
    );
    expect(await Body?.transformToString()).toContain(agency);
  });

  it("uploaded again changes nothing and is told once", async () => {
    const before = await reportOf(sound.agency, sound.year);
    expect(await upload({ "in/中文 +%.txt": sound.bytes })).toEqual([]);
    const after = await reportOf(sound.agency, sound.year);
    const told = ["verdict", "errors", "warnings", "statistics", "source", "assessedAt"];
    for (const name of told) expect(after?.[name]).toEqual(before?.[name]);
  });

  it("that is wrong has its findings beside it, and reaches those who asked for wrong ones only", async () => {
    await takeWrong();
    const alerts = await upload({ "wrong.html": broken.bytes, "empty.txt": "" });
    const { agency, year } = broken;
    expect(alerts.find((alert) => alert["agency"] === agency)).toMatchObject({ verdict: "inconsistent" });
    expect((await takeWrong()).map((alert) => alert["agency"])).toEqual([agency]);
    const items = await queryItems(stack, `AGENCY#${agency}`);
    const rules = items.filter(({ sk }) => sk.startsWith(`FINDING#${year}#`)).map(({ rule }) => rule);
    expect(rules).toContain("applications/applicant-sum");
  });

  it("that is deleted is marked withdrawn", async () => {
    await s3.send(new DeleteObjectCommand({ Bucket: stack.addresses.uploadsBucket, Key: "wrong.html" }));
    await settle(stack.clients);
    expect(await takeAlerts()).toMatchObject([{ type: "report.withdrawn", agency: broken.agency }]);
    expect(await reportOf(broken.agency, broken.year)).toHaveProperty("withdrawnAt");
  });

  it("is read out of 12 MB of other text", async () => {
    const padding = Buffer.from(`${"这一行与年度报告没有关系，只是让文件变大。".repeat(4)}\n`.repeat(50_000));
    const bytes = Buffer.concat([Buffer.from(other.bytes), Buffer.from("\n"), padding]);
    expect(bytes.length).toBeGreaterThan(12_000_000);
    const alerts = await upload({ "long.txt": bytes });
    expect(alerts).toMatchObject([{ agency: other.agency, year: other.year, source: { key: "long.txt" } }]);
  });
});

describe("what cannot be read", () => {
  const folderOfRejections = join(fixtures, "rejections");

  it.each(readdirSync(folderOfRejections))("%s gets its code in the table and in an alert", async (file) => {
    const code = [
      "no-report",
      "pdf-no-text",
      "pdf-encrypted",
      "pdf-corrupt",
      "undecodable-text",
      "unsupported-type",
      "empty",
    ].find((known) => file.startsWith(known));
    const [alert, ...more] = await upload({ [`bad/${file}`]: readFileSync(join(folderOfRejections, file)) });
    expect(more).toEqual([]);
    expect(alert).toMatchObject({ type: "document.rejected", rejection: { code } });
    expect(await documentOf(alert!["source"].sha256)).toMatchObject({ status: "rejected", rejection: { code } });
  });

  it("is too large over 50 MB", async () => {
    const [alert] = await upload({ "large.pdf": Buffer.alloc(50 * 1024 * 1024 + 1) });
    expect(alert).toMatchObject({ type: "document.rejected", rejection: { code: "too-large" } });
  });

  it("is too complex with more lines than anybody writes", async () => {
    const [alert] = await upload({ "lines.txt": "a\n".repeat(1_000_001) });
    expect(alert).toMatchObject({ type: "document.rejected", rejection: { code: "too-complex" } });
  });

  it("is gone when its object was deleted before it was read", async () => {
    const QueueUrl = `${stack.addresses.endpoint}/000000000000/gouji-extract-input-queue`;
    const object = { key: "never-there.pdf", size: 10, eTag: "0123456789abcdef0123456789abcdef", sequencer: "0FF" };
    const record = {
      eventSource: "aws:s3",
      eventName: "ObjectCreated:Put",
      eventTime: "2026-01-31T08:00:00.000Z",
      s3: { bucket: { name: stack.addresses.uploadsBucket }, object },
    };
    await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: JSON.stringify({ Records: [record] }) }));
    await settle(stack.clients);
    expect(await takeAlerts()).toMatchObject([{ type: "document.rejected", rejection: { code: "object-gone" } }]);
  });

  it("is nothing at all for S3's test event and for a folder's marker", async () => {
    for (const stage of ["extract", "assess"]) {
      const QueueUrl = `${stack.addresses.endpoint}/000000000000/gouji-${stage}-input-queue`;
      await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: JSON.stringify({ Event: "s3:TestEvent" }) }));
    }
    expect(await upload({ "folder/": "" })).toEqual([]);
    expect(await countDeadLetters(stack.clients)).toBe(0);
  });
});

describe("two years of one agency", () => {
  const [first, second] = [reports.slice(4, 6), reports.slice(6, 8)];
  it.each([
    ["in order", first, [0, 1]],
    ["the later first", second, [1, 0]],
  ])("uploaded %s are both consistent and each told once", async (_, pair, order) => {
    const alerts = [];
    for (const index of order) alerts.push(...(await upload({ [pair[index]!.name]: pair[index]!.bytes })));
    const verdicts = await Promise.all(
      pair.map(async ({ agency, year }) => (await reportOf(agency, year))?.["verdict"]),
    );
    expect(verdicts).toEqual(["consistent", "consistent"]);
    expect(alerts.map(({ year }) => year)).toEqual(order.map((index) => pair[index]!.year));
  });
});

const seeds = sharedFolder("seeds");

describe.skipIf(!seeds)("the real reports", () => {
  it("are eight in five files, each told once", async () => {
    const files = readdirSync(seeds!).filter((name) => name.endsWith(".txt"));
    const alerts = await upload(Object.fromEntries(files.map((name) => [name, readFileSync(join(seeds!, name))])));
    const told = new Set(alerts.map((alert) => `${alert["agency"]} ${alert["year"]}`));
    expect(alerts.every((alert) => alert["type"] === "report.assessed")).toBe(true);
    expect(told.size).toBe(8);
    expect(
      alerts.filter(({ alertId }, index) => alerts.findIndex((other) => other["alertId"] === alertId) !== index),
    ).toEqual([]);
  });
});
