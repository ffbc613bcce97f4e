import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import * as dynamodb from "@aws-sdk/client-dynamodb";
import * as s3 from "@aws-sdk/client-s3";
import * as sns from "@aws-sdk/client-sns";
import * as sqs from "@aws-sdk/client-sqs";
import { createClients, type LocalClients } from "../lib/local/create-clients.ts";
import { startLocalStack } from "../lib/local/start-local-stack.ts";
import { serve } from "../test/e2e/serve-process.ts";
import { settle } from "../test/e2e/settle.ts";
import { generateMany, type ManyItem } from "../test/support/generator/write-many.ts";
import { type Call, noteCalls } from "./count-calls.ts";
import { countUsage, type Usage } from "./count-usage.ts";
import { time } from "./measure.ts";
import type { Row } from "./row.ts";

const emulators = fileURLToPath(new URL("children/emulators.ts", import.meta.url));
const commands = { ...s3, ...sqs, ...sns, ...dynamodb } as unknown as Record<string, new (input: object) => never>;

async function upload(clients: LocalClients, bucket: string, reports: IterableIterator<ManyItem>, atOnce: number) {
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (const { name, bytes } of reports)
        await clients.s3.send(new s3.PutObjectCommand({ Bucket: bucket, Key: name, Body: bytes }));
    }),
  );
}

/** Runs reports through a local stack in this process and answers every call that was made for them. */
async function collectCalls(count: number, folder: string): Promise<Call[]> {
  const calls: Call[] = [];
  const handlers = await noteCalls(calls);
  const stack = await startLocalStack({ folder, handlers });
  try {
    calls.length = 0;
    await upload(stack.clients, stack.addresses.uploadsBucket, generateMany({ count, broken: 0.1 }), 2);
    await settle(stack.clients, 120);
  } finally {
    await stack.stop();
  }
  // The bench's own looks at the queues, and receives that found nothing, are no work for a report.
  return calls.filter(
    ({ name, output }) =>
      !/GetQueue/.test(name) && (!name.startsWith("ReceiveMessage") || (output["Messages"] as unknown[])?.length > 0),
  );
}

function cpuOf(child: ChildProcess): Promise<number> {
  child.send("cpu");
  return once(child, "message").then(([milliseconds]) => milliseconds as number);
}

/**
 * The CPU milliseconds that the emulators alone need for one of the same calls, made one after the other; the first `warmUp` calls
 * are not counted.
 */
async function replay(calls: readonly Call[], warmUp: number, folder: string): Promise<number> {
  const child = fork(emulators, [folder], { stdio: ["ignore", "ignore", "inherit", "ipc"] });
  const [endpoints] = (await once(child, "message")) as [{ endpoint: string; dynamodbEndpoint: string }];
  const clients = createClients(endpoints);
  const handles = new Map<string, { Id: string; ReceiptHandle: string }[]>();
  let before = 0;
  for (const [index, { client, name, input, output }] of calls.entries()) {
    if (index === warmUp) before = await cpuOf(child);
    const QueueUrl = String(input["QueueUrl"] ?? "");
    if (name.startsWith("ReceiveMessage")) {
      const bodies = (output["Messages"] as { Body: string }[]).map(({ Body }) => Body);
      // What the notifications of S3 and SNS put into the queue.
      for (const MessageBody of bodies) await clients.sqs.send(new sqs.SendMessageCommand({ QueueUrl, MessageBody }));
      const asked = { ...input, WaitTimeSeconds: 0 } as sqs.ReceiveMessageCommandInput;
      const { Messages = [] } = await clients.sqs.send(new sqs.ReceiveMessageCommand(asked));
      const received = Messages.map((one, at) => ({ Id: String(at), ReceiptHandle: one.ReceiptHandle! }));
      handles.set(QueueUrl, [...(handles.get(QueueUrl) ?? []), ...received]);
      continue;
    }
    if (name.startsWith("DeleteMessage")) {
      const Entries = (handles.get(QueueUrl) ?? []).splice(0, 10).map((one, at) => ({ ...one, Id: String(at) }));
      if (Entries.length > 0) await clients.sqs.send(new sqs.DeleteMessageBatchCommand({ QueueUrl, Entries }));
      continue;
    }
    // A condition may hold no longer, an object may not be there: the emulator has done its work all the same.
    const answer = (clients[client] as s3.S3Client).send(new commands[name]!(input)) as unknown as Promise<{
      Body?: never;
    }>;
    const { Body } = await answer.catch(() => ({ Body: undefined }));
    if (Body) await (Body as { transformToByteArray(): Promise<Uint8Array> }).transformToByteArray();
  }
  const used = (await cpuOf(child)) - before;
  child.disconnect();
  await once(child, "exit");
  return used / (calls.length - warmUp);
}

/** Waits until every upload has its result: the digest's mail may still be gathering. */
async function settleResults({ sqs: client }: LocalClients): Promise<void> {
  const stages = ["extract", "assess"].map((stage) => `gouji-${stage}-input-queue`);
  const AttributeNames: sqs.QueueAttributeName[] = ["All"];
  for (let quiet = 0; quiet < 2; await new Promise((resolve) => setTimeout(resolve, 50))) {
    let left = 0;
    for (const QueueName of stages) {
      const { QueueUrl } = await client.send(new sqs.GetQueueUrlCommand({ QueueName }));
      const { Attributes = {} } = await client.send(new sqs.GetQueueAttributesCommand({ QueueUrl, AttributeNames }));
      left += Number(Attributes.ApproximateNumberOfMessages ?? 0);
      left += Number(Attributes.ApproximateNumberOfMessagesNotVisible ?? 0);
    }
    quiet = left === 0 ? quiet + 1 : 0;
  }
}

/** Reports a second through `gouji serve` as a process of its own, from the first upload to the last stored result. */
async function measureRate(count: number, warmUp: number, folder: string): Promise<number> {
  // Making the reports is no work of the stack.
  const first = [...generateMany({ count: warmUp, seed: 9 })];
  const reports = [...generateMany({ count, broken: 0.1 })];
  const stack = await serve(folder);
  try {
    const { uploadsBucket } = stack.addresses;
    const uploader = createClients(stack.addresses, { sign: false });
    await upload(uploader, uploadsBucket, first.values(), 2);
    await settle(stack.clients, 120);
    const milliseconds = await time(async () => {
      await upload(uploader, uploadsBucket, reports.values(), 8);
      await settleResults(stack.clients);
    });
    return (count / milliseconds) * 1000;
  } finally {
    await stack.end("SIGTERM");
  }
}

/** The local stack's reports a second against the limit that the emulators set, in turn; and what a report uses of AWS. */
export async function measureLocalStack(): Promise<{ rows: Row[]; usage: Usage }> {
  const folder = mkdtempSync(join(tmpdir(), "gouji-bench-"));
  const [sample, warmUp, rounds] = [180, 100, 2];
  try {
    const calls = await collectCalls(sample, join(folder, "count"));
    const callsPerReport = calls.length / sample;
    const limits: number[] = [];
    const rates: number[] = [];
    for (let round = 0; round < rounds; round++) {
      const perCall = await replay(calls, Math.round(warmUp * callsPerReport), join(folder, `replay-${round}`));
      limits.push(1000 / (callsPerReport * perCall));
      rates.push(await measureRate(1000, warmUp, join(folder, `serve-${round}`)));
    }
    const shares = rates.map((rate, at) => rate / limits[at]!);
    // What else the machine does can only lower a figure: the best round of each counts.
    const limit = Math.max(...limits);
    const rate = Math.max(...rates);
    const perCall = 1000 / (callsPerReport * limit);
    const rows: Row[] = [
      {
        id: "stack/rate",
        what: "local stack, reports a second from upload to stored result",
        against: `${callsPerReport.toFixed(1)} AWS calls a report × the emulators' ${perCall.toFixed(2)} ms`,
        anchor: limit,
        ours: rate,
        unit: "1/s",
        kind: "share",
        value: rate / limit,
        low: Math.min(...shares),
        high: Math.max(...shares),
        reach: { limit: 0.6, atLeast: true },
      },
    ];
    return { rows, usage: countUsage(calls, sample) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
