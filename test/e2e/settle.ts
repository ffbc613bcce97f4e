import { GetQueueAttributesCommand, GetQueueUrlCommand } from "@aws-sdk/client-sqs";
import type { LocalClients } from "../../lib/local/create-clients.ts";

const stages = ["extract", "assess", "digest"];

async function countMessages({ sqs }: LocalClients, QueueName: string): Promise<number> {
  const { QueueUrl } = await sqs.send(new GetQueueUrlCommand({ QueueName }));
  const { Attributes = {} } = await sqs.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ["All"] }));
  return ["", "NotVisible", "Delayed"]
    .map((state) => Number(Attributes[`ApproximateNumberOfMessages${state}` as keyof typeof Attributes] ?? 0))
    .reduce((sum, count) => sum + count, 0);
}

/** Waits until no stage has anything left to do: all queues empty, and still so a little later. */
export async function settle(clients: LocalClients, longestSeconds = 60): Promise<void> {
  const end = Date.now() + longestSeconds * 1000;
  let quiet = 0;
  while (quiet < 3) {
    const counts = await Promise.all(stages.map((stage) => countMessages(clients, `gouji-${stage}-input-queue`)));
    quiet = counts.every((count) => count === 0) ? quiet + 1 : 0;
    if (Date.now() > end)
      throw new Error(`still in the queues: ${stages.map((stage, index) => `${stage} ${counts[index]}`)}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** How many messages lie in the dead-letter queues. */
export async function countDeadLetters(clients: LocalClients): Promise<number> {
  const counts = await Promise.all(stages.map((stage) => countMessages(clients, `gouji-${stage}-input-dead-letters`)));
  return counts.reduce((sum, count) => sum + count, 0);
}
