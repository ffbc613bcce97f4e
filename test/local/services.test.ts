import { request } from "node:http";
import { connect } from "node:net";
import { networkInterfaces } from "node:os";
import { PutItemCommand } from "@aws-sdk/client-dynamodb";
import { PutObjectCommand } from "@aws-sdk/client-s3";
import { PublishCommand, SubscribeCommand } from "@aws-sdk/client-sns";
import { CreateQueueCommand, GetQueueUrlCommand, ReceiveMessageCommand } from "@aws-sdk/client-sqs";
import { afterAll, describe, expect, it } from "vitest";
import { FolderInUseError, FolderState } from "../../lib/local/folder-state.ts";
import { createFolder, createRecorder, runStack, waitFor } from "./run-stack.ts";

const { folder, remove } = createFolder();
const recorder = createRecorder();
let stack = await runStack({ folder, handlers: recorder.handlers });

afterAll(async () => {
  await stack.stop();
  remove();
});

const portOf = (endpoint: string) => Number(new URL(endpoint).port);

/** Whether something answers at an address of this machine. */
function answers(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 500 });
    const end = (answer: boolean) => () => {
      socket.destroy();
      resolve(answer);
    };
    socket.once("connect", end(true)).once("error", end(false)).once("timeout", end(false));
  });
}

describe("the local services", () => {
  it("listen on 127.0.0.1 and on no other address of this machine", async () => {
    const others = Object.values(networkInterfaces())
      .flatMap((addresses) => addresses ?? [])
      .filter(({ address, internal }) => !internal && !address.startsWith("fe80"))
      .map(({ address }) => address);
    for (const endpoint of [stack.addresses.endpoint, stack.addresses.dynamodbEndpoint]) {
      expect(await answers("127.0.0.1", portOf(endpoint))).toBe(true);
      expect(await answers("::1", portOf(endpoint))).toBe(false);
      for (const address of others) expect(await answers(address, portOf(endpoint)), address).toBe(false);
    }
  });

  it("keep the folder to themselves", async () => {
    await expect(runStack({ folder, handlers: recorder.handlers })).rejects.toThrow(FolderInUseError);
  });

  it("survive clients that break off in the middle of a request", async () => {
    for (const endpoint of [stack.addresses.endpoint, stack.addresses.dynamodbEndpoint]) {
      await new Promise<void>((resolve) => {
        const broken = request(endpoint, { method: "POST", headers: { "content-length": 1000 } });
        broken.on("error", () => resolve());
        broken.write("{", () => setTimeout(() => broken.destroy(new Error("gone")), 50));
      });
    }
    const put = new PutItemCommand({ TableName: stack.addresses.table, Item: { pk: { S: "a" }, sk: { S: "b" } } });
    expect((await stack.clients.dynamodb.send(put)).$metadata.httpStatusCode).toBe(200);
  });

  it("name queues by the address they are asked at", async () => {
    const { QueueUrl } = await stack.clients.sqs.send(
      new GetQueueUrlCommand({ QueueName: "gouji-extract-input-queue" }),
    );
    expect(QueueUrl).toBe(`${stack.addresses.endpoint}/000000000000/gouji-extract-input-queue`);
  });

  it("filter what a subscriber gets by message attributes", async () => {
    const { sns, sqs } = stack.clients;
    const { QueueUrl } = await sqs.send(new CreateQueueCommand({ QueueName: "only-wrong" }));
    await sns.send(
      new SubscribeCommand({
        TopicArn: stack.addresses.alertsTopicArn,
        Protocol: "sqs",
        Endpoint: "arn:aws:sqs:us-east-1:000000000000:only-wrong",
        Attributes: { FilterPolicy: JSON.stringify({ verdict: ["inconsistent"] }), RawMessageDelivery: "true" },
      }),
    );
    for (const verdict of ["consistent", "inconsistent"]) {
      const MessageAttributes = { verdict: { DataType: "String", StringValue: verdict } };
      await sns.send(
        new PublishCommand({ TopicArn: stack.addresses.alertsTopicArn, Message: verdict, MessageAttributes }),
      );
    }
    const receive = () => sqs.send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 }));
    expect((await receive()).Messages?.map(({ Body }) => Body)).toEqual(["inconsistent"]);
    await waitFor(() => recorder.batches.some(({ name }) => name === "digest"));
  });

  it("filter by the elements of an array, as the README's policies do", async () => {
    const { sns, sqs } = stack.clients;
    const { alertsTopicArn: TopicArn } = stack.addresses;
    const policies = {
      "by-prefix": { rules: [{ prefix: "history/" }], year: [{ numeric: [">=", 2021] }] },
      "by-name": { rules: ["legacy/sum"] },
    };
    const urls = new Map<string, string | undefined>();
    for (const [name, policy] of Object.entries(policies)) {
      urls.set(name, (await sqs.send(new CreateQueueCommand({ QueueName: name }))).QueueUrl);
      const Attributes = { FilterPolicy: JSON.stringify(policy), RawMessageDelivery: "true" };
      const Endpoint = `arn:aws:sqs:us-east-1:000000000000:${name}`;
      await sns.send(new SubscribeCommand({ TopicArn, Protocol: "sqs", Endpoint, Attributes }));
    }
    const messages: [string, string, string[]][] = [
      ["matching", "2024", ["value/negative", "history/outlier"]],
      ["too early", "2020", ["history/outlier"]],
      ["other rules", "2024", ["value/negative", "legacy/sum"]],
    ];
    for (const [Message, year, rules] of messages) {
      const MessageAttributes = {
        year: { DataType: "Number", StringValue: year },
        rules: { DataType: "String.Array", StringValue: JSON.stringify(rules) },
      };
      await sns.send(new PublishCommand({ TopicArn, Message, MessageAttributes }));
    }
    const receive = async (name: string) => {
      const read = new ReceiveMessageCommand({ QueueUrl: urls.get(name), MaxNumberOfMessages: 10 });
      return (await sqs.send(read)).Messages?.map(({ Body }) => Body);
    };
    expect(await receive("by-prefix")).toEqual(["matching"]);
    expect(await receive("by-name")).toEqual(["other rules"]);
    await waitFor(() => recorder.batches.some(({ name }) => name === "digest"));
  });

  it("tell at the next start what was uploaded or deleted without an event", async () => {
    const { uploadsBucket } = stack.addresses;
    const put = (Key: string) => stack.clients.s3.send(new PutObjectCommand({ Bucket: uploadsBucket, Key, Body: Key }));
    await put("told");
    await put("swallowed");
    await waitFor(() => recorder.changes("extract").length === 2);
    await stack.stop();
    const state = new FolderState(folder);
    state.forgetTold(uploadsBucket, "swallowed");
    state.rememberTold({ bucket: uploadsBucket, key: "deleted", etag: "1" });
    state.close();
    const later = createRecorder();
    stack = await runStack({ folder, handlers: later.handlers });
    await waitFor(() => later.changes("extract").length >= 2);
    const told = later.changes("extract").map(({ eventName, s3 }) => `${eventName} ${s3.object.key}`);
    expect(told.toSorted()).toEqual(["ObjectCreated:Put swallowed", "ObjectRemoved:DeleteMarkerCreated deleted"]);
  });
});
