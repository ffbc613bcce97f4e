import { GetObjectCommand, PutObjectCommand } from "@aws-sdk/client-s3";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { runReassess } from "../../lib/cli/reassess.ts";
import { createClients } from "../../lib/local/create-clients.ts";
import type { LocalStack } from "../../lib/local/start-local-stack.ts";
import { createFolder, createRecorder, runStack, waitFor } from "../local/run-stack.ts";

const { folder, remove } = createFolder();
const { handlers, changes } = createRecorder();
let stack: LocalStack;

beforeAll(async () => {
  stack = await runStack({ folder, port: 0, dynamodbPort: 0, handlers });
});
afterAll(async () => {
  await stack.stop();
  remove();
});

describe("gouji reassess", () => {
  it("has every stored document assessed again, and leaves it as it is", async () => {
    const { s3 } = createClients(stack.addresses);
    const Bucket = stack.addresses.documentsBucket;
    const keys = ["documents/a.json", "documents/b.json", "pages/c.html"];
    for (const Key of keys) await s3.send(new PutObjectCommand({ Bucket, Key, Body: `{"key":"${Key}"}` }));
    await waitFor(() => changes("assess").length === 2);
    const told = vi.spyOn(console, "error").mockImplementation(() => {});
    const { endpoint, dynamodbEndpoint } = stack.addresses;
    expect(await runReassess({ endpoint, dynamodbEndpoint })).toBe(0);
    expect(told.mock.calls.join()).toContain("2 stored documents");
    told.mockRestore();
    await waitFor(() => changes("assess").length === 4);
    const again = changes("assess").slice(2);
    expect(again.map((record) => record.s3.object.key).sort()).toEqual(["documents/a.json", "documents/b.json"]);
    const body = await s3.send(new GetObjectCommand({ Bucket, Key: "documents/a.json" }));
    expect(await body.Body!.transformToString()).toBe('{"key":"documents/a.json"}');
  });

  it("says what it needs", async () => {
    const told = vi.spyOn(console, "error").mockImplementation(() => {});
    expect(await runReassess({})).toBe(2);
    expect(told.mock.calls.join()).toContain("--stack");
    told.mockRestore();
  });
});
