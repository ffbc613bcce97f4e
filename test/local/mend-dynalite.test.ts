import { createRequire } from "node:module";
import {
  CreateTableCommand,
  type DynamoDBClient,
  PutItemCommand,
  QueryCommand,
  waitUntilTableExists,
} from "@aws-sdk/client-dynamodb";
import dynalite from "dynalite";
import { expect, it } from "vitest";
import { createClients } from "../../lib/local/create-clients.ts";
import { mendDynalite } from "../../lib/local/mend-dynalite.ts";
import { createFolder } from "./run-stack.ts";

const { Level } = createRequire(createRequire(import.meta.url).resolve("dynalite"))("level");

it("every iterator that dynalite opens for a query is closed in the end", async () => {
  const opened: { next(): Promise<unknown> }[] = [];
  const { values } = Level.prototype;
  Level.prototype.values = function (this: unknown, ...options: unknown[]) {
    const iterator = values.apply(this, options);
    opened.push(iterator);
    return iterator;
  };
  mendDynalite();
  const { folder, remove } = createFolder();
  const server = dynalite({ path: folder, createTableMs: 0 });
  try {
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", () => resolve()));
    const dynamodbEndpoint = `http://127.0.0.1:${(server.address() as { port: number }).port}`;
    const { dynamodb } = createClients({ endpoint: dynamodbEndpoint, dynamodbEndpoint });
    await createTable(dynamodb);
    for (const Limit of [undefined, 2]) {
      const { Count } = await dynamodb.send(
        new QueryCommand({
          TableName: "table",
          KeyConditionExpression: "pk = :pk",
          ExpressionAttributeValues: { ":pk": { S: "a" } },
          Limit,
        }),
      );
      expect(Count).toBe(Limit ?? 5);
    }
    expect(opened).toHaveLength(2);
    for (const iterator of opened) await expect(iterator.next()).rejects.toThrow("not open");
    dynamodb.destroy();
  } finally {
    await new Promise((resolve) => server.close(resolve));
    remove();
    Level.prototype.values = values;
  }
});

async function createTable(client: DynamoDBClient): Promise<void> {
  const keys = [
    ["pk", "HASH"],
    ["sk", "RANGE"],
  ] as const;
  await client.send(
    new CreateTableCommand({
      TableName: "table",
      KeySchema: keys.map(([AttributeName, KeyType]) => ({ AttributeName, KeyType })),
      AttributeDefinitions: keys.map(([AttributeName]) => ({ AttributeName, AttributeType: "S" })),
      BillingMode: "PAY_PER_REQUEST",
    }),
  );
  await waitUntilTableExists({ client, maxWaitTime: 10, minDelay: 0.01, maxDelay: 1 }, { TableName: "table" });
  for (const sk of ["1", "2", "3", "4", "5"])
    await client.send(new PutItemCommand({ TableName: "table", Item: { pk: { S: "a" }, sk: { S: sk } } }));
}
