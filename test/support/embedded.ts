import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  CreateTableCommand,
  type CreateTableCommandInput,
  DeleteTableCommand,
  DescribeTableCommand,
  ScanCommand,
} from "@aws-sdk/client-dynamodb";
import { DeleteMessageCommand, ReceiveMessageCommand } from "@aws-sdk/client-sqs";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import { createClients, type LocalClients } from "../../lib/local/create-clients.ts";
import { startServices } from "../../lib/local/start-services.ts";
import type { Alert } from "../../lib/notice/alert.ts";
import type { Item } from "../../lib/ports.ts";
import { resultsTable } from "../../lib/record/table.ts";

/** The embedded services with two buckets and a topic whose messages a queue receives. */
export interface Embedded {
  clients: LocalClients;
  /** Clients of their own, so that a test can break them without breaking its own calls. */
  createClients(): LocalClients;
  topicArn: string;
  /** The queue that receives what is published. */
  alertsQueue: { QueueUrl: string };
  createTable(): Promise<string>;
  dropTable(name: string): Promise<void>;
  dump(table: string): Promise<Item[]>;
  /** Takes the messages that were published since the last call, with their attributes. */
  takeAlerts(): Promise<{ alert: Alert; attributes: Record<string, string> }[]>;
  stop(): Promise<void>;
}

/** Starts fauxqs and dynalite in a folder that is gone afterwards. Buckets: `uploads` and `documents`. */
export async function startEmbedded(): Promise<Embedded> {
  const folder = mkdtempSync(join(tmpdir(), "gouji-embedded-"));
  const services = await startServices(folder, { port: 0, dynamodbPort: 0 }, () => {});
  const { fauxqs } = services;
  fauxqs.createBucket("uploads");
  fauxqs.createBucket("documents");
  const { topicArn } = fauxqs.createTopic("alerts");
  const { queueUrl } = fauxqs.createQueue("alerts");
  fauxqs.subscribe({ topic: "alerts", queue: "alerts", attributes: { RawMessageDelivery: "true" } });
  const create = () => createClients(services);
  const clients = create();
  let tables = 0;
  return {
    clients,
    createClients: create,
    topicArn,
    alertsQueue: { QueueUrl: queueUrl },
    async createTable() {
      const name = `results-${tables++}`;
      await clients.dynamodb.send(new CreateTableCommand({ ...tableDefinition(), TableName: name }));
      const active = async () => {
        const { Table } = await clients.dynamodb.send(new DescribeTableCommand({ TableName: name }));
        return Table?.TableStatus === "ACTIVE";
      };
      while (!(await active())) await new Promise((resolve) => setTimeout(resolve, 1));
      return name;
    },
    async dropTable(name) {
      await clients.dynamodb.send(new DeleteTableCommand({ TableName: name }));
    },
    async dump(table) {
      const { Items = [] } = await clients.dynamodb.send(new ScanCommand({ TableName: table, ConsistentRead: true }));
      const items = Items.map((item) => unmarshall(item) as Item);
      return items.sort((a, b) => (`${a.pk}\n${a.sk}` < `${b.pk}\n${b.sk}` ? -1 : 1));
    },
    async takeAlerts() {
      const taken: Awaited<ReturnType<Embedded["takeAlerts"]>> = [];
      for (;;) {
        const { Messages = [] } = await clients.sqs.send(
          new ReceiveMessageCommand({ QueueUrl: queueUrl, MaxNumberOfMessages: 10, MessageAttributeNames: ["All"] }),
        );
        if (Messages.length === 0) return taken;
        for (const { Body, ReceiptHandle, MessageAttributes = {} } of Messages) {
          const entries = Object.entries(MessageAttributes).map(([name, { StringValue }]) => [name, StringValue]);
          taken.push({ alert: JSON.parse(Body!), attributes: Object.fromEntries(entries) });
          await clients.sqs.send(new DeleteMessageCommand({ QueueUrl: queueUrl, ReceiptHandle }));
        }
      }
    },
    async stop() {
      await services.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function tableDefinition(): Omit<CreateTableCommandInput, "TableName"> {
  const { partitionKey, sortKey, indexes } = resultsTable;
  const keys = (hash: string, range: string) => [
    { AttributeName: hash, KeyType: "HASH" as const },
    { AttributeName: range, KeyType: "RANGE" as const },
  ];
  const names = [partitionKey, sortKey, ...indexes.flatMap((index) => [index.partitionKey, index.sortKey])];
  return {
    BillingMode: "PAY_PER_REQUEST",
    AttributeDefinitions: names.map((AttributeName) => ({ AttributeName, AttributeType: "S" as const })),
    KeySchema: keys(partitionKey, sortKey),
    GlobalSecondaryIndexes: indexes.map((index) => ({
      IndexName: index.name,
      KeySchema: keys(index.partitionKey, index.sortKey),
      Projection: { ProjectionType: "INCLUDE" as const, NonKeyAttributes: [...index.projected] },
    })),
  };
}
