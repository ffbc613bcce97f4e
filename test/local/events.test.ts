import { Readable } from "node:stream";
import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CopyObjectCommand,
  CreateMultipartUploadCommand,
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetObjectCommand,
  PutObjectCommand,
  S3Client,
  UploadPartCommand,
} from "@aws-sdk/client-s3";
import { afterAll, describe, expect, it } from "vitest";
import { createFolder, createRecorder, runStack, waitFor } from "./run-stack.ts";

const { folder, remove } = createFolder();
const recorder = createRecorder();
const stack = await runStack({ folder, handlers: recorder.handlers });
const { s3 } = stack.clients;
const Bucket = stack.addresses.uploadsBucket;

afterAll(async () => {
  await stack.stop();
  remove();
});

/** The changes told of one key, waited for until there are as many as expected. */
async function changesOf(key: string, count: number) {
  const encoded = encodeURIComponent(key).replaceAll("%20", "+").replaceAll("%2F", "/");
  const told = () => recorder.changes("extract").filter((record) => record.s3.object.key === encoded);
  await waitFor(() => told().length >= count);
  return told();
}

describe("S3 events", () => {
  it.each(["plain.txt", "中文 +%.txt", "年报/2024/a&b<c>'d\".pdf", "%25.txt", "dot.//x"])(
    "tells of %s with its key encoded once, its size and ETag",
    async (Key) => {
      const { ETag } = await s3.send(new PutObjectCommand({ Bucket, Key, Body: "report" }));
      const [change, ...more] = await changesOf(Key, 1);
      expect(more).toEqual([]);
      expect(change).toMatchObject({
        eventSource: "aws:s3",
        eventName: "ObjectCreated:Put",
        s3: { bucket: { name: Bucket } },
      });
      expect(change.s3.object).toMatchObject({ size: 6, eTag: ETag?.replaceAll('"', "") });
      expect(decodeURIComponent(change.s3.object.key.replaceAll("+", " "))).toBe(Key);
    },
  );

  it("takes a body of 12 MB in one request, and keeps it whole", async () => {
    const Body = Buffer.alloc(12_000_000, "勾稽");
    await s3.send(new PutObjectCommand({ Bucket, Key: "large.txt", Body }));
    expect((await changesOf("large.txt", 1))[0].s3.object.size).toBe(12_000_000);
    const object = await s3.send(new GetObjectCommand({ Bucket, Key: "large.txt" }));
    expect(Buffer.compare(Buffer.from(await object.Body!.transformToByteArray()), Body)).toBe(0);
  });

  it("tells the size of a body that comes in chunks without their frames", async () => {
    const { endpoint, region } = stack.addresses;
    const credentials = { accessKeyId: "any", secretAccessKey: "any" };
    const client = new S3Client({ endpoint, region, credentials, forcePathStyle: true });
    const Body = Readable.from([Buffer.from("勾"), Buffer.from("稽")]);
    const { ETag } = await client.send(new PutObjectCommand({ Bucket, Key: "chunks.txt", Body, ContentLength: 6 }));
    client.destroy();
    expect((await changesOf("chunks.txt", 1))[0].s3.object).toMatchObject({ size: 6, eTag: ETag?.replaceAll('"', "") });
    const object = await s3.send(new GetObjectCommand({ Bucket, Key: "chunks.txt" }));
    expect(await object.Body!.transformToString()).toBe("勾稽");
  });

  it("tells once of an upload in parts, when it is complete, and never of an aborted one", async () => {
    const Key = "parts.pdf";
    const { UploadId } = await s3.send(new CreateMultipartUploadCommand({ Bucket, Key }));
    const parts = [];
    for (const PartNumber of [1, 2]) {
      const Body = Buffer.alloc(6_000_000, PartNumber);
      const { ETag } = await s3.send(new UploadPartCommand({ Bucket, Key, UploadId, PartNumber, Body }));
      parts.push({ ETag, PartNumber });
    }
    expect(recorder.changes("extract").filter(({ s3: { object } }) => object.key === Key)).toEqual([]);
    await s3.send(new CompleteMultipartUploadCommand({ Bucket, Key, UploadId, MultipartUpload: { Parts: parts } }));
    const aborted = await s3.send(new CreateMultipartUploadCommand({ Bucket, Key }));
    await s3.send(new AbortMultipartUploadCommand({ Bucket, Key, UploadId: aborted.UploadId }));
    const [change, ...more] = await changesOf(Key, 1);
    expect(change).toMatchObject({
      eventName: "ObjectCreated:CompleteMultipartUpload",
      s3: { object: { size: 12_000_000 } },
    });
    expect(more).toEqual([]);
  });

  it("tells of copies and deletions, one by one and many at once", async () => {
    await s3.send(new PutObjectCommand({ Bucket, Key: "from & to", Body: "x" }));
    await s3.send(
      new CopyObjectCommand({ Bucket, Key: "copy", CopySource: `${Bucket}/${encodeURIComponent("from & to")}` }),
    );
    await s3.send(new DeleteObjectCommand({ Bucket, Key: "copy" }));
    await s3.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects: [{ Key: "from & to" }], Quiet: true } }));
    const names = async (key: string) => (await changesOf(key, 2)).map(({ eventName }) => eventName);
    expect((await names("copy")).toSorted()).toEqual(["ObjectCreated:Copy", "ObjectRemoved:DeleteMarkerCreated"]);
    expect((await names("from & to")).toSorted()).toEqual(["ObjectCreated:Put", "ObjectRemoved:DeleteMarkerCreated"]);
  });

  it("gives each change of a key a greater sequencer, in the order of the answers", async () => {
    for (const Body of ["1", "22", "333"]) await s3.send(new PutObjectCommand({ Bucket, Key: "again", Body }));
    const changes = await changesOf("again", 3);
    const inOrder = changes.toSorted((a, b) => (a.s3.object.sequencer < b.s3.object.sequencer ? -1 : 1));
    expect(inOrder.at(-1).s3.object.size).toBe(3);
    expect(new Set(changes.map((change) => change.s3.object.sequencer)).size).toBe(3);
  });

  it("keeps to the prefix: documents/ notifies, pages/ and config/ do not", async () => {
    const documents = stack.addresses.documentsBucket;
    for (const Key of ["pages/a", "config/roster.csv", "documents/a.json"]) {
      await s3.send(new PutObjectCommand({ Bucket: documents, Key, Body: "{}" }));
    }
    await waitFor(() => recorder.changes("assess").length > 0);
    expect(recorder.changes("assess").map((record) => record.s3.object.key)).toEqual(["documents/a.json"]);
  });
});
