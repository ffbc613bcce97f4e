import { QueryCommand } from "@aws-sdk/client-dynamodb";
import { SubscribeCommand } from "@aws-sdk/client-sns";
import { CreateQueueCommand, DeleteMessageBatchCommand, ReceiveMessageCommand } from "@aws-sdk/client-sqs";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import type { LocalClients } from "../../lib/local/create-clients.ts";
import type { LocalAddresses } from "../../lib/local/start-local-stack.ts";

// biome-ignore lint/suspicious/noExplicitAny: items and alerts are compared with what tests expect of them
type Json = Record<string, any>;

interface Stack {
  clients: LocalClients;
  addresses: LocalAddresses;
}

/** All items of one partition of the results table. */
export async function queryItems({ clients, addresses }: Stack, pk: string): Promise<Json[]> {
  const { Items = [] } = await clients.dynamodb.send(
    new QueryCommand({
      TableName: addresses.table,
      KeyConditionExpression: "pk = :pk",
      ExpressionAttributeValues: { ":pk": { S: pk } },
      ConsistentRead: true,
    }),
  );
  return Items.map((item) => unmarshall(item));
}

/** Subscribes a new queue to the alerts; answers a function that takes what has arrived since. */
export async function subscribeQueue({ clients, addresses }: Stack, name: string, policy?: Record<string, unknown>) {
  const { sqs, sns } = clients;
  const { QueueUrl } = await sqs.send(new CreateQueueCommand({ QueueName: name }));
  await sns.send(
    new SubscribeCommand({
      TopicArn: addresses.alertsTopicArn,
      Protocol: "sqs",
      Endpoint: `arn:aws:sqs:${addresses.region}:000000000000:${name}`,
      Attributes: { RawMessageDelivery: "true", ...(policy ? { FilterPolicy: JSON.stringify(policy) } : {}) },
    }),
  );
  return async (): Promise<Json[]> => {
    const taken: Json[] = [];
    for (;;) {
      const { Messages = [] } = await sqs.send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 }));
      if (Messages.length === 0) return taken;
      for (const { Body } of Messages) taken.push(JSON.parse(Body ?? "{}"));
      const Entries = Messages.map(({ ReceiptHandle }, index) => ({ Id: String(index), ReceiptHandle }));
      await sqs.send(new DeleteMessageBatchCommand({ QueueUrl, Entries }));
    }
  };
}
