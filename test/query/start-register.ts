import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { CreateTableCommand, DynamoDBClient } from "@aws-sdk/client-dynamodb";
import dynalite from "dynalite";
import { createDynamoDbRecordStore } from "../../lib/aws/dynamodb-record-store.ts";
import type { RecordStore } from "../../lib/ports.ts";
import { resultsTable } from "../../lib/record/table.ts";

export const table = "gouji-results";

export interface TestRegister {
  dynamodb: DynamoDBClient;
  endpoint: string;
  records: RecordStore;
  stop(): Promise<void>;
}

/** A results table with its indexes, empty, in an embedded DynamoDB in memory. */
export async function startRegister(): Promise<TestRegister> {
  const server = dynalite({ createTableMs: 0 });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const credentials = { accessKeyId: "local", secretAccessKey: "local" };
  const dynamodb = new DynamoDBClient({ endpoint, region: "us-east-1", credentials });
  await dynamodb.send(new CreateTableCommand(definition()));
  return {
    dynamodb,
    endpoint,
    records: createDynamoDbRecordStore(dynamodb, table),
    stop: async () => {
      dynamodb.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function definition() {
  const { partitionKey, sortKey, indexes } = resultsTable;
  const schema = (partition: string, sort: string) => [
    { AttributeName: partition, KeyType: "HASH" as const },
    { AttributeName: sort, KeyType: "RANGE" as const },
  ];
  const attributes = [partitionKey, sortKey, ...indexes.flatMap((index) => [index.partitionKey, index.sortKey])];
  return {
    TableName: table,
    BillingMode: "PAY_PER_REQUEST" as const,
    KeySchema: schema(partitionKey, sortKey),
    AttributeDefinitions: attributes.map((AttributeName) => ({ AttributeName, AttributeType: "S" as const })),
    GlobalSecondaryIndexes: indexes.map((index) => ({
      IndexName: index.name,
      KeySchema: schema(index.partitionKey, index.sortKey),
      Projection: { ProjectionType: "INCLUDE" as const, NonKeyAttributes: [...index.projected] },
    })),
  };
}
