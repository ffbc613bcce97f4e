import { SendMessageBatchCommand, SendMessageCommand } from "@aws-sdk/client-sqs";
import { afterAll, describe, expect, it } from "vitest";
import { createFolder, createRecorder, runStack, waitFor } from "./run-stack.ts";

const { folder, remove } = createFolder();
/** Fails every record whose body holds its function's fault: "poison" always, "shaky" on the first two tries. */
const recorder = createRecorder((_, records) =>
  records
    .filter(({ body, attributes }) => {
      if (body.includes("throw")) throw new Error("broken machine");
      return body.includes("poison") || (body.includes("shaky") && Number(attributes["ApproximateReceiveCount"]) < 3);
    })
    .map(({ messageId }) => messageId),
);
const stack = await runStack({ folder, handlers: recorder.handlers, windowSeconds: 1 });
const { sqs } = stack.clients;
const urlOf = (name: string) => `${stack.addresses.endpoint}/000000000000/${name}`;

afterAll(async () => {
  await stack.stop();
  remove();
});

function triesOf(text: string): number {
  return recorder.batches.flatMap(({ records }) => records).filter(({ body }) => body.includes(text)).length;
}

async function deadLetters(stage: string): Promise<string[]> {
  const { ReceiveMessageCommand } = await import("@aws-sdk/client-sqs");
  const QueueUrl = urlOf(`gouji-${stage}-input-dead-letters`);
  const { Messages = [] } = await sqs.send(
    new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10, VisibilityTimeout: 0 }),
  );
  return Messages.map(({ Body }) => Body ?? "");
}

describe("the event source", () => {
  it("tries only the failed message of a batch again", async () => {
    const QueueUrl = urlOf("gouji-assess-input-queue");
    const Entries = ["sound", "shaky"].map((text) => ({
      Id: text,
      MessageBody: JSON.stringify({ Records: [], text }),
    }));
    await sqs.send(new SendMessageBatchCommand({ QueueUrl, Entries }));
    await waitFor(() => triesOf("shaky") === 3);
    expect(triesOf("sound")).toBe(1);
  });

  it.each(["poison", "throw"])(
    "moves a message of %s to the dead letters after six tries and one receive more",
    async (fault) => {
      const MessageBody = JSON.stringify({ Records: [], fault });
      await sqs.send(new SendMessageCommand({ QueueUrl: urlOf("gouji-extract-input-queue"), MessageBody }));
      await waitFor(async () => (await deadLetters("extract")).includes(MessageBody));
      expect(triesOf(fault)).toBe(7);
    },
  );

  it("gathers a window's messages into one batch", async () => {
    const QueueUrl = urlOf("gouji-digest-input-queue");
    for (let batch = 0; batch < 3; batch += 1) {
      const Entries = Array.from({ length: 5 }, (_, index) => ({
        Id: String(index),
        MessageBody: `alert ${batch}-${index}`,
      }));
      await sqs.send(new SendMessageBatchCommand({ QueueUrl, Entries }));
    }
    await waitFor(() => triesOf("alert") === 15);
    const batches = recorder.batches.filter(({ name }) => name === "digest");
    expect(batches.length).toBeLessThanOrEqual(2);
  });
});
