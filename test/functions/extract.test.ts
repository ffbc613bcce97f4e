import { DeleteObjectCommand, GetObjectCommand, ListObjectsV2Command, PutObjectCommand } from "@aws-sdk/client-s3";
import { afterAll, beforeEach, expect, test } from "vitest";
import { createExtractHandler } from "../../functions/extract/handler.ts";
import { type Extraction, extractionSchema } from "../../lib/record/extraction.ts";
import { unreadId } from "../../lib/record/keys.ts";
import { startEmbedded } from "../support/embedded.ts";
import { breakClients, createFaultyCalls, faultKinds } from "../support/faults.ts";
import { lambdaContext, type ObjectChangeSketch, toNotification, toQueueEvent } from "../support/queue-event.ts";
import { toFakeDocument } from "../support/register.ts";

const embedded = await startEmbedded();
afterAll(() => embedded.stop());
const { s3 } = embedded.clients;
const environment = { UPLOADS_BUCKET: "uploads", DOCUMENTS_BUCKET: "documents", POWERTOOLS_LOG_LEVEL: "SILENT" };

/** Stands for `readDocument`: text that begins with "bad" is refused, "crash" breaks the machine. */
const readDocument = async (bytes: Uint8Array, name: string) => {
  const text = Buffer.from(bytes).toString();
  const document = toFakeDocument([{ agency: text, year: 2022 }], name);
  if (text.startsWith("crash")) throw new Error("out of order");
  if (!text.startsWith("bad")) return { status: "read" as const, document };
  return { status: "rejected" as const, source: document.source, rejection: { code: "empty" as const, message: "空" } };
};
const extract = createExtractHandler(environment, embedded.clients, { readDocument });

async function put(key: string, body: string, metadata: Record<string, string> = {}): Promise<ObjectChangeSketch> {
  const { ETag } = await s3.send(new PutObjectCommand({ Bucket: "uploads", Key: key, Body: body, Metadata: metadata }));
  return { key, etag: ETag!.replaceAll('"', ""), size: body.length, sequencer: "01" };
}

async function list(): Promise<string[]> {
  const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket: "documents" }));
  return Contents.map(({ Key }) => Key!);
}

async function results(): Promise<Extraction[]> {
  const bodies = (await list()).map(async (Key) => {
    const { Body } = await s3.send(new GetObjectCommand({ Bucket: "documents", Key }));
    return extractionSchema.parse(JSON.parse(await Body!.transformToString()));
  });
  return Promise.all(bodies);
}

beforeEach(async () => {
  for (const Key of await list()) await s3.send(new DeleteObjectCommand({ Bucket: "documents", Key }));
});

test("a document goes on with where it came from; a redelivery writes the same object", async () => {
  const change = await put("云岭县/a b+c%20(1).txt", "云岭县", {
    agency: encodeURIComponent("云岭县教育局"),
    year: "2022",
  });
  const event = toQueueEvent([toNotification(change)]);
  expect(await extract(event, lambdaContext)).toEqual({ batchItemFailures: [] });
  const [first] = await results();
  expect(first).toMatchObject({
    outcome: "read",
    document: { source: { name: "a b+c%20(1).txt" } },
    origin: {
      bucket: "uploads",
      key: "云岭县/a b+c%20(1).txt",
      etag: change.etag,
      sequencer: "01",
      agency: "云岭县教育局",
      year: 2022,
    },
  });
  await extract(event, lambdaContext);
  expect(await results()).toEqual([first]);
  expect((await list())[0]).toMatch(/^documents\/[0-9a-f]{64}\.json$/);
});

test("the event may lack what S3 does not always send, and a percent sign in metadata is no crash", async () => {
  const { etag, size, sequencer, ...change } = await put("bare.txt", "云岭县", { agency: "%E4%zz", year: "20x2" });
  await extract(toQueueEvent([toNotification(change)]), lambdaContext);
  expect(await results()).toMatchObject([
    { outcome: "read", origin: { etag: null, sequencer: null, agency: null, year: null } },
  ]);
});

test("several events in one message are all dealt with; test events, folder markers and other events are left aside", async () => {
  const changes = [await put("one.txt", "one"), await put("two.txt", "bad"), await put("folder/", "")];
  const other = { ...changes[0]!, name: "ObjectTagging:Put" };
  const event = toQueueEvent([{ Service: "Amazon S3", Event: "s3:TestEvent" }, toNotification(...changes, other)]);
  expect(await extract(event, lambdaContext)).toEqual({ batchItemFailures: [] });
  expect((await results()).map(({ outcome }) => outcome).sort()).toEqual(["read", "rejected"]);
});

test("an object that is gone is data: rejected, under the digest of bucket, key and etag", async () => {
  const change = { key: "gone.txt", etag: "e1", size: 3, sequencer: "01" };
  await extract(toQueueEvent([toNotification(change)]), lambdaContext);
  const sha256 = unreadId({ bucket: "uploads", key: "gone.txt", etag: "e1" });
  expect(await results()).toMatchObject([{ outcome: "rejected", rejection: { code: "object-gone" }, sha256 }]);
});

test("a file over 50 MB is rejected without being read", async () => {
  const change = await put("large.txt", "x".repeat(50 * 1024 * 1024 + 1));
  await extract(toQueueEvent([toNotification(change)]), lambdaContext);
  expect(await results()).toMatchObject([{ outcome: "rejected", rejection: { code: "too-large" } }]);
});

test("an event whose object has other content by now waits for the newer event", async () => {
  const old = await put("twice.txt", "first");
  const change = await put("twice.txt", "second");
  await extract(toQueueEvent([toNotification(old)]), lambdaContext);
  expect(await results()).toEqual([]);
  await extract(toQueueEvent([toNotification({ ...change, sequencer: "02" })]), lambdaContext);
  expect(await results()).toMatchObject([{ outcome: "read", origin: { sequencer: "02" } }]);
});

test("the same content under two keys is two results, new content under one key another", async () => {
  const changes = [await put("x.txt", "same"), await put("y.txt", "same")];
  await extract(toQueueEvent([toNotification(...changes)]), lambdaContext);
  const again = { ...(await put("x.txt", "other")), sequencer: "02" };
  await extract(toQueueEvent([toNotification(again)]), lambdaContext);
  expect(await results()).toHaveLength(3);
});

test("a deletion goes on, unless the object is back or only an old version went", async () => {
  const name = "ObjectRemoved:DeleteMarkerCreated";
  await extract(toQueueEvent([toNotification({ name, key: "deleted.txt", sequencer: "05" })]), lambdaContext);
  expect(await results()).toMatchObject([{ outcome: "removed", origin: { key: "deleted.txt", sequencer: "05" } }]);
  await put("back.txt", "back");
  await extract(toQueueEvent([toNotification({ name, key: "back.txt", sequencer: "06" })]), lambdaContext);
  expect(await results()).toHaveLength(1);
});

test("only the failed messages of a batch come again; on the last try the failure is recorded as well", async () => {
  const bodies = [await put("good.txt", "good"), await put("crash.txt", "crash")].map((change) =>
    toNotification(change),
  );
  const again = { batchItemFailures: [{ itemIdentifier: "message-1" }] };
  expect(await extract(toQueueEvent(bodies), lambdaContext)).toEqual(again);
  expect(await results()).toHaveLength(1);
  expect(await extract(toQueueEvent(bodies, 6), lambdaContext)).toEqual(again);
  const failed = (await results()).find(({ outcome }) => outcome === "failed");
  expect(failed).toMatchObject({ reason: "Error", origin: { key: "crash.txt" } });
});

test("a file that kills every try is recorded as failed before it comes to the dead letters", async () => {
  const body = toNotification(await put("killer.txt", "killer"));
  const readDocument = async (): Promise<never> => expect.unreachable("one try too many");
  const handler = createExtractHandler(environment, { s3 }, { readDocument });
  const again = { batchItemFailures: [{ itemIdentifier: "message-0" }] };
  expect(await handler(toQueueEvent([body], 7), lambdaContext)).toEqual(again);
  expect(await results()).toMatchObject([
    { outcome: "failed", reason: "UnfinishedError", origin: { key: "killer.txt" } },
  ]);
  const removal = toNotification({ name: "ObjectRemoved:Delete", key: "killed.txt", sequencer: "05" });
  expect(await handler(toQueueEvent([removal], 7), lambdaContext)).toEqual({ batchItemFailures: [] });
});

test("when every message fails, every message comes again", async () => {
  const bodies = [
    toNotification(await put("crash.txt", "crash")),
    "no JSON",
    toNotification({ bucket: "elsewhere", key: "a" }),
  ];
  const answer = await extract(toQueueEvent(bodies), lambdaContext);
  expect(answer.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier)).toEqual([
    "message-0",
    "message-1",
    "message-2",
  ]);
});

test("whichever AWS call goes wrong, a redelivery writes what the undisturbed run writes", async () => {
  const event = toQueueEvent([
    toNotification(await put("a.txt", "云岭县"), { name: "ObjectRemoved:Delete", key: "b.txt" }),
  ]);
  await extract(event, lambdaContext);
  const undisturbed = await results();
  expect(undisturbed).toHaveLength(2);
  for (let call = 0; call < 4; call++) {
    for (const kind of faultKinds) {
      for (const Key of await list()) await s3.send(new DeleteObjectCommand({ Bucket: "documents", Key }));
      const clients = embedded.createClients();
      const faulty = createFaultyCalls({ call, kind });
      breakClients(clients, faulty);
      const broken = createExtractHandler(environment, clients, { readDocument });
      const answer = await Promise.race([broken(event, lambdaContext), faulty.killed]);
      const failed = answer === "killed" || answer.batchItemFailures.length > 0;
      expect(failed, `${kind} at ${call}`).toBe(kind !== "repeated");
      if (failed) await extract(event, lambdaContext);
      expect(await results(), `${kind} at ${call}`).toEqual(undisturbed);
    }
  }
});

test("one event that fails does not keep the others of its message back", async () => {
  const changes = [await put("crash.txt", "crash"), await put("after.txt", "after")];
  const answer = await extract(toQueueEvent([toNotification(...changes)]), lambdaContext);
  expect(answer.batchItemFailures).toHaveLength(1);
  expect(await results()).toMatchObject([{ outcome: "read", origin: { key: "after.txt" } }]);
});
