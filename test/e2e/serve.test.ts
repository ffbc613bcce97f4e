import { once } from "node:events";
import { PutObjectCommand } from "@aws-sdk/client-s3";
import { GetQueueAttributesCommand, type QueueAttributeName, SendMessageBatchCommand } from "@aws-sdk/client-sqs";
import { afterAll, describe, expect, it } from "vitest";
import { createFolder, waitFor } from "../local/run-stack.ts";
import { generateMany } from "../support/generator/write-many.ts";
import { queryItems, subscribeQueue } from "./read-results.ts";
import { type ServeProcess, serve, startServe } from "./serve-process.ts";
import { countDeadLetters, settle } from "./settle.ts";

const running: ServeProcess[] = [];
const folders = [createFolder(), createFolder(), createFolder()];
const reports = [...generateMany({ count: 30, years: [2023], broken: 0.3, formats: ["txt", "html"] })];

afterAll(async () => {
  for (const each of running) await each.end("SIGKILL");
  for (const { remove } of folders) remove();
});

async function start(folder: string): Promise<ServeProcess> {
  const started = await serve(folder);
  running.push(started);
  return started;
}

const put = ({ clients, addresses }: ServeProcess, { name, bytes }: (typeof reports)[number]) =>
  clients.s3.send(new PutObjectCommand({ Bucket: addresses.uploadsBucket, Key: name, Body: bytes }));

const findReport = async (stack: ServeProcess, { agency, year }: (typeof reports)[number]) =>
  (await queryItems(stack, `AGENCY#${agency}`)).find(({ sk }) => sk === `REPORT#${year}`);

describe("gouji serve", () => {
  it("prints one line, refuses a second process, ends in order and keeps everything over a restart", async () => {
    const { folder } = folders[0]!;
    const first = await start(folder);
    expect(Object.keys(first.addresses)).toEqual([
      "endpoint",
      "dynamodbEndpoint",
      "region",
      "uploadsBucket",
      "documentsBucket",
      "table",
      "alertsTopicArn",
      "digestTopicArn",
    ]);
    const second = startServe(folder);
    let complaint = "";
    second.stderr?.on("data", (chunk) => {
      complaint += chunk;
    });
    expect(await once(second, "exit")).toEqual([2, null]);
    expect(complaint).toContain("another process");
    const takeAlerts = await subscribeQueue(first, "kept-alerts");
    await put(first, reports[0]!);
    await waitFor(() => findReport(first, reports[0]!));
    await settle(first.clients);
    const before = await findReport(first, reports[0]!);
    expect(await takeAlerts()).toHaveLength(1);
    expect(first.output().trimEnd().split("\n")).toHaveLength(1);
    expect(await first.end("SIGTERM")).toBe(0);

    const again = await start(folder);
    expect(await findReport(again, reports[0]!)).toEqual(before);
    await put(again, reports[0]!);
    await put(again, reports[1]!);
    await settle(again.clients);
    expect(await findReport(again, reports[1]!)).toBeDefined();
    const takeAgain = await subscribeQueue(again, "kept-alerts");
    expect((await takeAgain()).map(({ agency }) => agency)).toEqual([reports[1]!.agency]);
    expect(await again.end("SIGINT")).toBe(0);
  }, 120_000);

  it("ends also when nobody reads what it tells on standard error", async () => {
    const { folder } = folders[2]!;
    const stack = await serve(folder, { readsErrors: false });
    running.push(stack);
    const QueueUrl = `${stack.addresses.endpoint}/000000000000/gouji-extract-input-queue`;
    const Entries = Array.from({ length: 10 }, (_, index) => ({ Id: String(index), MessageBody: "no event" }));
    for (let batch = 0; batch < 40; batch += 1)
      await stack.clients.sqs.send(new SendMessageBatchCommand({ QueueUrl, Entries }));
    const AttributeNames: QueueAttributeName[] = ["ApproximateNumberOfMessages"];
    await waitFor(async () => {
      const command = new GetQueueAttributesCommand({ QueueUrl, AttributeNames });
      return (await stack.clients.sqs.send(command)).Attributes?.["ApproximateNumberOfMessages"] === "0";
    });
    expect(await stack.end("SIGTERM")).toBe(0);
  }, 60_000);

  it("loses nothing when it is killed again and again in the middle of its work", async () => {
    const { folder } = folders[1]!;
    const ids = new Map<string, Set<string>>();
    for (let round = 0; round < 3; round += 1) {
      const stack = await start(folder);
      if (round === 0) await subscribeQueue(stack, "killed-alerts");
      await Promise.all(reports.slice(round * 10, round * 10 + 10).map((report) => put(stack, report)));
      await new Promise((resolve) => setTimeout(resolve, round * 150));
      await stack.end("SIGKILL");
    }
    const last = await start(folder);
    const takeAlerts = await subscribeQueue(last, "killed-alerts");
    await settle(last.clients);
    for (const alert of await takeAlerts()) {
      const key: string = alert["source"].key;
      ids.set(key, (ids.get(key) ?? new Set()).add(alert["alertId"]));
    }
    for (const report of reports) {
      const verdict = report.brokenCell === null ? "consistent" : "inconsistent";
      expect(await findReport(last, report), report.name).toMatchObject({ verdict, statistics: report.statistics });
      expect(ids.get(report.name)?.size, report.name).toBe(1);
    }
    expect(await countDeadLetters(last.clients)).toBe(0);
    await last.end("SIGTERM");
  }, 180_000);
});
