import {
  CreateTableCommand,
  type CreateTableCommandInput,
  DescribeTableCommand,
  waitUntilTableExists,
} from "@aws-sdk/client-dynamodb";
import { ChangeMessageVisibilityCommand, GetQueueUrlCommand, SetQueueAttributesCommand } from "@aws-sdk/client-sqs";
import type { FauxqsServer } from "fauxqs";
import type { LocalClients } from "./create-clients.ts";
import type { WiredTable, Wiring } from "./wiring.ts";

/** Makes what the wiring names and the folder does not have yet; what is there keeps its content. */
export async function provision(wiring: Wiring, fauxqs: FauxqsServer, clients: LocalClients): Promise<void> {
  fauxqs.setup({
    queues: wiring.queues.map(({ name, attributes }) => ({ name, attributes })),
    topics: wiring.topics.map(({ name }) => ({ name })),
    subscriptions: wiring.subscriptions,
    buckets: wiring.buckets.map(({ name }) => name),
  });
  for (const { name, attributes } of wiring.queues) {
    const { QueueUrl } = await clients.sqs.send(new GetQueueUrlCommand({ QueueName: name }));
    await clients.sqs.send(new SetQueueAttributesCommand({ QueueUrl, Attributes: attributes }));
  }
  for (const table of wiring.tables) await createTable(table, clients);
}

async function createTable({ name, definition }: WiredTable, { dynamodb }: LocalClients): Promise<void> {
  try {
    await dynamodb.send(new DescribeTableCommand({ TableName: name }));
    return;
  } catch (error) {
    if ((error as Error).name !== "ResourceNotFoundException") throw error;
  }
  await dynamodb.send(new CreateTableCommand(definition as unknown as CreateTableCommandInput));
  await waitUntilTableExists({ client: dynamodb, maxWaitTime: 10, minDelay: 0.05, maxDelay: 1 }, { TableName: name });
}

/** Shows again what a killed process held: nobody else can hold it, since the folder has one process. */
export async function releaseHeldMessages(wiring: Wiring, fauxqs: FauxqsServer, clients: LocalClients): Promise<void> {
  const read = wiring.functions.flatMap(({ sources }) => sources.map(({ queue }) => queue));
  for (const name of read) {
    const state = fauxqs.inspectQueue(name);
    for (const { receiptHandle } of state?.messages.inflight ?? []) {
      const QueueUrl = state!.url;
      await clients.sqs.send(
        new ChangeMessageVisibilityCommand({ QueueUrl, ReceiptHandle: receiptHandle, VisibilityTimeout: 0 }),
      );
    }
  }
}
